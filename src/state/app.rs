//! The signals of the page, and what a reader can do to them.

use leptos::prelude::*;

use super::url::{Clock, Column, Sort, ViewState};
use crate::dataset::{AreaId, FactId, PlaceCode, Status};
use crate::locale::Message;
use crate::scene::lens::Lens;
use crate::scene::snippet::{self, Wishes};

/// All that changes while the page is open: a few signals, copied freely.
#[derive(Clone, Copy, Debug)]
pub struct AppState {
    /// What the reader has chosen, as the address holds it.
    pub view: RwSignal<ViewState>,
    /// The state under the pointer or the focus.
    pub preview: RwSignal<Option<PlaceCode>>,
    /// How the map is looked at.
    pub gaze: RwSignal<Gaze>,
    /// What the two dialogs have to say.
    pub talk: RwSignal<Talk>,
    /// What the browser does for the page.
    pub outside: Outside,
}

/// How the map is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaze {
    /// The part of the map that is shown.
    pub lens: Lens,
    /// Whether the lens last followed a hand, and so must not lag behind it.
    pub is_held: bool,
}

/// What the dialogs have to say besides the view. Few signals of several things each: every kind of signal adds a kilobyte
/// to the module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// A short line about what has just been done.
    pub said: Option<Message>,
    /// What the code of a frame asks for besides the view.
    pub wishes: Wishes,
    /// Whether that frame is shown.
    pub is_previewed: bool,
}

/// What only a browser can do, handed in so that the views and the state name none.
#[derive(Clone, Copy, Debug)]
pub struct Outside {
    /// Copies a text and then says the message, or says that it could not.
    pub copy: fn(AppState, &str, Message),
    /// The address of the page, without query and fragment.
    pub base: fn() -> String,
}

impl AppState {
    /// The state of a page that opens with this view.
    pub fn new(view: ViewState, outside: Outside) -> Self {
        Self {
            view: RwSignal::new(view),
            preview: RwSignal::new(None),
            gaze: RwSignal::new(Gaze::default()),
            talk: RwSignal::new(Talk::default()),
            outside,
        }
    }

    /// Lets the lens glide to a part of the map.
    pub fn glide(self, lens: Lens) {
        self.gaze.set(Gaze { lens, is_held: false });
    }

    /// Lets the lens follow a hand to a part of the map.
    pub fn hold(self, lens: Lens) {
        self.gaze.set(Gaze { lens, is_held: true });
    }

    /// Selects a place, and shows the part of the map in which it can be seen.
    pub fn select(self, code: PlaceCode) {
        self.view.update(|view| {
            view.place = Some(code);
            view.fact = None;
        });
        self.look_closer();
    }

    /// Shows the part of the map in which the selected place can be seen; the whole where none is selected.
    pub fn look_closer(self) {
        let place = self.view.with_untracked(|view| view.place);
        self.glide(place.map_or_else(Lens::default, Lens::on_place));
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.view.update(|view| {
            view.place = None;
            view.fact = None;
        });
        self.preview.set(None);
        self.glide(Lens::default());
    }

    /// Takes the view that an address holds: the reader went back, or opened a link.
    pub fn restore(self, view: ViewState) {
        let place = view.place;
        let moved = self.view.with_untracked(|before| before.place != place);
        self.view.set(view);
        if moved {
            self.look_closer();
        }
    }

    /// Shows on the map whom a fact reaches, or no longer.
    pub fn toggle_reach(self, fact: FactId) {
        self.view.update(|view| {
            view.fact = if view.fact == Some(fact) { None } else { Some(fact) };
            view.place = None;
        });
        self.glide(Lens::default());
    }

    /// Filters the cards by area; `None` shows all.
    pub fn filter_area(self, area: Option<AreaId>) {
        self.view.update(|view| view.area = area);
    }

    /// Filters the cards by status; `None` shows all.
    pub fn filter_status(self, status: Option<Status>) {
        self.view.update(|view| view.status = status);
    }

    /// Reads the page by a clock.
    pub fn set_clock(self, clock: Clock) {
        self.view.update(|view| view.clock = clock);
    }

    /// Copies a text, and says so.
    pub fn copy(self, text: &str, done: Message) {
        (self.outside.copy)(self, text, done);
    }

    /// The part of the map that is shown now.
    pub fn lens(self) -> Lens {
        self.gaze.get_untracked().lens
    }

    /// The link to this view.
    pub fn link(self) -> String {
        let address = self.view.with(ViewState::to_address);
        [(self.outside.base)(), address.query, address.fragment].concat()
    }

    /// The address of the framed edition that shows this view, as the wishes have it.
    pub fn frame(self) -> String {
        let base = (self.outside.base)();
        self.view.with(|view| snippet::address(&base, view, self.talk.get().wishes))
    }

    /// Copies the link to this view.
    pub fn copy_link(self) {
        self.copy(&self.link(), Message::ShareDone);
    }

    /// Searches the table.
    pub fn search(self, text: String) {
        self.view.update(|view| {
            view.search = text;
            view.page = None;
        });
    }

    /// Sorts the table by a column; by the same once more turns it round.
    pub fn sort_by(self, column: Column) {
        self.view.update(|view| {
            let again = view.sort.column == column;
            view.sort = Sort { column, descending: again && !view.sort.descending };
            view.page = None;
        });
    }

    /// Turns to a page of the table, counted from 0.
    pub fn turn_to(self, page: usize) {
        self.view.update(|view| view.page = Some(page));
    }
}
