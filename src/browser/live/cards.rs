//! The cards and their filters.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use crate::browser::document::{all, set, set_or_remove, set_text, write};
use crate::dataset::FactId;
use crate::digest::Digest;
use crate::scene::cards::{mark, passes, shown};
use crate::state::AppState;

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
    let choices: Vec<Element> = all(".filter__choice").collect();
    super::follow(move || {
        state.view.with(|view| {
            for each in &cards {
                set_or_remove(&each.card, "hidden", (!passes(&each.filed, view)).then_some(""));
                each.mark.iter().for_each(|line| write(line, &mark(&digest, view, each.fact)));
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

/// Shows a button as pressed or not.
pub fn press(button: &Element, is_on: bool) {
    set(button, "aria-pressed", if is_on { "true" } else { "false" });
}
