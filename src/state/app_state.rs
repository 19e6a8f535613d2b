//! The signals of the page, and what a reader can do to them.

use leptos::prelude::*;

use super::view_state::{AsOf, Column, ExtraParams, Filters, Sort, ViewState};
use crate::i18n::MessageId;
use crate::map_layout::Viewport;
use crate::model::{AreaId, FactId, Pillar, PlaceCode, Status};

/// Everything that changes while the page is open. It is `Copy`, so closures take it freely.
#[derive(Clone, Copy, Debug)]
pub struct AppState {
    /// The selected country.
    pub place: RwSignal<Option<PlaceCode>>,
    /// The fact whose scope the map shows.
    pub fact: RwSignal<Option<FactId>>,
    /// The area to which the cards are filtered.
    pub area: RwSignal<Option<AreaId>>,
    /// The pillar to which the cards are filtered.
    pub pillar: RwSignal<Option<Pillar>>,
    /// The status to which the cards are filtered.
    pub status: RwSignal<Option<Status>>,
    /// The day as of which the page reads.
    pub as_of: RwSignal<AsOf>,
    /// The text that the table is searched for.
    pub search: RwSignal<String>,
    /// The order of the table.
    pub sort: RwSignal<Sort>,
    /// The page of the table, from 0; `None` is the printed page.
    pub page: RwSignal<Option<usize>>,
    /// The rest of the address.
    pub extra: RwSignal<ExtraParams>,
    /// The country under the pointer or the focus.
    pub preview: RwSignal<Option<PlaceCode>>,
    /// The visible part of the map.
    pub camera: RwSignal<MapCamera>,
    /// A short line about what was just done.
    pub announcement: RwSignal<Option<MessageId>>,
    /// What the browser does for the page.
    pub platform: Platform,
}

/// The visible part of the map, and how it got there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MapCamera {
    /// The visible part.
    pub viewport: Viewport,
    /// Whether it follows a pointer, so that no transition may delay it.
    pub is_held: bool,
}

/// What only a browser can do. Functions, so that components and state name no browser interface.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// Whether the page runs in a browser. On a printed page, controls that need a script are disabled.
    pub is_interactive: bool,
    /// Copies a text, then announces the message, or that copying was refused.
    pub copy: fn(AppState, String, MessageId),
    /// Saves a file with a name, a media type and a content, as the browser saves a download.
    pub save: fn(&str, &str, String),
    /// Returns the address of the page without query and fragment.
    pub page_url: fn() -> String,
    /// Scrolls the page to the section with an id and moves the focus to its heading: what was pressed may be gone. In a frame
    /// it scrolls only the frame, never the page of the host.
    pub scroll_to: fn(&str),
    /// Moves the focus to the link of a state that is no longer selected: what was pressed is gone with its section.
    pub focus_state: fn(PlaceCode),
}

impl Platform {
    /// Returns the platform of a page that is printed.
    #[cfg(not(reader))]
    pub fn print() -> Self {
        Self {
            is_interactive: false,
            copy: |_, _, _| {},
            save: |_, _, _| {},
            page_url: String::new,
            scroll_to: |_| {},
            focus_state: |_| {},
        }
    }
}

impl AppState {
    /// Returns the state of a page that opens with a view.
    pub fn new(view: ViewState, platform: Platform) -> Self {
        let ViewState { place, fact, filters, as_of, search, sort, page, extra } = view;
        let Filters { area, pillar, status } = filters;
        Self {
            place: RwSignal::new(place),
            fact: RwSignal::new(fact),
            area: RwSignal::new(area),
            pillar: RwSignal::new(pillar),
            status: RwSignal::new(status),
            as_of: RwSignal::new(as_of),
            search: RwSignal::new(search),
            sort: RwSignal::new(sort),
            page: RwSignal::new(page),
            extra: RwSignal::new(extra),
            preview: RwSignal::new(None),
            camera: RwSignal::new(MapCamera::default()),
            announcement: RwSignal::new(None),
            platform,
        }
    }

    /// Returns the view; reading it follows every part.
    pub fn view(self) -> ViewState {
        ViewState {
            place: self.place.get(),
            fact: self.fact.get(),
            filters: self.filters(),
            as_of: self.as_of.get(),
            search: self.search.get(),
            sort: self.sort.get(),
            page: self.page.get(),
            extra: self.extra.get(),
        }
    }

    /// Returns the filters of the cards.
    pub fn filters(self) -> Filters {
        Filters { area: self.area.get(), pillar: self.pillar.get(), status: self.status.get() }
    }

    /// Shows the view of an address: the reader went back, or the host asked for it.
    pub fn restore(self, view: ViewState) {
        let ViewState { place, fact, filters, as_of, search, sort, page, extra } = view;
        let Filters { area, pillar, status } = filters;
        let moved = update(self.place, place);
        update(self.fact, fact);
        update(self.area, area);
        update(self.pillar, pillar);
        update(self.status, status);
        update(self.as_of, as_of);
        update(self.search, search);
        update(self.sort, sort);
        update(self.page, page);
        update(self.extra, extra);
        if moved {
            self.zoom_to_selection();
        }
    }

