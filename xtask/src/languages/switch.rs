//! The way from the page of one language to that of another: plain links, complete before any script runs.

use super::{ENGLISH, Language};
use crate::prerender::escape;

/// The list of the languages, each by its own name; it opens without a script. `home` leads to the root, `label` is the
/// word for language in the page's own.
pub fn html(home: &str, label: &str, current: &Language, languages: &[Language]) -> String {
    let links: String = languages.iter().map(|each| link(home, current, each)).collect();
    let label = escape(label);
    format!(
        "<div class=\"languages\"><details class=\"languages__all\"><summary class=\"languages__current\">\
         <span class=\"unseen\">{label}: </span>{}</summary><nav class=\"languages__list\" aria-label=\"{label}\">\
         <ul>{links}</ul></nav></details></div>",
        escape(&current.name),
    )
}

fn link(home: &str, current: &Language, language: &Language) -> String {
    let Language { lang, dir, name, .. } = language;
    let current = if lang == &current.lang { " aria-current=\"page\"" } else { "" };
    let name = escape(name);
    format!(
        "<li><a href=\"{home}{lang}/\" lang=\"{lang}\" hreflang=\"{lang}\" dir=\"{dir}\"{current}>{name}</a></li>"
    )
}

/// The links by which a search engine finds the page in each language; `base` is the address of the root, or leads to
/// it. Whoever has another language gets English.
pub fn alternates(base: &str, languages: &[Language]) -> String {
    let link = |lang: &str, address: &str| {
        format!("\n<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\">")
    };
    let each = languages.iter().map(|each| link(&each.lang, &format!("{base}{}/", each.lang)));
    each.chain([link("x-default", &format!("{base}{ENGLISH}/"))]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_linked_by_its_own_name() {
        let english = super::super::read(ENGLISH).unwrap();
        let mut urdu = english.clone();
        (urdu.lang, urdu.dir, urdu.name) = ("ur".to_owned(), "rtl".to_owned(), "اردو".to_owned());
        let html = html("../", "Language", &english, &[english.clone(), urdu]);
        assert!(
            html.contains("<a href=\"../ur/\" lang=\"ur\" hreflang=\"ur\" dir=\"rtl\">اردو</a>"),
            "{html}"
        );
        assert!(html.contains("dir=\"ltr\" aria-current=\"page\">English</a>"), "{html}");
        let alternates = alternates("https://example.org/", &[english]);
        assert!(alternates.contains("hreflang=\"en\" href=\"https://example.org/en/\""));
        assert!(alternates.contains("hreflang=\"x-default\" href=\"https://example.org/en/\""));
    }
}
