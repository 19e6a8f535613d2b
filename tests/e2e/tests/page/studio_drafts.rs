//! The drafts of the studio: what is kept, and what the studio says where it cannot be.

use anyhow::{Result, ensure};
use e2e::engine::Engine;
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};

use crate::studio::{activate, fill, open, take};
use crate::{ALL, TWO, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        a_draft_comes_back_after_a_reload,
        a_draft_comes_back_after_its_tab_was_killed,
        without_storage_the_studio_works_and_says_so,
        a_full_storage_is_told_and_nothing_is_lost,
        a_copy_opens_the_draft_that_has_the_same,
        a_draft_that_is_closed_at_once_is_kept,
    ];
    all.extend(cases![TWO => a_draft_is_changed_in_one_tab_only]);
    all
}

/// Waits until everything is kept.
async fn wait_until_kept(page: &Page) -> Result<()> {
    let kept = "document.querySelector('.head__keeping').textContent.startsWith('Saved')";
    page.wait_for(kept).await
}

/// Opens the draft with a title.
async fn open_draft(page: &Page, title: &str) -> Result<()> {
    let draft = format!(
        "[...document.querySelectorAll('.start__draft .button')].find((button) => button.textContent.includes({title:?}))"
    );
    page.wait_for(&draft).await?;
    page.read(&format!("({draft}.click(), true)")).await?;
    page.wait_for("document.querySelector('#atlas-title, .facts')").await
}

async fn a_draft_comes_back_after_a_reload(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.\n\nA well was dug.").await?;
    activate(&page, "#begin").await?;
    fill(&page, "#atlas-title", "Roads and wells").await?;
    page.wait_for("document.querySelector('.head__keeping').textContent.startsWith('Saved')")
        .await?;
    page.reload().await?;
    let draft = "[...document.querySelectorAll('.start__draft .button')].find((button) => button.textContent.includes('Roads and wells'))";
    page.wait_for(draft).await?;
    page.read(&format!("({draft}.click(), true)")).await?;
    page.wait_for("document.querySelector('#atlas-title')?.value === 'Roads and wells'").await?;
    page.assert("document.querySelectorAll('.text__paragraph').length === 2").await
}

async fn a_draft_comes_back_after_its_tab_was_killed(page: Page) -> Result<()> {
    open(&page).await?;
    let first = page.browser.window().await?;
    let second = page.browser.new_tab().await?;
    page.browser.switch_to_window(second.clone()).await?;
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    let title = format!("Killed in {}", page.engine.word());
    fill(&page, "#atlas-title", &title).await?;
    wait_until_kept(&page).await?;
    // The last words are not kept yet.
    fill(&page, "#atlas-deck", "Too late.").await?;
    kill(&page).await?;
    page.browser.switch_to_window(first).await?;
    open(&page).await?;
    open_draft(&page, &title).await?;
    page.assert(&format!("document.querySelector('#atlas-title').value === {title:?}")).await?;
    page.assert("document.querySelectorAll('.text__paragraph').length === 1").await?;
    // It is whole, whether the last words are there or not, and can be changed here.
    page.assert("['', 'Too late.'].includes(document.querySelector('#atlas-deck').value)").await?;
    page.assert("!document.querySelector('#atlas-title').readOnly").await
}

/// Ends the process of the tab; where the driver cannot, closes the tab without asking the page.
async fn kill(page: &Page) -> Result<()> {
    if page.engine == Engine::Chromium {
        // The command has no answer: who would give it is gone.
        let _ = page.browser.cdp().send_raw("Page.crash", json!({})).await;
    }
    page.browser.close_window().await?;
    Ok(())
}

async fn a_full_storage_is_told_and_nothing_is_lost(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    let title = format!("Roads of {}", page.engine.word());
    fill(&page, "#atlas-title", &title).await?;
    wait_until_kept(&page).await?;
    let full = "window.put = IDBObjectStore.prototype.put,
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }, true";
    page.read(&format!("({full})")).await?;
    fill(&page, "#atlas-deck", "Written while there was no room.").await?;
    page.wait_for("document.querySelector('.head__keeping--warning')").await?;
    let words = page.inner_text(".head__keeping").await?;
    ensure!(words.contains("Save a copy"), "it says {words}");
    let copy: Value = serde_json::from_str(&take(&page, "#save-copy").await?)?;
    ensure!(
        copy.pointer("/dataset/atlas/deck") == Some(&json!("Written while there was no room.")),
        "{copy:#}"
    );
    // With room again, the next change keeps all of it.
    page.read("(IDBObjectStore.prototype.put = window.put, true)").await?;
    fill(&page, "#atlas-editor", "The Fjord Courier").await?;
    wait_until_kept(&page).await?;
    page.reload().await?;
    open_draft(&page, &title).await?;
    page.assert(
        "document.querySelector('#atlas-deck').value === 'Written while there was no room.'",
    )
    .await
}

