//! The studio: an editor makes an atlas in the browser.

use anyhow::{Context, Result, ensure};
use e2e::audit::{Colours, axe, findings, show as show_as, show_as_before};
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};

use crate::quality::assert_fits;
use crate::taking::KEEP;
use crate::{ALL, ONE, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        a_whole_atlas_is_made_by_hand,
        a_changed_date_of_the_example_is_everywhere,
        a_pasted_text_is_text,
        selected_words_become_one_more_quote,
        what_is_wrong_leads_to_its_field,
    ];
    all.extend(cases![ONE => axe_finds_nothing_in_any_step]);
    all
}

/// A made-up report of nine paragraphs.
pub const REPORT: &str = include_str!("../../studio/report.txt");

/// The facts that the test makes of it: the words of the report, the title, the kind, the status, the extent and the date.
const FACTS: &str = include_str!("../../studio/facts.json");

pub async fn open(page: &Page) -> Result<()> {
    page.open(Scenario::Root, "studio/", "ready").await?;
    page.wait_for("document.querySelector('#paste')").await
}

/// Puts a text into a field as a paste does.
pub async fn fill(page: &Page, selector: &str, text: &str) -> Result<()> {
    let script = "const [selector, text] = arguments, field = document.querySelector(selector);
        const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
        field.focus(); set.call(field, text); field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true })); field.blur();";
    let done = page.browser.execute(script, vec![json!(selector), json!(text)]).await;
    done.with_context(|| format!("cannot fill in {selector}"))?;
    Ok(())
}

/// Presses a button or another control as the keyboard does.
pub async fn activate(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(&format!("document.querySelector({selector:?})?.matches(':enabled, a')")).await?;
    page.read(&format!("(document.querySelector({selector:?}).click(), true)")).await?;
    Ok(())
}

/// Shows a form by the number of its tab.
pub async fn show(page: &Page, tab: usize) -> Result<()> {
    activate(page, &format!(".tabs .tab:nth-child({tab})")).await
}

const REPORT_TAB: usize = 1;
pub const CHECK_TAB: usize = 6;
pub const PUBLISH_TAB: usize = 7;

/// Starts a draft of the report and fills in what stands above the facts.
async fn start(page: &Page) -> Result<()> {
    fill(page, "#paste", REPORT).await?;
    activate(page, "#begin").await?;
    page.wait_for("document.querySelectorAll('.text__paragraph').length === 9").await?;
    for (field, text) in [
        ("#sources-0-title", "Norway and ASEAN meet in Oslo"),
        ("#sources-0-outlet", "The Fjord Courier"),
        ("#sources-0-url", " example.org/fjord"),
        ("#sources-0-published", "8 June 2023"),
        ("#partner-name", "Norway"),
        ("#partner-seat-name", "Oslo"),
        ("#partner-code", "NOR"),
        ("#atlas-title", "Norway and ASEAN"),
        ("#atlas-deck", "What the report says of a day in Oslo."),
    ] {
        fill(page, field, text).await?;
    }
    // Words become a date, and an address gets its scheme, when the field is left.
    page.wait_for("document.querySelector('#sources-0-published').value === '2023-06-08'").await
}

/// Finds words in the text by the keyboard.
async fn find(page: &Page, words: &str) -> Result<()> {
    fill(page, "#find", words).await?;
    activate(page, ".text__search button").await?;
    page.wait_for("document.querySelector('#mark:enabled')").await
}

/// Finds words in the text and makes a fact of them.
async fn mark(page: &Page, index: usize, words: &str) -> Result<()> {
    find(page, words).await?;
    activate(page, "#mark").await?;
    page.wait_for(&format!("document.activeElement?.id === 'facts-{index}-title'")).await?;
    let quote = format!("document.querySelector('#facts-{index}-quotes-0-exact').value");
    page.assert(&format!("{quote}.includes({:?})", first(words))).await
}

fn first(words: &str) -> String {
    words.chars().take(12).collect()
}

