//! The code that embeds the page in another one: a plain frame, since many sites remove scripts.

use form_urlencoded::Serializer;

use crate::state::protocol::{EmbedOption, ThemeOption, ViewOption};
use crate::state::{Address, ViewState};

/// The height of a frame whose host does not listen to its messages, in CSS px.
pub const FRAME_HEIGHT: u32 = 720;

/// What an editor chooses for the frame, besides the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EmbedOptions {
    /// The visible part; `None` shows all.
    pub view: Option<ViewOption>,
    /// The colours; `None` follows the reader's device.
    pub theme: Option<ThemeOption>,
}

/// Returns the address of the embedded page that shows a view; `page_url` is the address of the page, and `number` its page of
/// the table, from 0.
pub fn frame_url(page_url: &str, number: usize, view: &ViewState, options: EmbedOptions) -> String {
    let folder = page_url.rsplit_once('/').map_or("", |(folder, _)| folder);
    // A further page of the table is in `page/2` beside the folder of the embedded page, which shows the first one.
    let is_further = number > 0;
    let folder = if is_further { folder.rsplitn(3, '/').last().unwrap_or(folder) } else { folder };
    let page = view.page.or(is_further.then_some(number));
    let Address { query, fragment } = ViewState { page, ..view.without_extra() }.to_address();
    let EmbedOptions { view, theme } = options;
    let mut query = Serializer::new(query.trim_start_matches('?').to_owned());
    if let Some(view) = view {
        query.append_pair(EmbedOption::View.into(), view.into());
    }
    if let Some(theme) = theme {
        query.append_pair(EmbedOption::Theme.into(), theme.into());
    }
    let query = query.finish();
    let sign = if query.is_empty() { "" } else { "?" };
    format!("{folder}/embed/{sign}{query}{fragment}")
}

/// Returns the frame as HTML, its title escaped.
pub fn embed_code(url: &str, title: &str) -> String {
    let (url, title) = (escape(url), escape(title));
    format!(
        "<iframe src=\"{url}\" title=\"{title}\" width=\"100%\" height=\"{FRAME_HEIGHT}\" \
         style=\"display:block;border:0\" loading=\"lazy\" allow=\"clipboard-write; fullscreen\"></iframe>"
    )
}

/// Returns a text as the value of an attribute in double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::{atlas, view};

    #[test]
    fn the_frame_shows_the_view_without_the_params_of_others() {
        let view = view(&atlas(), "?utm_source=x&area=cyber-security&clock=today#MYS");
        let options = EmbedOptions { view: Some(ViewOption::Map), theme: Some(ThemeOption::Dark) };
        assert_eq!(
            frame_url("https://example.org/a/index.html", 0, &view, options),
            "https://example.org/a/embed/?area=cyber-security&clock=today&view=map&theme=dark#MYS",
        );
        let plain =
            frame_url("https://example.org/", 0, &ViewState::default(), EmbedOptions::default());
        assert_eq!(plain, "https://example.org/embed/");
    }

    #[test]
    fn the_frame_of_a_further_page_of_the_table_shows_that_page() {
        let frame = |page_url: &str, view| frame_url(page_url, 1, &view, EmbedOptions::default());
        let second = "https://example.org/a/en/page/2/";
        let expected = "https://example.org/a/en/embed/?page=2";
        assert_eq!(frame(second, ViewState::default()), expected);
        assert_eq!(frame(&format!("{second}index.html"), ViewState::default()), expected);
        let fifth = ViewState { page: Some(4), ..ViewState::default() };
        assert_eq!(frame(second, fifth), "https://example.org/a/en/embed/?page=5");
    }

    #[test]
    fn no_title_ends_its_attribute() {
        let code = embed_code("https://example.org/?a=1&b=2", "\"><script>");
        assert!(
            code.contains("src=\"https://example.org/?a=1&amp;b=2\" title=\"&quot;>&lt;script>\""),
            "{code}"
        );
    }
}
