//! The code that puts the page into another: a plain frame, since many sites strip scripts.

use crate::state::url::ViewState;

/// The height that the frame has where its host does not listen to it, in CSS px.
pub const HEIGHT: &str = "720";

/// What a host may ask of the frame, besides the state of the view; an empty word is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// `map`, `cards` or `table`.
    pub view: &'static str,
    /// `light` or `dark`.
    pub theme: &'static str,
}

impl Wishes {
    /// Takes a word for a wish by its name, `view` or `theme`; one that is not known is the default.
    pub fn take(&mut self, name: &str, word: &str) {
        let known = |words: [&'static str; 3]| words.into_iter().find(|known| *known == word);
        match name {
            "view" => self.view = known(["map", "cards", "table"]).unwrap_or_default(),
            "theme" => self.theme = known(["light", "dark", ""]).unwrap_or_default(),
            _ => {}
        }
    }
}

/// The address of the framed edition beside the page, as it shows a view; `base` is the address of the page.
pub fn address(base: &str, view: &ViewState, wishes: Wishes) -> String {
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let address = view.without_others().to_address();
    let mut query = address.query;
    for (key, value) in [("view", wishes.view), ("theme", wishes.theme)] {
        if !value.is_empty() {
            let sign = if query.is_empty() { "?" } else { "&" };
            query.push_str(&[sign, key, "=", value].concat());
        }
    }
    [folder, "/embed/", &query, &address.fragment].concat()
}

/// The frame as HTML, with its title escaped.
pub fn frame(address: &str, title: &str) -> String {
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let parts = [
        "<iframe src=\"",
        &escaped(address),
        "\" title=\"",
        &escaped(title),
        "\" width=\"100%\" height=\"",
        HEIGHT,
        "\" style=\"display:block;border:0\" loading=\"lazy\" allow=\"clipboard-write; fullscreen\"></iframe>",
    ];
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;
    use crate::state::url::Address;

    #[test]
    fn the_frame_shows_the_view_and_nothing_that_is_not_ours() {
        let query = "?utm_source=x&area=cyber-security&clock=today".to_owned();
        let address = Address { query, fragment: "#MYS".to_owned() };
        let view = ViewState::from_address(&address, &atlas::bundled().digest);
        let check = |base, wishes, wanted| assert_eq!(super::address(base, &view, wishes), wanted);
        check(
            "https://example.org/a/index.html",
            Wishes { view: "map", theme: "dark" },
            "https://example.org/a/embed/?area=cyber-security&clock=today&view=map&theme=dark#MYS",
        );
        let plain =
            super::address("https://example.org/", &ViewState::default(), Wishes::default());
        assert_eq!(plain, "https://example.org/embed/");
    }

    #[test]
    fn no_title_ends_its_attribute() {
        let html = frame("https://example.org/?a=1&b=2", "\"><script>");
        assert!(
            html.contains("src=\"https://example.org/?a=1&amp;b=2\" title=\"&quot;>&lt;script>\""),
            "{html}"
        );
    }
}