/// Fills in the form of a fact.
async fn record(page: &Page, index: usize, fact: &Value) -> Result<()> {
    let text = |key: &str| fact.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let field = |key: &str| format!("#facts-{index}-{key}");
    fill(page, &field("title"), &text("title")).await?;
    fill(page, &field("text"), &text("text")).await?;
    fill(page, &field("kind"), &text("kind")).await?;
    fill(page, &field("status"), &text("status")).await?;
    fill(page, &field("scope-extent"), &text("extent")).await?;
    for place in fact.get("places").and_then(Value::as_array).into_iter().flatten() {
        let place = place.as_str().unwrap_or_default();
        let check = format!(
            "[...document.querySelectorAll('{} label')].find((label) => label.textContent.trim() === {place:?})",
            field("scope-places")
        );
        page.wait_for(&check).await?;
        page.read(&format!("({check}.querySelector('input').click(), true)")).await?;
    }
    match fact.get("date").and_then(Value::as_str) {
        Some(date) => fill(page, &field("date"), date).await,
        None => {
            let not_stated = format!("{} ~ .field__check input", field("date"));
            activate(page, &not_stated).await
        }
    }
}

/// Waits until nothing is wrong any more.
async fn wait_until_right(page: &Page) -> Result<()> {
    show(page, CHECK_TAB).await?;
    let right = "document.querySelectorAll('.check:not(.check--advice) .check__item').length === 0 && document.querySelector('.forms h2').textContent.length > 0";
    let result = page.wait_for(right).await;
    if result.is_err() {
        let left = page.text("document.querySelector('.check').innerText").await?;
        return result.context(format!("left: {left}"));
    }
    result
}

/// Saves a file and returns its text.
pub async fn take(page: &Page, button: &str) -> Result<String> {
    page.read(&format!("window.saved ? (saved.length = 0, true) : {KEEP}")).await?;
    activate(page, button).await?;
    page.wait_for("saved.length === 1").await?;
    page.text("new TextDecoder().decode(new Uint8Array(saved[0].bytes))").await
}

async fn a_whole_atlas_is_made_by_hand(page: Page) -> Result<()> {
    open(&page).await?;
    start(&page).await?;
    let facts: Vec<Value> = serde_json::from_str(FACTS)?;
    ensure!(facts.len() == 20, "the report has {} facts", facts.len());
    for (index, fact) in facts.iter().enumerate() {
        let words = fact.get("words").and_then(Value::as_str).context("a fact has words")?;
        mark(&page, index, words).await?;
        record(&page, index, fact).await?;
        if index == 9 {
            // Undone and done again, a fact is the same.
            activate(&page, "#undo").await?;
            activate(&page, "#redo").await?;
        }
        if index == 11 {
            // A reload in the middle loses nothing that was kept.
            page.wait_for(
                "document.querySelector('.head__keeping').textContent.startsWith('Saved')",
            )
            .await?;
            page.reload().await?;
            activate(&page, ".start__draft .button").await?;
            page.wait_for("document.querySelectorAll('.facts__item').length === 12").await?;
        }
    }
    wait_until_right(&page).await?;
    show(&page, PUBLISH_TAB).await?;
    let dataset: Value = serde_json::from_str(&take(&page, "#publish-dataset").await?)?;
    let expected: Value = serde_json::from_str(include_str!("../../studio/dataset.json"))?;
    for key in ["atlas", "partner", "facts"] {
        ensure!(dataset.get(key) == expected.get(key), "{key}: {:#?}", dataset.get(key));
    }
    let html = take(&page, "#publish-html").await?;
    let path = std::env::temp_dir().join(format!("studio-{}.html", page.engine.word()));
    std::fs::write(&path, html)?;
    page.browser.goto(format!("file://{}", path.display())).await?;
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    for fact in &facts {
        let title = fact.get("title").and_then(Value::as_str).unwrap_or_default();
        page.assert(&format!("document.body.textContent.includes({title:?})")).await?;
    }
    page.assert("document.querySelectorAll('tbody tr').length === 20").await?;
    // Alive: a search leaves what it finds.
    page.unfold().await?;
    page.click("input[type=search]").await?;
    page.press("harbour").await?;
    page.wait_for("document.querySelectorAll('tbody tr').length === 1").await
}

/// Runs an expression in the document of the preview, which is `page`.
fn in_preview(expression: &str) -> String {
    format!("((page) => {expression})(document.querySelector('#preview-frame').contentDocument)")
}

