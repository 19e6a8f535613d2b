//! The cards and their filters.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use crate::browser::document::{after_paint, all, set, set_or_remove, set_text, write};
use crate::dataset::FactId;
use crate::digest::Digest;
use crate::scene::cards::{mark, passes, shown};
use crate::state::AppState;
use crate::state::url::ViewState;

/// A card of the page, and the place of the fact that it tells.
struct Card {
    fact: usize,
    id: FactId,
    filed: String,
    card: Element,
    mark: Option<Element>,
    show: Option<Element>,
}

impl Card {
    fn of(digest: &Digest, card: Element) -> Option<Self> {
        let id = FactId::new(&card.get_attribute("data-fact")?)?;
        let part = |selector| card.query_selector(selector).ok().flatten();
        let (mark, show) = (part(".card__mark"), part(".card__show"));
        let filed = card.get_attribute("data-filed")?;
        Some(Self { fact: digest.fact(id)?, id, filed, card, mark, show })
    }
}

/// Shows the cards that the filters leave, and on each what it has to do with the selected state.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    let digest = digest.clone();
    let cards: Vec<Card> = all(".card").filter_map(|card| Card::of(&digest, card)).collect();
    let cards = Rc::new(cards);
    follow_marks(&digest, &cards, state);
    let choices: Vec<Element> = all(".filter__choice").collect();
    let filters = |view: &ViewState| (view.area, view.status, view.fact);
    let mut before = None;
    super::follow(move || {
        state.view.with(|view| {
            if before == Some(filters(view)) {
                return;
            }
            before = Some(filters(view));
            for each in cards.iter() {
                set_or_remove(&each.card, "hidden", (!passes(&each.filed, view)).then_some(""));
                each.show.iter().for_each(|show| press(show, view.fact == Some(each.id)));
            }
            for choice in &choices {
                let of = choice.get_attribute("data-of").unwrap_or_default();
                let by_area = choice.get_attribute("data-act").is_some_and(|act| act == "area");
                let area = view.area.as_ref().map_or("", |id| id.as_str());
                let status = view.status.map_or("", |status| status.word());
                press(choice, of == if by_area { area } else { status });
            }
            set_text(".filters__shown", &shown(&digest, view));
        });
    });
}

/// The marks of the cards follow when map and inspector, which the reader looks at, are painted: they change the height of what is
/// below.
fn follow_marks(digest: &Arc<Digest>, cards: &Rc<Vec<Card>>, state: AppState) {
    let (digest, cards) = (digest.clone(), cards.clone());
    let marks = Rc::new(move || {
        state.view.with_untracked(|view| {
            for Card { mark: line, fact, .. } in cards.iter() {
                line.iter().for_each(|line| write(line, &mark(&digest, view, *fact)));
            }
        });
    });
    // A page that opens with a selection is whole when it is alive.
    marks();
    let mut before = state.view.with_untracked(|view| view.place);
    super::follow(move || {
        let place = state.view.with(|view| view.place);
        if before != place {
            before = place;
            let marks = marks.clone();
            after_paint(move || marks());
        }
    });
}

/// Shows a button as pressed or not.
pub fn press(button: &Element, is_on: bool) {
    set(button, "aria-pressed", if is_on { "true" } else { "false" });
}
