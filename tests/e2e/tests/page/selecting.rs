//! Choosing a state: by pointer, by key, by finger.

use anyhow::{Context, Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;
use partnership_atlas::map_layout::{FEATURES, Feature, HEIGHT, WIDTH};
use serde_json::{Value, json};

use crate::{ALL, TOUCH, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        a_click_on_malaysia_shows_its_plan_with_paragraph_8,
        a_click_on_malaysia_under_a_sub_path_shows_its_plan_with_paragraph_8,
        every_state_is_selected_by_a_click_on_the_map,
        every_state_is_a_target_of_24_px_on_the_map_and_of_44_px_in_the_list,
        every_state_is_selected_by_tab_and_enter_or_space,
        escape_and_the_sea_clear_the_selection,
        the_focus_goes_back_to_the_state_that_is_no_longer_selected,
        pointing_at_a_state_names_it,
        every_fact_is_two_steps_from_its_state,
    ];
    all.extend(cases![TOUCH => every_state_is_selected_by_a_finger]);
    all
}

/// Where a state is on the screen, in CSS px: in its shape, or for a small one its disc.
pub async fn point_of(page: &Page, feature: &Feature) -> Result<(i64, i64)> {
    page.read("document.querySelector('.map__svg').scrollIntoView({ block: 'center' })").await?;
    let place =
        if feature.is_small || feature.code == "MYS" { feature.label } else { feature.center };
    let frame = page
        .read("(({ left, top, width, height }) => [left, top, width, height])(document.querySelector('.map__svg').getBoundingClientRect())")
        .await?;
    let number =
        |index: usize| frame.get(index).and_then(Value::as_f64).context("the map has no size");
    let x = number(0)? + f64::from(place.x) / f64::from(WIDTH) * number(2)?;
    let y = number(1)? + f64::from(place.y) / f64::from(HEIGHT) * number(3)?;
    #[expect(clippy::cast_possible_truncation, reason = "a point of the window")]
    let point = (x.round() as i64, y.round() as i64);
    Ok(point)
}

fn malaysia() -> Result<&'static Feature> {
    FEATURES.iter().find(|feature| feature.code == "MYS").context("Malaysia is not on the map")
}

async fn assert_malaysia(page: &Page) -> Result<()> {
    page.wait_for("document.querySelector('#MYS').getClientRects().length > 0").await?;
    let seen = page.inner_text("#MYS").await?;
    for part in ["Malaysia", "Azhar Bin Mazlan", "plan of action for 2023", "Source ¶8"] {
        ensure!(seen.contains(part), "“{part}” cannot be seen in: {seen}");
    }
    // The address is written after what has been chosen is painted.
    page.wait_for("location.hash === '#MYS'").await?;
    page.assert(
        "document.querySelector('[data-to=MYS]').classList.contains('map__connector--raised')",
    )
    .await?;
    page.assert("document.querySelectorAll('.map__country--dim').length === 10").await?;
    page.assert(
        "document.querySelector('.card__note').innerText.includes('covered ASEAN-wide, not named')",
    )
    .await
}

async fn a_click_on_malaysia_shows_its_plan_with_paragraph_8(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let (x, y) = point_of(&page, malaysia()?).await?;
    page.click_at(x, y).await?;
    assert_malaysia(&page).await
}

async fn a_click_on_malaysia_under_a_sub_path_shows_its_plan_with_paragraph_8(
    page: Page,
) -> Result<()> {
    page.open(Scenario::SubPath, "", "ready").await?;
    let (x, y) = point_of(&page, malaysia()?).await?;
    page.click_at(x, y).await?;
    assert_malaysia(&page).await?;
    page.assert("location.pathname === '/some/sub/path/'").await
}

async fn assert_selected(page: &Page, code: &str) -> Result<()> {
    page.wait_for(&format!("location.hash === '#{code}'")).await?;
    page.wait_for(&format!(
        "document.getElementById('{code}').getAttribute('aria-current') === 'true'"
    ))
    .await?;
    page.assert(&format!("document.querySelector('.country-list__link[href=\"#{code}\"]').getAttribute('aria-current') === 'true'")).await?;
    page.assert("document.querySelectorAll('.country[aria-current]').length === 1").await?;
    page.assert(&format!(
        "document.querySelector('.map__country[data-place={code}]').classList.contains('map__country--selected')"
    ))
    .await
}

async fn every_state_is_selected_by_a_click_on_the_map(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    for feature in &FEATURES {
        let (x, y) = point_of(&page, feature).await?;
        page.click_at(x, y).await.with_context(|| format!("clicking {}", feature.code))?;
        assert_selected(&page, feature.code).await?;
        // The whole map again, where every state is where it was.
        page.press("\u{E00C}").await?;
        page.wait_for("location.hash === ''").await?;
        settled(&page).await?;
    }
    Ok(())
}

/// Waits until the map has come to rest.
pub async fn settled(page: &Page) -> Result<()> {
    page.wait_for("!document.querySelector('.map__svg').getAnimations({ subtree: true }).length")
        .await
}

async fn every_state_is_selected_by_a_finger(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    for feature in &FEATURES {
        let (x, y) = point_of(&page, feature).await?;
        page.tap_at(x, y).await.with_context(|| format!("tapping {}", feature.code))?;
        assert_selected(&page, feature.code).await?;
        page.press("\u{E00C}").await?;
        page.wait_for("location.hash === ''").await?;
        settled(&page).await?;
    }
    Ok(())
}