async fn a_changed_date_of_the_example_is_everywhere(page: Page) -> Result<()> {
    open(&page).await?;
    activate(&page, "#example").await?;
    page.wait_for("document.querySelectorAll('.facts__item').length === 20").await?;
    page.wait_for(&in_preview("page.querySelectorAll('tbody tr').length === 20")).await?;
    // The last project: the business conference.
    activate(&page, ".facts__item:nth-child(16) button").await?;
    fill(&page, "#facts-15-date", "September 2023").await?;
    for part in [".card", "tbody tr", ".timeline li"] {
        let told = format!(
            "[...page.querySelectorAll({part:?})].some((part) => part.textContent.includes('September 2023'))"
        );
        page.wait_for(&in_preview(&told)).await?;
    }
    // The page of the preview is alive: a filter leaves its cards.
    page.wait_for(&in_preview("page.querySelectorAll('.card').length === 4")).await?;
    // Another title is in the evidence, and the evidence of the other facts stays as it is.
    page.read(&in_preview("page.querySelectorAll('.evidence').forEach((it) => it.stays = true)"))
        .await?;
    fill(&page, "#facts-15-title", "A meeting of traders").await?;
    let new = "[...page.querySelectorAll('.evidence')].filter((it) => !it.stays).map((it) => it.querySelector('h3').textContent).join()";
    page.wait_for(&in_preview(&format!("{new} === 'A meeting of traders'"))).await?;
    show(&page, PUBLISH_TAB).await?;
    let dataset: Value = serde_json::from_str(&take(&page, "#publish-dataset").await?)?;
    ensure!(dataset.pointer("/facts/15/date") == Some(&json!("2023-09")), "{dataset:#}");
    let html = take(&page, "#publish-html").await?;
    let told = html.matches("September 2023").count();
    ensure!(told >= 3, "the date is told {told} times");
    // The atlas opens in the studio again, with the same dataset.
    open(&page).await?;
    let script = "const [html] = arguments, files = new DataTransfer();
        files.items.add(new File([html], 'atlas.html', { type: 'text/html' }));
        const field = document.querySelector('#open-file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.execute(script, vec![json!(html)]).await?;
    page.wait_for("document.querySelectorAll('.facts__item').length === 20").await?;
    show(&page, PUBLISH_TAB).await?;
    let again: Value = serde_json::from_str(&take(&page, "#publish-dataset").await?)?;
    ensure!(again == dataset, "the dataset is another one");
    let html_again = take(&page, "#publish-html").await?;
    ensure!(html_again == html, "the page is another one");
    Ok(())
}

async fn a_pasted_text_is_text(page: Page) -> Result<()> {
    const HOSTILE: &str = "<img src=x onerror=\"window.hurt = 1\"><script>window.hurt = 2</script> A road &amp; a well.";
    open(&page).await?;
    fill(&page, "#paste", HOSTILE).await?;
    activate(&page, "#begin").await?;
    page.wait_for("document.querySelectorAll('.text__paragraph').length === 1").await?;
    let shown = page.text("document.querySelector('.text__paragraph').textContent").await?;
    ensure!(shown == HOSTILE, "{shown}");
    fill(&page, "#atlas-title", HOSTILE).await?;
    fill(&page, "#atlas-deck", HOSTILE).await?;
    page.wait_for(&in_preview("page.querySelector('h1')?.textContent.includes('<img')")).await?;
    page.assert(
        "window.hurt === undefined && !document.querySelector('#studio img, #studio script')",
    )
    .await?;
    page.assert(&in_preview("!page.querySelector('img, body script')")).await?;
    page.assert("document.querySelector('#preview-frame').contentWindow.hurt === undefined").await
}

async fn selected_words_become_one_more_quote(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "Norway opened a road in Oslo.\n\nTwo wells were dug.").await?;
    activate(&page, "#begin").await?;
    mark(&page, 0, "opened a road").await?;
    let quote = |index: usize, words: &str| {
        format!("document.querySelector('#facts-0-quotes-{index}-exact')?.value === {words:?}")
    };
    // The only quote gets other words; then there is one more.
    find(&page, "road in Oslo").await?;
    activate(&page, "#use-quote").await?;
    page.wait_for(&quote(0, "road in Oslo")).await?;
    find(&page, "Two wells").await?;
    activate(&page, "#add-quote").await?;
    page.wait_for(&quote(1, "Two wells")).await?;
    page.assert(&quote(0, "road in Oslo")).await?;
    page.assert("document.querySelector('#facts-0-quotes-1-paragraph').value === '2'").await?;
    // Of two quotes it would not be said which goes.
    find(&page, "dug").await?;
    page.assert("document.querySelector('#use-quote').disabled").await?;
    page.assert("!document.querySelector('#add-quote').disabled").await
}

