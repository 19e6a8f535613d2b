//! Measures the studio with a long report: from a key to its paint, and from a key to the preview.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use xtask::command::root;
use xtask::synthetic_report::{self, Options};

use super::selectors::{STUDIO, Subject};
use super::{
    Figure, Figures, Group, Pace, Samples, add, add_times, browser, evaluate, host, throttle,
};
use crate::engine::{Driver, Engine};

/// The size of the report.
const OPTIONS: Options = Options { facts: 500, places: 11, areas: 12, seed: 1 };

/// The number of paragraphs of its text.
const PARAGRAPHS: usize = 300;

/// The number of keys in each run.
const KEYS: u32 = 60;

/// The time between two keys, in milliseconds: now and then the editor rests, and the studio checks and draws.
const RESTS: [u32; 6] = [120, 90, 150, 110, 400, 1500];

/// How long a script may take: the rests of the editor alone are half a minute.
const LONGEST_SCRIPT: Duration = Duration::from_secs(120);

/// The width of the window in CSS px: text, forms and preview stand side by side.
const WIDTH: u32 = 1320;

/// Measures at each pace. Returns a table with a column for each.
pub async fn measure_studio(dist: &Path, runs: usize) -> Result<Vec<Group>> {
    let draft = synthetic_report::draft(OPTIONS, PARAGRAPHS)?.to_string();
    let origin = host::serve_brotli(dist.to_owned())?;
    let driver = Driver::start(Engine::Chromium, &root().join("target/browsers"))?;
    let mut columns = Vec::new();
    for pace in [Pace::Slow, Pace::Full] {
        let mut samples = Samples::new();
        for _ in 0..runs {
            let browser = browser(&driver, &STUDIO).await?;
            let result = sample(&browser, pace, &origin, &draft, &mut samples).await;
            browser.quit().await?;
            result?;
        }
        let figures: Figures =
            samples.iter().map(|(name, values)| (name.clone(), Figure::of(values))).collect();
        columns.push((pace.processor().to_owned(), figures));
    }
    let title = format!("studio, {PARAGRAPHS} paragraphs, {} facts", OPTIONS.facts);
    Ok(vec![Group { title, columns }])
}

async fn sample(
    browser: &WebDriver,
    pace: Pace,
    origin: &str,
    draft: &str,
    samples: &mut Samples,
) -> Result<()> {
    let Subject { path, .. } = STUDIO;
    browser.set_window_rect(0, 0, WIDTH, 900).await?;
    browser.set_script_timeout(LONGEST_SCRIPT).await?;
    browser.goto([origin, path].concat()).await?;
    evaluate(browser, "bench.whole()").await?;
    let script = "const [draft] = arguments, files = new DataTransfer();
        files.items.add(new File([draft], 'long.draft.json', { type: 'application/json' }));
        const field = document.querySelector('#open-file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.execute(script, vec![json!(draft)]).await?;
    let shown = format!(
        "bench.until(() => document.querySelectorAll('.facts__item').length === {}
            && document.querySelector('#preview-frame').contentDocument?.querySelector('tbody tr'))",
        OPTIONS.facts
    );
    evaluate(browser, &shown).await.context("open the draft")?;
    evaluate(
        browser,
        "(document.querySelector('.facts__item button').click(), bench.until(() => document.querySelector('#facts-0-title')))",
    )
    .await?;
    throttle(browser, pace).await?;
    add_times(browser, "key to paint", &keys(), samples).await?;
    let times = evaluate(browser, PREVIEW).await.context("measure the preview")?;
    let times = times.as_array().into_iter().flatten().filter_map(Value::as_f64);
    for time in times {
        add(samples, "key to preview, ms", time);
    }
    Ok(())
}

/// Returns a script that types into the title of a fact with the rests of an editor.
fn keys() -> String {
    format!(
        "(async () => {{ const times = [], rests = {RESTS:?}, field = document.querySelector('#facts-0-title');
            field.focus();
            for (let at = 0; at < {KEYS}; at += 1) {{
                times.push(await bench.act(() => document.execCommand('insertText', false, 'harbour '[at % 8])));
                await new Promise((done) => setTimeout(done, rests[at % rests.length]));
            }}
            return times; }})()"
    )
}

/// A script that types single letters, each after a rest, and waits until the preview has them.
const PREVIEW: &str = "(async () => { const times = [], field = document.querySelector('#facts-0-title');
        const frame = document.querySelector('#preview-frame');
        for (let at = 0; at < 5; at += 1) {
            await new Promise((done) => setTimeout(done, 3000));
            const start = performance.now();
            document.execCommand('insertText', false, `${at}`);
            await bench.until(() => frame.contentDocument.querySelector('tbody').textContent.includes(field.value));
            times.push(performance.now() - start);
        }
        return times; })()";
