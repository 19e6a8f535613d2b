//! The page as it will be. The browser renders it into the frame.

use std::sync::Arc;

use leptos::prelude::*;

use crate::path::Path;
use crate::state::{Context, PreviewOptions};
use crate::words::Word;

/// The id of the frame.
pub const FRAME: &str = "preview-frame";

/// The widths of the preview, in CSS px.
const WIDTHS: [u32; 4] = [320, 390, 768, 1320];

/// The frame and how it is shown.
#[component]
pub fn Preview(
    /// What every component is given.
    context: Context,
    /// The languages of the page: the tag and the own name of each.
    languages: Vec<(String, String)>,
) -> impl IntoView {
    let studio = context.studio;
    let options = studio.preview;
    let text = |word| context.words.get(word).to_owned();
    let width = move || options.with(|options| options.width);
    let change =
        move |change: &dyn Fn(&mut PreviewOptions)| options.update(|options| change(options));
    let widths = WIDTHS.map(|own| {
        view! { <option value=own.to_string() selected=move || width() == own>{format!("{own} px")}</option> }
    });
    let tags: Arc<Vec<String>> = Arc::new(languages.iter().map(|(tag, _)| tag.clone()).collect());
    let lang = move || {
        let chosen = options.with(|options| options.lang.clone());
        if !chosen.is_empty() {
            return chosen;
        }
        studio.read(|document| page_language(document.text(&Path::of("atlas").key("lang")), &tags))
    };
    let languages = languages.into_iter().map(|(tag, name)| {
        let own = tag.clone();
        let shown = lang.clone();
        let is_own = move || shown() == own;
        view! { <option value=tag lang="" selected=is_own>{name}</option> }
    });
    let size = move || format!("preview__frame preview__frame--{}", width());
    view! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{text(Word::PreviewTitle)}</h2>
            <div class="preview__tools">
                <label>
                    {text(Word::PreviewWidth)}
                    <select on:change=move |event| {
                        let width = event_target_value(&event).parse().unwrap_or(390);
                        change(&|options| options.width = width);
                    }>{widths.into_iter().collect_view()}</select>
                </label>
                <label>
                    {text(Word::PreviewTheme)}
                    <select on:change=move |event| {
                        let is_dark = event_target_value(&event) == "dark";
                        change(&|options| options.is_dark = is_dark);
                    }>
                        <option value="light">{text(Word::PreviewThemeLight)}</option>
                        <option value="dark">{text(Word::PreviewThemeDark)}</option>
                    </select>
                </label>
                <label>
                    {text(Word::PreviewLanguage)}
                    <select prop:value=lang.clone() on:change=move |event| {
                        let lang = event_target_value(&event);
                        change(&|options| options.lang.clone_from(&lang));
                    }>{languages.collect_view()}</select>
                </label>
                <label>
                    {text(Word::PreviewMode)}
                    <select id="preview-mode" on:change=move |event| {
                        let is_alive = event_target_value(&event) == "alive";
                        change(&|options| options.is_alive = is_alive);
                    }>
                        <option value="alive">{text(Word::PreviewAlive)}</option>
                        <option value="static">{text(Word::PreviewStatic)}</option>
                    </select>
                </label>
                <button type="button" class="button" on:click=move |_| (studio.platform.print_preview)()>
                    {text(Word::PreviewPaper)}
                </button>
            </div>
            <div class="preview__scroll" tabindex="0" role="group" aria-labelledby="preview-title">
                <iframe id=FRAME class=size title=text(Word::PreviewTitle) src="preview.html"></iframe>
            </div>
        </section>
    }
}

/// Returns the language of the page of an atlas, by its tag: English where the page does not speak it.
fn page_language(tag: &str, known: &[String]) -> String {
    const ENGLISH: &str = "en";
    known.iter().find(|known| *known == tag).map_or(ENGLISH, String::as_str).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_in_the_language_of_the_atlas_where_it_speaks_that() {
        let known = ["en", "ur", "zh-Hans"].map(str::to_owned);
        for (tag, expected) in [("ur", "ur"), ("ur-PK", "en"), ("sw", "en"), ("", "en")] {
            assert_eq!(page_language(tag, &known), expected);
        }
    }
}