async fn what_is_wrong_leads_to_its_field(page: Page) -> Result<()> {
    open(&page).await?;
    activate(&page, "#example").await?;
    page.wait_for("document.querySelectorAll('.facts__item').length === 20").await?;
    activate(&page, ".facts__item:nth-child(5) button").await?;
    fill(&page, "#facts-4-title", "").await?;
    fill(&page, "#facts-4-date", "some day").await?;
    show(&page, REPORT_TAB).await?;
    fill(&page, "#sources-0-url", "ftp://example.org").await?;
    show(&page, CHECK_TAB).await?;
    page.wait_for("document.querySelectorAll('.check__item').length === 3").await?;
    let words = page.inner_text(".check").await?;
    for name in ["Address of the report", "Fact 5: The fact in a few words", "Fact 5: When"] {
        ensure!(words.contains(name), "{name} is not in {words}");
    }
    // No path of the file, and nothing can be published.
    ensure!(!words.contains('$'), "{words}");
    let item = "[...document.querySelectorAll('.check__item')].find((item) => item.textContent.includes('Fact 5: When'))";
    page.read(&format!("({item}.click(), true)")).await?;
    page.wait_for("document.activeElement?.id === 'facts-4-date'").await?;
    page.assert("document.querySelector('#facts-4-date').getAttribute('aria-invalid') === 'true'")
        .await?;
    show(&page, PUBLISH_TAB).await?;
    page.assert("document.querySelector('#publish-html').disabled").await?;
    // Undone, the example is right again.
    for _ in 0..3 {
        activate(&page, "#undo").await?;
    }
    // The last one shows what was changed first.
    page.wait_for("document.activeElement?.id === 'facts-4-title'").await?;
    show(&page, PUBLISH_TAB).await?;
    page.wait_for("!document.querySelector('#publish-html').disabled").await
}

async fn axe_finds_nothing_in_any_step(page: Page) -> Result<()> {
    let axe = axe()?;
    let samples = [
        ("?lang=en", 1320, Colours::Light),
        ("?lang=en", 320, Colours::Dark),
        // The longest words.
        ("?lang=ta", 320, Colours::Light),
        ("?lang=ur", 390, Colours::Light),
        ("?lang=ur", 1320, Colours::Forced),
    ];
    for (rest, width, colours) in samples {
        show_as(&page, width, colours).await?;
        page.open(Scenario::Root, &format!("studio/{rest}"), "ready").await?;
        page.wait_for("document.querySelector('#paste')").await?;
        page.browser.execute(axe.as_str(), Vec::new()).await?;
        let check = async |step: &str| -> Result<()> {
            page.wait_for_paint().await?;
            let found = findings(&page).await?;
            ensure!(found.is_empty(), "{step} {rest} {width} {colours:?}: {found}");
            assert_fits(&page, step).await
        };
        check("start").await?;
        activate(&page, "#begin").await?;
        check("refusal").await?;
        fill(&page, "#paste", REPORT).await?;
        activate(&page, "#begin").await?;
        page.wait_for("document.querySelectorAll('.text__paragraph').length === 9").await?;
        mark(&page, 0, "signed an agreement on clean shipping").await?;
        fill(&page, "#facts-0-scope-extent", "named").await?;
        page.wait_for("document.querySelector('#facts-0-scope-places')").await?;
        check("a fact").await?;
        for tab in 1..=7 {
            show(&page, tab).await?;
            check(&format!("form {tab}")).await?;
        }
        for pane in [1, 3] {
            // Narrow screens alone have the buttons of the panes.
            page.read(&format!(
                "(document.querySelector('.panes .tab:nth-child({pane})').click(), true)"
            ))
            .await?;
            check(&format!("pane {pane}")).await?;
        }
    }
    show_as_before(&page).await
}
