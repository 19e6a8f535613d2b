//! What a reader copies and pastes elsewhere.

use anyhow::{Context, Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::{ONE, TOUCH, TestCase, cases};

/// The tests of this file. The driver of WebKitGTK has no clipboard.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![TOUCH =>
        the_table_is_pasted_as_one_row_for_each_fact_and_one_cell_for_each_column,
        the_table_of_a_page_without_scripts_is_pasted_with_its_cells,
        words_of_a_cell_are_copied_as_they_stand,
    ];
    all.extend(cases![ONE => what_is_copied_is_the_original_whatever_a_translator_did]);
    all
}

/// Presses a key while Control is held.
async fn press_with_control(page: &Page, key: &str) -> Result<()> {
    let keys = json!([
        { "type": "keyDown", "value": "\u{E009}" }, { "type": "keyDown", "value": key },
        { "type": "keyUp", "value": key }, { "type": "keyUp", "value": "\u{E009}" },
    ]);
    page.act(json!([{ "type": "key", "id": "keys", "actions": keys }])).await
}

/// Copies a part of the page; `range` is an expression for a `Range`.
async fn copy(page: &Page, range: &str) -> Result<()> {
    // The keys go to the document that was clicked.
    page.click(".timeline h2").await?;
    page.read(&format!(
        "(getSelection().removeAllRanges(), getSelection().addRange({range}), true)"
    ))
    .await?;
    press_with_control(page, "c").await
}

fn all_of(selector: &str) -> String {
    format!(
        "((range) => (range.selectNodeContents(document.querySelector({selector:?})), range))(document.createRange())"
    )
}

/// Pastes into an empty page: as rich text, whose rows of cells it returns, and as plain text.
async fn pasted(page: &Page) -> Result<(Vec<Vec<String>>, String)> {
    page.browser
        .goto(
            "data:text/html,<meta charset=utf-8><div contenteditable>x</div><textarea></textarea>",
        )
        .await?;
    for selector in ["div", "textarea"] {
        let field = page.browser.find(By::Css(selector)).await?;
        field.click().await?;
        press_with_control(page, "a").await?;
        press_with_control(page, "v").await?;
    }
    page.wait_for("document.querySelector('textarea').value !== ''").await?;
    let rows = page
        .read("[...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.innerText.trim()))")
        .await?;
    let plain = page.text("document.querySelector('textarea').value").await?;
    Ok((serde_json::from_value(rows)?, plain))
}

const HEADINGS: [&str; 6] = ["Fact", "Reach", "Date", "Status", "People", "Source"];

fn assert_cells(rows: &[Vec<String>], facts: usize) -> Result<()> {
    ensure!(rows.len() == facts + 1, "{} rows are pasted", rows.len());
    for (number, row) in rows.iter().enumerate() {
        ensure!(row.len() == 6, "row {number} has {} cells: {row:?}", row.len());
    }
    ensure!(
        rows.first().is_some_and(|row| *row == HEADINGS),
        "the headings are {:?}",
        rows.first()
    );
    Ok(())
}

fn assert_one_line_for_each(rows: &[Vec<String>]) -> Result<()> {
    for cell in rows.iter().flatten() {
        ensure!(!cell.contains('\n'), "a cell has two lines: {cell:?}");
    }
    Ok(())
}

async fn the_table_is_pasted_as_one_row_for_each_fact_and_one_cell_for_each_column(
    page: Page,
) -> Result<()> {
    let report = crate::without_script::report()?;
    for (width, address, facts) in [
        (1320, "", 20),
        (390, "", 20),
        (390, "?q=training&sort=-date&clock=today", 2),
        // The filters are those of the cards. The table has every fact.
        (1320, "?area=cyber-security&status=scheduled#MYS", 20),
        (320, "ur/", 20),
    ] {
        page.open_framed(width, address).await?;
        // A table that is folded cannot be selected.
        page.unfold().await?;
        copy(&page, &all_of(".facts__table")).await?;
        page.step_out().await?;
        let (rows, plain) = pasted(&page).await?;
        let of_plain: Vec<Vec<String>> =
            plain.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect();
        let case = || format!("{width} px {address}");
        let differ =
            of_plain.iter().flatten().zip(rows.iter().flatten()).find(|(one, other)| one != other);
        ensure!(
            of_plain.len() == rows.len() && differ.is_none(),
            "{}: plain and rich text differ: {differ:?}",
            case()
        );
        if address.starts_with("ur") {
            ensure!(rows.len() == 21 && rows.iter().all(|row| row.len() == 6), "{}", case());
            continue;
        }
        assert_cells(&rows, facts).with_context(case)?;
        assert_one_line_for_each(&rows).with_context(case)?;
        for row in rows.iter().skip(1) {
            let fact = report
                .facts
                .iter()
                .find(|fact| row.first().is_some_and(|cell| cell.starts_with(&fact.title.value)));
            let fact = fact.with_context(|| format!("no fact begins {row:?}"))?;
            ensure!(row.first() == Some(&format!("{} {}", fact.title, fact.text)), "{row:?}");
            ensure!(row.last() == Some(&format!("Source ¶{}", fact.paragraph())), "{row:?}");
        }
        if facts == 2 {
            ensure!(
                plain.contains("cannot tell the outcome")
                    && !plain.contains("Scheduled, second half"),
                "{plain}"
            );
            ensure!(plain.contains("Two readings. Reading A “Scheduled in"), "{plain}");
        }
    }
    // A selection by mouse often ends before the next section, and begins after a heading.
    page.open(Scenario::Root, "", "ready").await?;
    copy(&page, "((range) => (range.setStartBefore(document.querySelector('.facts thead th:nth-child(2)')), range.setEndAfter(document.querySelector('.facts')), range))(document.createRange())").await?;
    let (rows, _) = pasted(&page).await?;
    assert_cells(&rows, 20)
}

