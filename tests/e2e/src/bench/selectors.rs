//! The pages that the bench measures, and how it finds their parts. No other module of the bench names a class of a page.

use serde_json::{Value, json};

/// A page that the bench measures.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Its name in the tables.
    pub name: &'static str,
    /// Its path on the bench's host.
    pub path: &'static str,
    /// The page is whole once each selector matches at least so many elements.
    pub whole: &'static [(&'static str, usize)],
    /// The links that select a state.
    pub state_link: &'static str,
    /// The link that selects Malaysia.
    pub malaysia_link: &'static str,
    /// The facts of Malaysia; visible only while it is selected.
    pub malaysia_panel: &'static str,
    /// The buttons that filter the cards, if they work without the rest of [`Live`].
    pub filter_button: Option<&'static str>,
    /// The parts that need the WebAssembly module.
    pub live: Option<Live>,
}

/// The parts of a page that need the WebAssembly module.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    /// Matches once the page reacts.
    pub ready: &'static str,
    /// The field that searches the table.
    pub search_field: &'static str,
    /// The buttons that sort the table.
    pub sort_button: &'static str,
    /// The map, which takes wheel and mouse events.
    pub map: &'static str,
    /// A button that zooms the map.
    pub zoom_button: &'static str,
}

/// The built page.
pub const PAGE: Subject = Subject {
    name: "page",
    path: "/page/",
    whole: &[(".map__country", 11), (".about h2", 1)],
    state_link: ".country-list__link",
    malaysia_link: ".country-list__link[href='#MYS']",
    malaysia_panel: "#MYS",
    filter_button: Some(".filter__choice"),
    live: Some(Live {
        ready: "html[data-app=ready]",
        search_field: ".search input",
        sort_button: ".facts__sort",
        map: ".map__svg",
        zoom_button: ".map__button",
    }),
};

/// The first control: the built page without its scripts.
pub const CONTROL: Subject =
    Subject { name: "control", path: "/control/", filter_button: None, live: None, ..PAGE };

/// The second control: the [hand-written page](super::handwritten).
pub const HANDWRITTEN: Subject = Subject {
    name: "hand-written",
    path: "/handwritten/",
    whole: &[("path.state", 11), (".about h2", 1)],
    state_link: ".states a",
    malaysia_link: ".states a[href='#MYS']",
    malaysia_panel: "#MYS",
    filter_button: Some(".filters button"),
    live: None,
};

/// The studio, which has no state to select.
pub const STUDIO: Subject = Subject {
    name: "studio",
    path: "/page/studio/",
    whole: &[("html[data-app=ready] #paste", 1)],
    state_link: "",
    malaysia_link: "",
    malaysia_panel: "",
    filter_button: None,
    live: None,
};

impl Subject {
    /// Returns what `probe.js` needs, as JSON.
    pub fn for_probe(&self) -> Value {
        json!({
            "whole": self.whole,
            "malaysiaLink": self.malaysia_link,
            "malaysiaPanel": self.malaysia_panel,
            "ready": self.live.map(|live| live.ready),
        })
    }
}
