//! The page in each of its languages, and the way from one to another.

use anyhow::{Result, ensure};
use e2e::audit::{Colours, Edition, State, axe, bring, findings, languages, show, show_as_before};
use e2e::engine::Engine;
use e2e::page::Page;
use e2e::site::Scenario;

use crate::quality::assert_fits;
use crate::{ALL, ONE, TestCase, cards_seen, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        every_language_tells_every_fact_without_a_script,
        a_link_to_another_language_keeps_the_view,
        escape_puts_the_list_of_languages_away_and_nothing_else,
        a_wish_for_a_language_is_followed_and_an_unknown_one_is_not,
    ];
    all.extend(cases![ONE =>
        nothing_is_wider_than_320_px_in_any_language,
        a_number_is_never_broken_in_any_language,
        every_name_on_the_map_can_be_read_in_any_language,
        axe_finds_nothing_in_any_language,
        the_browsers_language_is_offered_and_not_forced,
    ]);
    all
}

async fn every_language_tells_every_fact_without_a_script(page: Page) -> Result<()> {
    let all = languages(&page).await?;
    for lang in &all {
        page.open(Scenario::NoScript, &format!("{lang}/"), "static").await?;
        page.scroll_to(".facts tbody").await?;
        let seen = page.inner_text(".facts").await?;
        let bundled = xtask::report::bundled()?;
        let texts = bundled.texts.iter().find(|texts| texts.lang == *lang);
        let locale = xtask::languages::read(lang)?;
        let facts = partnership_atlas::i18n::localize(&bundled.report, &locale, texts).facts;
        ensure!(facts.len() == 20, "{lang} has {} facts", facts.len());
        for part in facts.iter().flat_map(|fact| [&fact.title.value, &fact.text.value]) {
            ensure!(seen.contains(part.as_str()), "{lang}: “{part}” cannot be seen");
        }
        page.assert(&format!("document.documentElement.lang === {lang:?}")).await?;
        page.assert("getComputedStyle(document.querySelector('.map__svg')).direction === 'ltr'")
            .await?;
        page.assert(&format!(
            "document.querySelectorAll('link[hreflang]').length === {} && document.querySelectorAll('.languages a').length === {}",
            all.len() + 1,
            all.len()
        ))
        .await?;
    }
    Ok(())
}

async fn a_link_to_another_language_keeps_the_view(page: Page) -> Result<()> {
    page.open(Scenario::SubPath, "?area=cyber-security#MYS", "ready").await?;
    page.click(".languages summary").await?;
    page.click(".languages a[hreflang=pt]").await?;
    page.wait_for("location.pathname.endsWith('/some/sub/path/pt/') && document.documentElement.dataset.app === 'ready'").await?;
    page.assert("location.search === '?area=cyber-security' && location.hash === '#MYS'").await?;
    page.wait_for("document.querySelector('#MYS[aria-current]') !== null").await?;
    page.assert(&cards_seen(1)).await?;
    // The words of this language alone were fetched.
    page.assert("performance.getEntriesByType('resource').every(({ name }) => !name.endsWith('.json') || name.includes('/pt/'))").await
}

async fn escape_puts_the_list_of_languages_away_and_nothing_else(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.click(".languages summary").await?;
    page.assert("document.querySelector('.languages details').open").await?;
    page.read("document.querySelector('.languages a').focus()").await?;
    page.press("\u{E00C}").await?;
    page.wait_for("!document.querySelector('.languages details').open").await?;
    page.assert("document.activeElement.matches('.languages summary')").await?;
    page.assert("location.hash === '#MYS'").await?;
    page.press("\u{E00C}").await?;
    page.wait_for("location.hash === ''").await
}

async fn a_wish_for_a_language_is_followed_and_an_unknown_one_is_not(page: Page) -> Result<()> {
    page.open_led("?lang=pt&clock=today#SGP", "/pt/").await?;
    page.assert("location.search === '?clock=today' && location.hash === '#SGP'").await?;
    page.open_led("embed/?lang=pt", "/pt/embed/").await?;
    for unknown in ["xx", "..", "https://example.org", "%2F%2Fexample.org"] {
        page.open(Scenario::Root, &format!("?lang={unknown}"), "ready").await?;
        page.assert("location.pathname === '/' && document.documentElement.lang === 'en'").await?;
    }
    Ok(())
}

