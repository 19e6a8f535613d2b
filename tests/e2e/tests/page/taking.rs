//! What a reader takes from the page and checks on it: the table as it is seen, and a text of one's own.

use anyhow::{Context as _, Result, ensure};
use e2e::fixtures::{report, report_names};
use e2e::page::Page;
use e2e::site::Scenario;
use partnership_atlas::model::Quote;
use partnership_atlas::view_model::Atlas;

use crate::{ALL, TWO, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![
        TWO => the_table_is_saved_as_it_is_seen, the_map_is_saved_as_it_is_seen, one_file_saves_the_map_from_the_disk,
    ];
    all.extend(cases![ALL => a_text_is_compared_with_the_report]);
    all
}

/// Keeps what the page saves in `saved`: the name of each file and its bytes.
pub const KEEP: &str = "(() => { window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => { saved.push({ type: blob.type, bytes: [...new Uint8Array(bytes)] }); });
        return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
    return true; })()";

async fn the_table_is_saved_as_it_is_seen(page: Page) -> Result<()> {
    page.open(Scenario::Root, "?q=singapore", "ready").await?;
    page.read(KEEP).await?;
    page.scroll_to(".facts__save").await?;
    let rows = page.read("document.querySelectorAll('tbody tr').length").await?;
    let label = page.inner_text(".facts__save").await?;
    ensure!(label.ends_with(&format!(": {rows}")), "{rows} rows, but the button says {label}");
    page.click(".facts__save").await?;
    page.wait_for("saved.length === 1").await?;
    let name = page.text("savedAs").await?;
    ensure!(name == "pakistan-asean-2023.csv", "it is saved as {name}");
    page.assert("saved[0].type === 'text/csv'").await?;
    // A byte order mark tells a spreadsheet the encoding.
    page.assert("saved[0].bytes.slice(0, 3).join() === '239,187,191'").await?;
    let lines = "new TextDecoder().decode(new Uint8Array(saved[0].bytes)).trim().split('\\r\\n')";
    page.assert(&format!("{lines}[0].startsWith('id,kind,title,')")).await?;
    let seen = "[...document.querySelectorAll('tbody tr')].map((row) => row.dataset.fact).join()";
    page.assert(&format!("{lines}.slice(1).map((line) => line.split(',')[0]).join() === {seen}"))
        .await?;
    // Nothing found, nothing to save.
    page.click("input[type=search]").await?;
    page.press("zzzz").await?;
    page.wait_for("document.querySelectorAll('tbody tr').length === 0").await?;
    page.assert("document.querySelector('.facts__save').getClientRects().length === 0").await
}

async fn the_map_is_saved_as_it_is_seen(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.read(KEEP).await?;
    page.click("[data-save-map=svg]").await?;
    page.wait_for("saved.length === 1").await?;
    let name = page.text("savedAs").await?;
    ensure!(name == "pakistan-asean-2023-map.svg", "it is saved as {name}");
    page.read("(window.picture = new DOMParser().parseFromString(new TextDecoder().decode(new Uint8Array(saved[0].bytes)), 'image/svg+xml'), true)").await?;
    page.assert(
        "picture.documentElement.localName === 'svg' && !picture.querySelector('parsererror')",
    )
    .await?;
    // Nothing of it is loaded from elsewhere, and nothing runs.
    page.assert(
        "!picture.querySelector('script, foreignObject, image, use, [href], [onclick], [style]')",
    )
    .await?;
    let lines = "[...picture.querySelectorAll('text')].map((text) => text.textContent)";
    for words in ["Pakistan and ASEAN", "Islamabad", "Timor-Leste", "Named in the report"] {
        page.assert(&format!("{lines}.includes({words:?})")).await?;
    }
    for part in ["Radio Pakistan", "Boundaries and names", "Malaysia", "http://"] {
        page.assert(&format!("{lines}.some((line) => line.startsWith({part:?}))")).await?;
    }
    page.click("[data-save-map=png]").await?;
    page.wait_for("saved.length === 2").await?;
    page.assert("saved[1].type === 'image/png' && savedAs.endsWith('-map.png')").await?;
    // The signature of a PNG, and its width (PNG specification, 5.2 and 11.2.2).
    page.assert("saved[1].bytes.slice(0, 4).join() === '137,80,78,71'").await?;
    page.assert("new DataView(new Uint8Array(saved[1].bytes).buffer).getUint32(16) > 2000").await?;
    page.assert("saved[1].bytes.length > 50000").await
}

/// The hosted page loads what draws the picture; one file has it inside.
async fn one_file_saves_the_map_from_the_disk(page: Page) -> Result<()> {
    let dist = std::env::var("ATLAS_DIST").context("ATLAS_DIST is not set")?;
    page.browser.goto("about:blank").await?;
    page.browser.goto(format!("file://{dist}/partnership-atlas.html")).await?;
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    page.read(KEEP).await?;
    for kind in ["svg", "png"] {
        page.click(&format!("[data-save-map={kind}]")).await?;
        page.wait_for(&format!("window.savedAs === 'pakistan-asean-2023-map.{kind}'")).await?;
    }
    page.wait_for("saved.length === 2").await?;
    page.assert(
        "!performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.js'))",
    )
    .await
}

/// Returns an invented text in whose paragraphs all quotes of a report stand.
fn text_with_quotes(atlas: &Atlas) -> String {
    let quotes: Vec<&Quote> = atlas.report.facts.iter().flat_map(|fact| &fact.quotes).collect();
    let last = quotes.iter().map(|quote| quote.paragraph).max().unwrap_or_default();
    let paragraph = |number: u16| {
        let mut words: Vec<&str> = quotes
            .iter()
            .filter(|quote| quote.paragraph == number)
            .map(|quote| quote.exact.as_str())
            .collect();
        words.dedup();
        format!("Words {}.", words.join(" … "))
    };
    (1..=last).map(paragraph).collect::<Vec<_>>().join("\n\n")
}

async fn a_text_is_compared_with_the_report(page: Page) -> Result<()> {
    let name = "norway-2023";
    let index = report_names().iter().position(|each| each == name).unwrap_or_default();
    let Some(atlas) = report(index) else { anyhow::bail!("{name} cannot be read") };
    page.open(Scenario::Report(index), "", "ready").await?;
    page.click(".about__verify summary").await?;
    // Waits until the words are there.
    let compare = async |text: &str, expected: &str| -> Result<String> {
        page.read(&format!("document.querySelector('.about__verify textarea').value = {text:?}"))
            .await?;
        page.click_button("Compare").await?;
        page.wait_for(&format!(
            "document.querySelector('.about__verify').innerText.includes({expected:?})"
        ))
        .await?;
        page.inner_text(".about__verify").await
    };
    let quotes: usize = atlas.report.facts.iter().map(|fact| fact.quotes.len()).sum();
    let text = text_with_quotes(&atlas);
    let told = compare(&text, &format!("{quotes} of {quotes} quotes stand there.")).await?;
    ensure!(!told.contains("does not stand there"), "{told}");
    let first = atlas.report.facts.first().and_then(|fact| fact.quotes.first());
    let exact = first.map(|quote| quote.exact.clone()).unwrap_or_default();
    let lost = format!("This quote does not stand there: “{exact}”");
    compare(&text.replace(&exact, "other words"), &lost).await?;
    // The text stays in the field.
    page.assert("document.querySelector('.about__verify textarea').value.includes('other words')")
        .await
}