async fn the_table_of_a_page_without_scripts_is_pasted_with_its_cells(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "", "static").await?;
    page.unfold().await?;
    copy(&page, &all_of(".facts__table")).await?;
    let (rows, _) = pasted(&page).await?;
    assert_cells(&rows, 20)
}

async fn words_of_a_cell_are_copied_as_they_stand(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    copy(&page, &all_of("tr[data-fact=visit-indonesia] .facts__text")).await?;
    let (rows, plain) = pasted(&page).await?;
    ensure!(
        rows.is_empty() && plain == "Pakistan’s Foreign Minister visited Indonesia.",
        "{plain:?}"
    );
    // Beyond the table the browser copies what stands there.
    page.open(Scenario::Root, "", "ready").await?;
    copy(&page, &all_of(".facts")).await?;
    ensure!(pasted(&page).await?.1.contains("Every fact"));
    Ok(())
}

/// Changes every text as a translator does that respects `translate="no"`.
const TRANSLATE: &str = "(() => {
    const walker = document.createTreeWalker(document.querySelector('.atlas'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('svg, [translate=no]')) continue;
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text.data.toUpperCase().split('').reverse().join(''));
    }
    return texts.length;
})()";

async fn what_is_copied_is_the_original_whatever_a_translator_did(page: Page) -> Result<()> {
    let report = crate::without_script::report()?;
    page.open(Scenario::Root, "?area=cyber-security#MYS", "ready").await?;
    page.read("(globalThis.copied = [], navigator.clipboard.writeText = (text) => { copied.push(text); return Promise.resolve(); }, true)").await?;
    page.read(TRANSLATE).await?;
    ensure!(
        page.inner_text(".overview__headline").await? == "nothing"
            || page.text("document.querySelector('.overview__headline').textContent").await?
                == report.source().title
    );
    let quotes = page
        .read("[...document.querySelectorAll('.evidence q')].map((quote) => quote.textContent)")
        .await?;
    let expected: Vec<Value> = report
        .facts
        .iter()
        .map(|fact| json!(fact.quotes.first().map(|quote| &quote.exact)))
        .collect();
    ensure!(quotes == Value::Array(expected), "the quotes became {quotes}");
    page.read("document.querySelector('#plan-of-action .evidence__copy button').click()").await?;
    page.wait_for("copied.length === 1").await?;
    page.read("document.querySelector('#SHARE .dialog__foot button').click()").await?;
    page.read("document.querySelector('#EMBED .dialog__foot button').click()").await?;
    page.wait_for("copied.length === 3").await?;
    let copied: Vec<String> = serde_json::from_value(page.read("copied").await?)?;
    let [citation, link, code] = copied.as_slice() else { anyhow::bail!("{copied:?}") };
    ensure!(
        *citation
            == page
                .text("document.querySelector('#plan-of-action .evidence__citation').textContent")
                .await?
    );
    ensure!(
        citation.contains(&report.source().title)
            && citation.ends_with(report.source().url.as_deref().unwrap_or_default()),
        "{citation}"
    );
    ensure!(link.ends_with("/?area=cyber-security#MYS"), "{link}");
    ensure!(
        *link == page.text("document.querySelector('#SHARE .dialog__code').textContent").await?
    );
    ensure!(
        code.starts_with("<iframe src=\"http") && code.contains("embed/?area=cyber-security#MYS"),
        "{code}"
    );
    ensure!(
        *code == page.text("document.querySelector('#EMBED .dialog__code').textContent").await?
    );
    Ok(())
}