    /// Selects a country and shows the part of the map where it is visible.
    pub fn select(self, code: PlaceCode) {
        update(self.place, Some(code));
        update(self.fact, None);
        self.zoom_to_selection();
    }

    /// Clears the selection and shows the whole map.
    pub fn clear(self) {
        update(self.place, None);
        update(self.fact, None);
        update(self.preview, None);
        self.zoom_to_selection();
    }

    /// Previews a country, or none.
    pub fn preview(self, code: Option<PlaceCode>) {
        update(self.preview, code);
    }

    /// Shows on the map whom a fact concerns; the same fact again ends that.
    pub fn toggle_fact(self, fact: FactId) {
        let is_shown = self.fact.get_untracked() == Some(fact);
        update(self.fact, (!is_shown).then_some(fact));
        update(self.place, None);
        self.zoom_to_selection();
    }

    /// Searches the table, from its first page.
    pub fn search(self, text: String) {
        update(self.search, text);
        update(self.page, None);
    }

    /// Sorts the table by a column, from its first page.
    pub fn sort_by(self, column: Column) {
        self.sort.update(|sort| *sort = sort.toggled(column));
        update(self.page, None);
    }

    /// Goes to a page of the table, from 0.
    pub fn go_to_page(self, page: usize) {
        update(self.page, Some(page));
    }

    /// Moves the map to a viewport with a transition.
    pub fn animate_to(self, viewport: Viewport) {
        update(self.camera, MapCamera { viewport, is_held: false });
    }

    /// Moves the map to a viewport at once: a pointer holds it.
    pub fn jump_to(self, viewport: Viewport) {
        update(self.camera, MapCamera { viewport, is_held: true });
    }

    /// Returns the visible part of the map.
    pub fn viewport(self) -> Viewport {
        self.camera.get_untracked().viewport
    }

    /// Shows the part of the map where the selected country is visible, or the whole map.
    pub fn zoom_to_selection(self) {
        let place = self.place.get_untracked();
        self.animate_to(place.map_or_else(Viewport::default, Viewport::for_place));
    }

    /// Copies a text, then announces the message.
    pub fn copy(self, text: String, done: MessageId) {
        (self.platform.copy)(self, text, done);
    }

    /// Returns whether the view has a link that others can open: a printed page knows no address, and a file on a disk or
    /// in the downloads of a phone has one for its own reader only.
    pub fn has_link(self) -> bool {
        self.platform.is_interactive && (self.platform.page_url)().starts_with("http")
    }

    /// Returns the link to the view.
    pub fn link(self) -> String {
        format!("{}{}", (self.platform.page_url)(), self.view().to_address())
    }
}

/// Sets a signal unless it has the value already, and returns whether it changed: setting it again would run what reads it.
fn update<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) -> bool {
    let changes = signal.with_untracked(|before| *before != value);
    if changes {
        signal.set(value);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::url::Address;
    use crate::view_model::testing::atlas;

    fn with_state(test: impl FnOnce(AppState)) {
        let owner = Owner::new();
        owner.with(|| test(AppState::new(ViewState::default(), Platform::print())));
    }

    fn code(text: &str) -> PlaceCode {
        PlaceCode::new(text).unwrap()
    }

    #[test]
    fn the_view_of_an_address_is_restored_in_every_part() {
        with_state(|state| {
            let address = Address::new(
                "?utm=x&area=cyber-security&status=scheduled&fact=cyber-training&clock=today&q=a&sort=-date&page=3#MYS",
            );
            let view = ViewState::from_address(&address, &atlas().report);
            state.restore(view.clone());
            assert_eq!(state.view(), view);
            assert_eq!(state.view().to_address(), address);
        });
    }

    #[test]
    fn selecting_a_country_ends_the_fact_and_the_reverse() {
        with_state(|state| {
            let fact = FactId::new("cyber-training").unwrap();
            state.toggle_fact(fact);
            state.select(code("MYS"));
            assert_eq!((state.place.get(), state.fact.get()), (Some(code("MYS")), None));
            state.toggle_fact(fact);
            assert_eq!((state.place.get(), state.fact.get()), (None, Some(fact)));
            state.toggle_fact(fact);
            assert_eq!(state.fact.get(), None);
        });
    }

    #[test]
    fn a_small_state_is_zoomed_to_and_clearing_shows_the_whole_map() {
        with_state(|state| {
            state.select(code("SGP"));
            assert!(!state.viewport().is_whole());
            state.clear();
            assert!(state.viewport().is_whole());
        });
    }

    #[test]
    fn a_search_and_an_order_start_at_the_first_page() {
        with_state(|state| {
            state.go_to_page(2);
            state.search("a".to_owned());
            assert_eq!(state.page.get(), None);
            state.go_to_page(2);
            state.sort_by(Column::Date);
            assert_eq!((state.page.get(), state.sort.get().descending), (None, false));
            state.sort_by(Column::Date);
            assert!(state.sort.get().descending);
        });
    }
}
