//! The inspector and the list of the states: which of them is the selected one.

use leptos::prelude::*;
use web_sys::Element;

use crate::browser::document::{all, set_or_remove};
use crate::dataset::PlaceCode;
use crate::state::AppState;

/// Marks what belongs to the selected state as the current one; the overview where none is selected.
pub fn follow(state: AppState) {
    let own = |element: Element, attribute: &str| {
        let code = element.get_attribute(attribute).and_then(|code| PlaceCode::new(&code));
        (element, code)
    };
    let mut parts: Vec<(Element, Option<PlaceCode>)> =
        all(".place").map(|section| own(section, "id")).collect();
    parts.extend(all(".places__link").map(|link| own(link, "data-of")));
    parts.extend(all(".overview").map(|overview| (overview, None)));
    super::follow(move || {
        let place = state.view.with(|view| view.place);
        for (element, code) in &parts {
            set_or_remove(element, "aria-current", (*code == place).then_some("true"));
        }
    });
}