/// Opens a file of the studio, as one that was chosen.
async fn open_file(page: &Page, name: &str, content: &str) -> Result<()> {
    let script = "const [name, content] = arguments, files = new DataTransfer();
        files.items.add(new File([content], name));
        const field = document.querySelector('#open-file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.execute(script, vec![json!(name), json!(content)]).await?;
    page.wait_for("document.querySelector('#atlas-title, .facts')").await
}

async fn a_copy_opens_the_draft_that_has_the_same(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    let title = format!("Copied in {}", page.engine.word());
    fill(&page, "#atlas-title", &title).await?;
    wait_until_kept(&page).await?;
    let copy = take(&page, "#save-copy").await?;
    let count = format!(
        "[...document.querySelectorAll('.start__draft .button:first-child')]
            .filter((button) => button.textContent.includes({title:?})).length"
    );
    activate(&page, "#close").await?;
    page.wait_for(&format!("{count} === 1")).await?;
    open_file(&page, "roads.draft.json", &copy).await?;
    page.wait_for(&format!("document.querySelector('#atlas-title').value === {title:?}")).await?;
    activate(&page, "#close").await?;
    page.wait_for(&format!("{count} === 1")).await?;
    // A copy that says anything else is a draft of its own, which the list tells apart.
    let other = copy.replace("A road was opened.", "A well was dug.");
    open_file(&page, "roads.draft.json", &other).await?;
    wait_until_kept(&page).await?;
    activate(&page, "#close").await?;
    page.wait_for(&format!("{count} === 2")).await?;
    let second = format!("{title} (2)");
    page.assert(&format!(
        "document.querySelector('.start__drafts').textContent.includes({second:?})"
    ))
    .await
}

async fn a_draft_that_is_closed_at_once_is_kept(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    let title = format!("Closed in {}", page.engine.word());
    fill(&page, "#atlas-title", &title).await?;
    activate(&page, "#close").await?;
    open_draft(&page, &title).await?;
    page.assert(&format!("document.querySelector('#atlas-title').value === {title:?}")).await?;
    // The preview is the same frame as before.
    page.wait_for(
        "document.querySelector('#preview-frame').contentDocument.querySelector('.atlas')",
    )
    .await?;
    page.assert("document.querySelectorAll('#preview-frame').length === 1").await
}

async fn without_storage_the_studio_works_and_says_so(page: Page) -> Result<()> {
    page.open(Scenario::NoStorage, "studio/", "ready").await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    fill(&page, "#atlas-title", "Roads").await?;
    page.wait_for("document.querySelector('.head__keeping--warning')").await?;
    let words = page.inner_text(".head__keeping").await?;
    ensure!(words.contains("Save a copy"), "it says {words}");
    // A copy can be saved and opened again.
    let copy = take(&page, "#save-copy").await?;
    let copy: Value = serde_json::from_str(&copy)?;
    ensure!(copy.pointer("/dataset/atlas/title") == Some(&json!("Roads")), "{copy:#}");
    ensure!(copy.pointer("/paragraphs/0") == Some(&json!("A road was opened.")), "{copy:#}");
    // A draft that would be gone is saved as it is closed.
    fill(&page, "#atlas-title", "Roads and wells").await?;
    let copy: Value = serde_json::from_str(&take(&page, "#close").await?)?;
    ensure!(copy.pointer("/dataset/atlas/title") == Some(&json!("Roads and wells")), "{copy:#}");
    page.wait_for("document.querySelector('#paste')").await
}

async fn a_draft_is_changed_in_one_tab_only(page: Page) -> Result<()> {
    open(&page).await?;
    fill(&page, "#paste", "A road was opened.").await?;
    activate(&page, "#begin").await?;
    let title = format!("One tab in {}", page.engine.word());
    fill(&page, "#atlas-title", &title).await?;
    page.wait_for("document.querySelector('.head__keeping').textContent.startsWith('Saved')")
        .await?;
    let first = page.browser.window().await?;
    let second = page.browser.new_tab().await?;
    page.browser.switch_to_window(second).await?;
    open(&page).await?;
    let draft = format!(
        "[...document.querySelectorAll('.start__draft .button')].find((button) => button.textContent.includes({title:?}))"
    );
    page.wait_for(&draft).await?;
    page.read(&format!("({draft}.click(), true)")).await?;
    page.wait_for("document.querySelector('.head__keeping--warning')").await?;
    page.wait_for("document.querySelector('#atlas-title')?.readOnly").await?;
    page.browser.close_window().await?;
    page.browser.switch_to_window(first).await?;
    page.assert("!document.querySelector('#atlas-title').readOnly").await
}
