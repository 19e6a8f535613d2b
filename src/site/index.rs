//! The index of a site with several reports.

use leptos::prelude::*;

use super::escape::escape;
use super::folders::languages;
use super::{Site, policy, without_markers};
use crate::i18n::MessageId;
use crate::ui::report_index::{IndexEntry, ReportIndex};

/// Returns the index as a document: a card for each report, with its map in small. `None` where there is no report.
pub fn index_page(sites: &[Site<'_>]) -> Option<String> {
    let first = sites.first()?;
    let messages = first.english.messages(first.english);
    let entries: Vec<IndexEntry> = sites
        .iter()
        .map(|site| IndexEntry {
            id: site.id.to_owned(),
            atlas: site.atlas(site.main),
            languages: languages(site.locales),
        })
        .collect();
    let title = escape(&messages.get(MessageId::IndexTitle).value);
    let body = Owner::new().with(|| view! { <ReportIndex messages entries /> }.to_html());
    let (assets, outlines) = (first.assets, first.assets.outlines.trim());
    let policy = policy::hosted(&assets.css);
    Some(format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n<style>{css}</style>\n</head>\n<body>\n\
         {outlines}{body}\n{development}</body>\n</html>\n",
        icon = assets.icon,
        css = assets.css,
        body = without_markers(&body),
        development = assets.development,
    ))
}