/// Chromium of the tests speaks English: on another page English is offered, and nothing is on its own.
async fn the_browsers_language_is_offered_and_not_forced(page: Page) -> Result<()> {
    ensure!(page.engine == Engine::Chromium, "the test knows the language of Chromium alone");
    page.open(Scenario::Root, "pt/", "ready").await?;
    page.assert("document.documentElement.lang === 'pt'").await?;
    page.assert("document.querySelector('.languages > a')?.hreflang === 'en'").await?;
    page.open(Scenario::Root, "en/", "ready").await?;
    page.assert("document.querySelector('.languages > a') === null").await
}

async fn nothing_is_wider_than_320_px_in_any_language(page: Page) -> Result<()> {
    for lang in languages(&page).await? {
        for state in ["#MYS", "?fact=cyber-training&clock=today"] {
            let address = format!("{lang}/{state}");
            page.open_framed(320, &address).await?;
            assert_fits(&page, &address).await?;
            page.browser.enter_default_frame().await?;
        }
    }
    Ok(())
}

/// Digits of some scripts may break between any two: a count or a paragraph number stays in one line.
async fn a_number_is_never_broken_in_any_language(page: Page) -> Result<()> {
    for lang in languages(&page).await? {
        for width in [320, 390] {
            page.open_framed(width, &format!("{lang}/")).await?;
            let broken = page.text("(() => {
                const lines = (each) => {
                    const range = document.createRange();
                    range.selectNodeContents(each);
                    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
                };
                return [...document.querySelectorAll('.disclosure__count, .chip')].filter((each) => lines(each) > 1).map((each) => each.textContent).join();
            })()").await?;
            ensure!(broken.is_empty(), "{lang} at {width} px: {broken}");
            page.browser.enter_default_frame().await?;
        }
    }
    Ok(())
}

/// A part of what `cargo xtask audit` goes through whole: each language in a few of its states.
/// Within the frame, on no other name, and under no button; names that meet at their rims are let be.
async fn every_name_on_the_map_can_be_read_in_any_language(page: Page) -> Result<()> {
    for lang in languages(&page).await? {
        for width in [320, 390, 1320] {
            page.open_framed(width, &format!("{lang}/")).await?;
            let wrong = page.text("(() => {
                const box = (each) => each.getBoundingClientRect(), frame = box(document.querySelector('.map__frame'));
                const names = [...document.querySelectorAll('.map__label')], buttons = [...document.querySelectorAll('.map__button'), document.querySelector('.map__partner')];
                const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
                return names.filter((name, place) => {
                    const own = box(name);
                    const inside = own.left >= frame.left - 1 && own.right <= frame.right + 1 && own.bottom <= frame.bottom + 1;
                    return !inside || [...buttons, ...names.slice(place + 1)].some((other) => meet(own, box(other)));
                }).map((name) => name.textContent).join();
            })()").await?;
            ensure!(wrong.is_empty(), "{lang} at {width} px: {wrong}");
            page.assert("((tile) => tile.scrollWidth <= tile.clientWidth)(document.querySelector('.map__partner'))").await?;
        }
    }
    Ok(())
}

async fn axe_finds_nothing_in_any_language(page: Page) -> Result<()> {
    let axe = axe()?;
    let samples = [
        (Edition::Static, State::Overview, 320, Colours::Light),
        (Edition::Live, State::Place("MYS"), 390, Colours::Dark),
        (Edition::Live, State::Evidence, 1320, Colours::Light),
        (Edition::Failed, State::Languages, 1320, Colours::Forced),
    ];
    for lang in languages(&page).await? {
        for (edition, state, width, colours) in samples {
            show(&page, width, colours).await?;
            bring(&page, &axe, &lang, edition, state).await?;
            let found = findings(&page).await?;
            ensure!(found.is_empty(), "{lang} {edition:?} {state:?} {width} {colours:?}: {found}");
        }
    }
    show_as_before(&page).await
}
