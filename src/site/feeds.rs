//! What a site tells of its pages where its address is known: a sitemap, a file for robots, a feed.

use std::fmt::Write as _;

use super::Site;
use super::escape::escape;
use crate::i18n::MessageId;
use crate::model::Day;

/// The name of the feed, at the root of the site.
pub const FEED: &str = "feed.xml";

/// Returns the sitemap of a site (<https://www.sitemaps.org/protocol.html>): the page of each language, with the others.
/// `None` where the address is not known.
pub fn sitemap(sites: &[Site<'_>]) -> Option<String> {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for site in sites {
        let url = site.report_url()?;
        let mut links = String::new();
        let tags: Vec<&str> = site.locales.iter().map(|locale| locale.lang.as_str()).collect();
        let first = ("x-default", site.main.lang.as_str());
        for (tag, folder) in tags.iter().map(|tag| (*tag, *tag)).chain([first]) {
            let href = escape(&format!("{url}{folder}/"));
            let _ = writeln!(
                links,
                "    <xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>"
            );
        }
        let changed = last_change(site).map(|day| format!("    <lastmod>{day}</lastmod>\n"));
        let changed = changed.unwrap_or_default();
        for tag in tags {
            let location = escape(&format!("{url}{tag}/"));
            let _ = write!(text, "  <url>\n    <loc>{location}</loc>\n{changed}{links}  </url>\n");
        }
    }
    Some(text + "</urlset>\n")
}

/// Returns the file for robots (RFC 9309), which a crawler reads at the root of a host: everything may be read, and where
/// the sitemap is.
pub fn robots(url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n")
}

/// Returns whether the site has a feed: its address is known, and there are several reports or corrections.
pub(super) fn has_feed(site: &Site<'_>) -> bool {
    site.url.is_some() && (site.is_one_of_several || !site.report.atlas.corrections.is_empty())
}

/// Returns the feed of a site (Atom, RFC 4287): an entry for each report and for each correction, the latest first.
/// `None` where a site has none.
pub fn feed(sites: &[Site<'_>]) -> Option<String> {
    let first = sites.iter().find(|site| has_feed(site))?;
    let url = escape(first.url?);
    let mut entries: Vec<(Day, String)> = sites.iter().flat_map(entries).collect();
    entries.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let (latest, _) = entries.first()?;
    let messages = first.english.messages(first.english);
    let title = if sites.len() > 1 {
        messages.get(MessageId::IndexTitle).value.clone()
    } else {
        first.atlas(first.main).report.atlas.title.value
    };
    let author = crate::view_model::citation::PRODUCT;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n  <title>{}</title>\n  \
         <id>{url}</id>\n  <link href=\"{url}\"/>\n  <link rel=\"self\" href=\"{url}{FEED}\"/>\n  \
         <updated>{latest}T00:00:00Z</updated>\n  <author><name>{author}</name></author>\n",
        escape(&title),
    );
    text.extend(entries.into_iter().map(|(_, entry)| entry));
    Some(text + "</feed>\n")
}

/// Returns the report of a site and its corrections, each with its day. A report without any day is left out, since an
/// entry must have one.
fn entries(site: &Site<'_>) -> Vec<(Day, String)> {
    let Some(url) = site.report_url().map(|url| escape(&url)) else { return Vec::new() };
    let edition = site.atlas(site.main).report.atlas;
    let entry = |day: Day, id: &str, title: &str, summary: &str| {
        let text = format!(
            "  <entry>\n    <title>{}</title>\n    <id>{url}{id}</id>\n    <link href=\"{url}\"/>\n    \
             <updated>{day}T00:00:00Z</updated>\n    <summary>{}</summary>\n  </entry>\n",
            escape(title),
            escape(summary),
        );
        (day, text)
    };
    let title = &edition.title.value;
    let own = last_change(site).map(|day| entry(day, "", title, &edition.deck.value));
    let corrections = edition.corrections.iter().rev().enumerate().map(|(index, correction)| {
        entry(correction.date, &format!("#correction-{}", index + 1), title, &correction.text.value)
    });
    own.into_iter().chain(corrections).collect()
}

/// Returns the day on which an atlas changed last: of its version, or of its latest correction, or else that of the report.
fn last_change(site: &Site<'_>) -> Option<Day> {
    let edition = &site.report.atlas;
    let corrections = edition.corrections.iter().map(|correction| correction.date);
    let changed = corrections.chain(edition.published).max();
    changed.or_else(|| site.report.source().published.last_day())
}
