//! Measures one load: paints, content, answer, tasks, layout shift, elements, requests and bytes.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::selectors::Subject;
use super::{Pace, Samples, add, browser, evaluate, throttle};
use crate::engine::Driver;

/// How long a complete page is observed for late tasks.
const OBSERVED: Duration = Duration::from_millis(1500);

/// How often the blank document is asked whether the page has replaced it.
const ATTEMPTS: usize = 50;

/// The file kinds, each with the end of its addresses.
const KINDS: [(&str, &str); 6] = [
    ("HTML", "/"),
    ("CSS", ".css"),
    ("JS", ".js"),
    ("wasm", ".wasm"),
    ("data and words", ".json"),
    ("icon", ".svg"),
];

/// The metrics of a load, each with its key in the results of the probe.
const METRICS: [(&str, &str); 10] = [
    ("first contentful paint, ms", "first"),
    ("largest contentful paint, ms", "largest"),
    ("content painted, ms", "content"),
    ("answered, ms", "answered"),
    ("live, ms", "live"),
    ("blocking from navigation, ms", "blocking"),
    ("blocking after first paint, ms", "blockingAfterPaint"),
    ("longest task after first paint, ms", "longestTask"),
    ("layout shift", "shifts"),
    ("elements", "elements"),
];

/// Loads a page twice with fresh profiles. The second time, the probe clicks on Malaysia as soon as it can.
///
/// Only `answered` comes from the second load, since the click changes the other metrics.
pub async fn sample(
    driver: &Driver,
    pace: Pace,
    origin: &str,
    subject: &Subject,
    samples: &mut Samples,
) -> Result<()> {
    let address = [origin, subject.path].concat();
    let mut results = visit(driver, pace, &address, subject).await?;
    let clicked = visit(driver, pace, &[&address, "?bench=click"].concat(), subject).await?;
    if let (Some(results), Some(answered)) = (results.as_object_mut(), clicked.get("answered")) {
        results.insert("answered".to_owned(), answered.clone());
    }
    for (name, key) in METRICS {
        if let Some(value) = results.get(key).and_then(Value::as_f64) {
            add(samples, name, value);
        }
    }
    add_files(samples, results.get("files").and_then(Value::as_array).context("no files")?);
    Ok(())
}

/// Adds the number of requests, and the bytes on the wire, in all and by kind of file.
fn add_files(samples: &mut Samples, files: &[Value]) {
    let size = |file: &Value| file.get(1).and_then(Value::as_f64).unwrap_or_default();
    add(samples, "requests", u32::try_from(files.len()).map_or(f64::NAN, f64::from));
    add(samples, "bytes", files.iter().map(size).sum());
    for (kind, ending) in KINDS {
        let is_of_kind = |file: &&Value| {
            file.get(0).and_then(Value::as_str).is_some_and(|address| address.ends_with(ending))
        };
        let bytes: f64 = files.iter().filter(is_of_kind).map(size).sum();
        if bytes > 0.0 {
            add(samples, &format!("bytes of {kind}"), bytes);
        }
    }
}

async fn visit(driver: &Driver, pace: Pace, address: &str, subject: &Subject) -> Result<Value> {
    let browser = browser(driver, subject).await?;
    let results = observe(&browser, pace, address).await;
    browser.quit().await?;
    results
}

async fn observe(browser: &WebDriver, pace: Pace, address: &str) -> Result<Value> {
    browser.goto("about:blank").await?;
    throttle(browser, pace).await?;
    // Returns at once, unlike `goto`, so the driver does not ask the loading page anything.
    browser.cdp().send_raw("Page.navigate", json!({ "url": address })).await?;
    let arrived = "new Promise((done) => { const check = () => location.protocol === 'http:' && globalThis.bench ? done(true) : setTimeout(check, 20); check(); })";
    for _ in 0..ATTEMPTS {
        // Fails if the page replaces the blank document meanwhile.
        if evaluate(browser, arrived).await.is_ok() {
            evaluate(browser, "bench.whole()").await.with_context(|| {
                format!("{address} is not whole, answered or live; check bench/selectors.rs")
            })?;
            tokio::time::sleep(OBSERVED).await;
            return evaluate(browser, "bench.results()").await;
        }
    }
    bail!("{address} does not load")
}