/// Whether the state has a square of 24 CSS px in which a click selects this state and no other. Looks at the corners,
/// the edges and the middle of the square.
const HAS_A_TARGET: &str = "(code) => {
    const box = document.querySelector(`.map__country[data-place=${code}]`).getBoundingClientRect();
    const mine = (x, y) => document.elementFromPoint(x, y)?.closest('[data-place]')?.dataset.place === code;
    const steps = [-12, -6, 0, 6, 12];
    for (let y = box.top + 12; y <= box.bottom - 12; y += 3)
        for (let x = box.left + 12; x <= box.right - 12; x += 3)
            if (steps.every((dy) => steps.every((dx) => mine(x + dx, y + dy)))) return true;
    return false;
}";

async fn every_state_is_a_target_of_24_px_on_the_map_and_of_44_px_in_the_list(
    page: Page,
) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.read("document.querySelector('.map__svg').scrollIntoView({ block: 'center' })").await?;
    for feature in &FEATURES {
        page.assert(&format!("({HAS_A_TARGET})('{}')", feature.code)).await?;
    }
    for width in [320, 390] {
        page.open_framed(width, "").await?;
        page.assert(
            "[...document.querySelectorAll('.country-list__link')].filter((link) => link.offsetHeight >= 44 && link.offsetWidth >= 44).length === 11",
        )
        .await?;
        page.browser.enter_default_frame().await?;
    }
    Ok(())
}

async fn every_state_is_selected_by_tab_and_enter_or_space(page: Page) -> Result<()> {
    const TAB: &str = "\u{E004}";
    page.open(Scenario::Root, "", "ready").await?;
    // Safari and its kin reach links by key only where the reader has asked for it; the list is then entered
    // by a script's focus, and the keys act all the same.
    let by_tab = page.engine != e2e::engine::Engine::Webkit;
    let mut reached = Vec::new();
    for turn in 0..60 {
        if reached.len() == 11 {
            break;
        }
        if by_tab {
            page.press(TAB).await?;
        } else {
            page.read(&format!("document.querySelectorAll('.country-list__link')[{turn}].focus()"))
                .await?;
        }
        let focused = "document.activeElement?.matches('.country-list__link') ? document.activeElement.hash : ''";
        let hash = page.text(focused).await?;
        let Some(code) =
            hash.strip_prefix('#').filter(|code| !reached.contains(&(*code).to_owned()))
        else {
            continue;
        };
        page.press(if reached.len() % 2 == 0 { "\u{E007}" } else { " " }).await?;
        assert_selected(&page, code).await?;
        page.assert("document.activeElement.matches('.country-list__link:focus-visible')").await?;
        reached.push(code.to_owned());
    }
    ensure!(reached.len() == 11, "only {reached:?} were reached");
    Ok(())
}

async fn the_focus_goes_back_to_the_state_that_is_no_longer_selected(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.wait_for("document.querySelector('#MYS .country__clear').checkVisibility()").await?;
    page.read("document.querySelector('#MYS .country__clear').focus()").await?;
    page.press("\u{E007}").await?;
    page.wait_for("location.hash === ''").await?;
    page.wait_for("document.activeElement.matches(\".country-list__link[href='#MYS']\")").await?;
    // After a press of the pointer the map must not show the state again.
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.click("#MYS .country__clear").await?;
    page.wait_for("location.hash === ''").await?;
    page.wait_for_paint().await?;
    page.assert("!document.activeElement.matches('.country-list__link')").await
}

async fn escape_and_the_sea_clear_the_selection(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#IDN", "ready").await?;
    page.press("\u{E00C}").await?;
    page.wait_for(
        "location.hash === '' && document.querySelector('.overview').getClientRects().length > 0",
    )
    .await?;
    page.open(Scenario::Root, "#IDN", "ready").await?;
    let (x, y) = point_of(&page, malaysia()?).await?;
    // The open sea is east of the Philippines.
    let width =
        page.read("document.querySelector('.map__svg').getBoundingClientRect().width").await?;
    #[expect(clippy::cast_possible_truncation, reason = "a distance of the window")]
    let east = (width.as_f64().context("the map has no width")? * 0.4) as i64;
    page.click_at(x + east, y - east / 3).await?;
    page.wait_for("location.hash === ''").await
}

async fn pointing_at_a_state_names_it(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let (x, y) = point_of(&page, malaysia()?).await?;
    page.hover_at(x, y).await?;
    page.wait_for("document.querySelector('.map__caption').innerText.startsWith('Malaysia')")
        .await?;
    page.assert(
        "document.querySelector('.map__country[data-place=MYS]').classList.contains('map__country--preview')",
    )
    .await?;
    // A preview is not a choice.
    page.assert("location.hash === '' && document.querySelector('.map__caption [role=status]').innerText === ''")
        .await
}

async fn every_fact_is_two_steps_from_its_state(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let facts = crate::without_script::report()?.facts;
    for (code, count) in [("MYS", 1), ("KHM", 1), ("IDN", 1), ("SGP", 1), ("THA", 0)] {
        // One step selects the state, the other opens the evidence.
        page.click(&format!(".country-list__link[href='#{code}']")).await?;
        let chips = "[...document.querySelectorAll('.inspector [popovertarget]')].filter((chip) => chip.getClientRects().length).length";
        let seen = page.read(chips).await?;
        ensure!(seen == json!(16 + count), "{code} shows {seen} of {} facts", facts.len());
    }
    page.assert("document.querySelectorAll('.card [popovertarget]').length === 4").await
}
