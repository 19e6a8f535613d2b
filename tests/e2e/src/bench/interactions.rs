//! Measures interactions with a loaded page: select, filter, search, sort, zoom, pan; and memory.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::selectors::{Live, Subject};
use super::{Pace, Samples, add, add_times, browser, evaluate, throttle};
use crate::engine::Driver;

/// The number of repetitions of each interaction.
const REPETITIONS: u32 = 30;

/// The pause before the first interaction, in milliseconds.
const PAUSE: u32 = 1000;

/// The number of frames that are measured while the map moves.
const FRAMES: u32 = 90;

/// Measures all interactions that a page offers, in one visit.
pub async fn sample(
    driver: &Driver,
    pace: Pace,
    origin: &str,
    subject: &Subject,
    samples: &mut Samples,
) -> Result<()> {
    let browser = browser(driver, subject).await?;
    let result = measure(&browser, pace, &[origin, subject.path].concat(), subject, samples).await;
    browser.quit().await?;
    result
}

async fn measure(
    browser: &WebDriver,
    pace: Pace,
    address: &str,
    subject: &Subject,
    samples: &mut Samples,
) -> Result<()> {
    browser.goto(address).await?;
    let ready = format!(
        "bench.whole().then(() => new Promise((done) => setTimeout(() => done(true), {PAUSE})))"
    );
    evaluate(browser, &ready).await?;
    throttle(browser, pace).await?;
    add_times(browser, "click to paint", &clicks(subject.state_link), samples).await?;
    if let Some(button) = subject.filter_button {
        add_times(browser, "filter to paint", &clicks(button), samples).await?;
    }
    let Some(live) = subject.live else {
        return Ok(());
    };
    add_heap(browser, samples).await?;
    add_module_memory(browser, "memory of the module, KB", samples).await?;
    for (name, script) in [
        ("search to paint", searches(live.search_field)),
        ("sort to paint", clicks(live.sort_button)),
        (
            "zoom, from frame to frame",
            frames(
                &live,
                "new WheelEvent('wheel', { ctrlKey: true, deltaY: at % 40 < 20 ? -20 : 20, clientX: 400, clientY: 400, bubbles: true, cancelable: true })",
            ),
        ),
        (
            "pan, from frame to frame",
            frames(
                &live,
                "new MouseEvent(at === 1 ? 'mousedown' : 'mousemove', { clientX: 400 + 2 * (at % 40), clientY: 400, button: 0, bubbles: true, cancelable: true })",
            ),
        ),
    ] {
        add_times(browser, name, &script, samples).await?;
    }
    // The first search builds an index.
    add_module_memory(browser, "memory of the module after a search, KB", samples).await
}

/// Returns a script that clicks on the elements of a selector, one after the other.
fn clicks(selector: &str) -> String {
    format!(
        "(async () => {{ const times = [], all = [...document.querySelectorAll({selector:?})];
            for (let at = 0; at < {REPETITIONS}; at += 1) times.push(await bench.act(() => all[at % all.length].click()));
            return times; }})()"
    )
}

/// Returns a script that types into a search field.
fn searches(selector: &str) -> String {
    format!(
        "(async () => {{ const times = [], field = document.querySelector({selector:?});
            for (let at = 0; at < {REPETITIONS}; at += 1) times.push(await bench.act(() => {{
                field.value = ['a', 'as', 'ase', 'asean', 'asean c', ''][at % 6];
                field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}));
            return times; }})()"
    )
}

/// Returns a script that zooms in, then sends an event to the map in each frame.
fn frames(live: &Live, event: &str) -> String {
    let Live { map, zoom_button, .. } = live;
    format!(
        "(async () => {{ const map = document.querySelector({map:?});
            document.querySelector({zoom_button:?}).click();
            return bench.frames({FRAMES}, (at) => map.dispatchEvent({event})); }})()"
    )
}

/// Adds the size of the JavaScript heap after a garbage collection, in KB of 1,000 bytes.
async fn add_heap(browser: &WebDriver, samples: &mut Samples) -> Result<()> {
    browser.cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = browser.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = metrics.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let heap = metrics.iter().find(|metric| metric.get("name") == Some(&json!("JSHeapUsedSize")));
    let heap = heap.and_then(|metric| metric.get("value")?.as_f64()).context("no heap size")?;
    add(samples, "heap of scripts, KB", heap / 1000.0);
    Ok(())
}

/// Adds the size of the module's memory, in KB of 1,000 bytes.
async fn add_module_memory(browser: &WebDriver, name: &str, samples: &mut Samples) -> Result<()> {
    let bytes = evaluate(browser, "bench.memory()").await?.as_f64();
    add(samples, name, bytes.context("the module has no memory")? / 1000.0);
    Ok(())
}
