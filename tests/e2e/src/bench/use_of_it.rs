//! What a reader does with the live page: choose, filter, zoom, pan; and what it takes of memory.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::{CONTROL, Pace, browser, numbers, percentile, pretend, read};
use crate::engine::Driver;

/// How often each thing is done.
const TIMES: u32 = 30;

/// How long a reader looks at what is there before doing something, in milliseconds.
const LOOK: u32 = 1000;

/// How many frames are watched while the map moves.
const FRAMES: u32 = 90;

/// Measures it once, in one visit; of the control, which has no script, only a click on a state.
pub async fn sample(
    driver: &Driver,
    pace: Pace,
    address: &str,
    name: &str,
    samples: &mut BTreeMap<String, Vec<f64>>,
) -> Result<()> {
    let browser = browser(driver).await?;
    let done = measure(&browser, pace, address, name, samples).await;
    browser.quit().await?;
    done
}

async fn measure(
    browser: &WebDriver,
    pace: Pace,
    address: &str,
    name: &str,
    samples: &mut BTreeMap<String, Vec<f64>>,
) -> Result<()> {
    browser.goto(address).await?;
    let is_control = address.ends_with(CONTROL);
    let sign = if is_control { "content" } else { "live" };
    let ready = format!(
        "new Promise((done) => {{ const look = () => setTimeout(bench.moments.{sign} ? done : look, {LOOK}); look(); }})"
    );
    read(browser, &ready).await?;
    pretend(browser, pace).await?;
    let clicks = |selector: &str| {
        format!(
            "(async () => {{ const times = [], all = [...document.querySelectorAll({selector:?})];
                for (let at = 0; at < {TIMES}; at += 1) times.push(await bench.act(() => all[at % all.length].click()));
                return times; }})()"
        )
    };
    let times = numbers(browser, &clicks(".places__link")).await?;
    note_times(&format!("click to paint, {name}"), &times, samples);
    if is_control {
        return Ok(());
    }
    memory(browser, samples).await?;
    let search = format!(
        "(async () => {{ const times = [], field = document.querySelector('.search input');
            for (let at = 0; at < {TIMES}; at += 1) times.push(await bench.act(() => {{
                field.value = ['a', 'as', 'ase', 'asean', 'asean c', ''][at % 6];
                field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}));
            return times; }})()"
    );
    for (name, script) in [
        ("filter to paint", clicks(".filter__choice")),
        ("search to paint", search),
        ("sort to paint", clicks(".facts__sort")),
        (
            "zoom, from frame to frame",
            frames(
                "drawing.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY: at % 40 < 20 ? -20 : 20, clientX: 400, clientY: 400, bubbles: true, cancelable: true }))",
            ),
        ),
        (
            "pan, from frame to frame",
            frames(
                "drawing.dispatchEvent(new MouseEvent(at === 1 ? 'mousedown' : 'mousemove', { clientX: 400 + 2 * (at % 40), clientY: 400, button: 0, bubbles: true, cancelable: true }))",
            ),
        ),
    ] {
        let times = numbers(browser, &script).await?;
        note_times(name, &times, samples);
    }
    // A search has made its index by now.
    note_module(browser, "memory of the module after a search, KB", samples).await
}

fn note_times(name: &str, times: &[f64], samples: &mut BTreeMap<String, Vec<f64>>) {
    for share in [50.0, 98.0] {
        let name = format!("{name}, p{share}, ms");
        samples.entry(name).or_default().push(percentile(times, share));
    }
}

fn frames(act: &str) -> String {
    format!(
        "(async () => {{ const drawing = document.querySelector('.map__drawing');
            document.querySelector('.map__button').click();
            return bench.frames({FRAMES}, (at) => {act}); }})()"
    )
}

/// The heap of scripts after a collection, and the memory of the module, in KB of 1,000 bytes.
async fn memory(browser: &WebDriver, samples: &mut BTreeMap<String, Vec<f64>>) -> Result<()> {
    browser.cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = browser.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metrics =
        metrics.get("metrics").and_then(Value::as_array).context("there are no metrics")?;
    let heap = metrics.iter().find(|metric| metric.get("name") == Some(&json!("JSHeapUsedSize")));
    let heap = heap.and_then(|metric| metric.get("value")?.as_f64()).context("there is no heap")?;
    samples.entry("heap of scripts, KB".to_owned()).or_default().push(heap / 1000.0);
    note_module(browser, "memory of the module, KB", samples).await
}

async fn note_module(
    browser: &WebDriver,
    name: &str,
    samples: &mut BTreeMap<String, Vec<f64>>,
) -> Result<()> {
    let module = read(browser, "bench.memory.buffer.byteLength").await?.as_f64();
    let module = module.context("the module has no memory")? / 1000.0;
    samples.entry(name.to_owned()).or_default().push(module);
    Ok(())
}
