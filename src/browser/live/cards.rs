//! The cards and their filters.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use crate::atlas::Atlas;
use crate::browser::document::{all, set, set_or_remove, set_text, write};
use crate::dataset::FactId;
use crate::scene::cards::{Filed, mark, shown};
use crate::state::AppState;

/// A card of the page, and the fact that it tells.
struct Card {
    fact: FactId,
    filed: Filed,
    card: Element,
    mark: Option<Element>,
    show: Option<Element>,
}

impl Card {
    fn of(atlas: &Atlas, card: Element) -> Option<Self> {
        let fact = atlas.dataset.fact(FactId::new(&card.get_attribute("data-fact")?)?)?;
        let part = |selector| card.query_selector(selector).ok().flatten();
        let (mark, show) = (part(".card__mark"), part(".card__show"));
        Some(Self { fact: fact.id, filed: Filed::new(fact), card, mark, show })
    }
}

/// Shows the cards that the filters leave, and on each what it has to do with the selected state.
pub fn follow(atlas: &Arc<Atlas>, state: AppState) {
    let atlas = atlas.clone();
    let cards: Vec<Card> = all(".card").filter_map(|card| Card::of(&atlas, card)).collect();
    let choices: Vec<Element> = all(".filter__choice").collect();
    super::follow(move || {
        state.view.with(|view| {
            for each in &cards {
                set_or_remove(&each.card, "hidden", (!each.filed.passes(view)).then_some(""));
                if let (Some(line), Some(fact)) = (&each.mark, atlas.dataset.fact(each.fact)) {
                    write(line, &mark(&atlas, view, fact));
                }
                each.show.iter().for_each(|show| press(show, view.fact == Some(each.fact)));
            }
            for choice in &choices {
                let of = choice.get_attribute("data-of").unwrap_or_default();
                let by_area = choice.get_attribute("data-act").is_some_and(|act| act == "area");
                let area = view.area.as_ref().map_or("", |id| id.as_str());
                let status = view.status.map_or("", |status| status.word());
                press(choice, of == if by_area { area } else { status });
            }
            set_text(".filters__shown", &shown(&atlas, view));
        });
    });
}

/// Shows a button as pressed or not.
pub fn press(button: &Element, is_on: bool) {
    set(button, "aria-pressed", if is_on { "true" } else { "false" });
}
