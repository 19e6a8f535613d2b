//! Readers with larger letters: a browser whose default size is 20, 24 or 32 px.

use anyhow::{Result, ensure};
use e2e::audit::languages;
use e2e::page::Page;

use crate::{TOUCH, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    cases![TOUCH => larger_letters_lose_nothing_in_any_language]
}

/// Doubles the letters that follow the width of the map, as a browser does that zooms text alone.
const TEXT_ONLY: &str = ".map__partner { font-size: calc(2 * clamp(8px, 2.7cqi, 14px)) }
    .map__partner-note { font-size: calc(2 * clamp(8px, 2.4cqi, 12px)) }";

/// Sets the default size of letters, in CSS px, with other rules.
async fn set_size(page: &Page, size: u32, rules: &str) -> Result<()> {
    let sheet = format!("html {{ font-size: {size}px }} {rules}");
    page.read(&format!(
        "((sheet) => {{ sheet.replaceSync({sheet:?}); document.adoptedStyleSheets = [sheet]; return true; }})(new (window.wrappedJSObject ?? window).CSSStyleSheet())"
    ))
    .await?;
    page.wait_for_paint().await?;
    page.assert(&format!("getComputedStyle(document.documentElement).fontSize === '{size}px'"))
        .await
}

/// What leaves the window or its own box, is cut off, or covers other words.
const LOST: &str = "(() => {
    const name = (each) => `${each.localName}.${each.className.baseVal ?? each.className} ${each.textContent.trim().slice(0, 20)}`;
    const seen = [...document.querySelectorAll('.atlas *')].filter((each) => !each.closest('.visually-hidden') && each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length);
    const lost = [];
    const box = (each) => each.getBoundingClientRect();
    for (const each of seen.filter((each) => !each.closest('svg'))) {
        if (box(each).right > innerWidth + 1 || box(each).left < -1) lost.push(`wide: ${name(each)}`);
        const { overflowX, overflowY, display, fontSize } = getComputedStyle(each);
        if (display === 'inline' || each.matches('main, .map__frame, input, select')) continue;
        // The half of a bracket in Chinese may stand beyond its line.
        if (each.scrollWidth > each.clientWidth + 1 + parseFloat(fontSize) / 2 && overflowX !== 'auto') lost.push(`burst: ${name(each)}`);
        if (overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1) lost.push(`cut: ${name(each)}`);
    }
    const frame = box(document.querySelector('.map__frame'));
    for (const each of document.querySelectorAll('.map__partner, .map__partner *')) {
        if (box(each).bottom > frame.bottom + 1 || box(each).right > frame.right + 1) lost.push(`off the map: ${name(each)}`);
    }
    const tile = box(document.querySelector('.map__partner'));
    for (const each of document.querySelectorAll('.map__partner > *')) {
        if (box(each).right > tile.right + 1 || box(each).left < tile.left - 1 || box(each).bottom > tile.bottom + 1) lost.push(`off the tile: ${name(each)}`);
    }
    // Words on words: the pieces of a row, a card, a section that have text of their own.
    const pieces = seen.filter((each) => !each.closest('svg, .map__lines, .map__partner, .as-of') && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    const boxes = pieces.map((each) => [...each.getClientRects()].filter((rect) => rect.width > 0));
    for (let one = 0; one < pieces.length; one += 1)
        for (let other = one + 1; other < Math.min(pieces.length, one + 25); other += 1) {
            if (pieces[one].contains(pieces[other]) || pieces[other].contains(pieces[one])) continue;
            const scroller = pieces[one].closest('.inspector__sheet') !== pieces[other].closest('.inspector__sheet');
            if (scroller) continue;
            const meet = boxes[one].some((a) => boxes[other].some((b) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2));
            if (meet) lost.push(`on each other: ${name(pieces[one])} / ${name(pieces[other])}`);
        }
    return [...new Set(lost)].slice(0, 12).join(' ⏎ ');
})()";

async fn larger_letters_lose_nothing_in_any_language(page: Page) -> Result<()> {
    let all = std::env::var_os("ATLAS_EVERY_SIZE").is_some();
    let mut found = Vec::new();
    for lang in languages(&page).await? {
        // The largest letters in every language; the other sizes where words are longest or lines highest.
        let sizes: &[u32] =
            if all || ["en", "ta", "ur"].contains(&lang.as_str()) { &[20, 24, 32] } else { &[32] };
        for width in [320, 390, 768, 1320] {
            page.open_framed(width, &format!("{lang}/?fact=cyber-training&clock=today#MYS"))
                .await?;
            for size in sizes {
                set_size(&page, *size, "").await?;
                let lost = page.text(LOST).await?;
                if !lost.is_empty() {
                    found.push(format!("{lang} {width} px at {size} px: {lost}"));
                }
            }
            if width < 768 {
                set_size(&page, 32, TEXT_ONLY).await?;
                let lost = page.text(LOST).await?;
                if !lost.is_empty() {
                    found.push(format!("{lang} {width} px with text alone at 200 %: {lost}"));
                }
            }
            page.step_out().await?;
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
