//! One visit: bytes, requests, paints, and the moments at which the page has its content, answers and lives.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::{Pace, browser, pretend, read};
use crate::engine::Driver;

/// How long a page is watched after it is complete, in milliseconds, for tasks that come late.
const AFTER: u32 = 1500;

/// How often a document that goes while it is asked is followed to the next one.
const PATIENCE: usize = 50;

/// The kinds of files, and how their addresses end.
const KINDS: [(&str, &str); 6] = [
    ("HTML", "/"),
    ("CSS", ".css"),
    ("JS", ".js"),
    ("wasm", ".wasm"),
    ("data and words", ".json"),
    ("icon", ".svg"),
];

/// What is read of a page once it has been watched.
const SEEN: &str = "new Promise((done) => {
    const end = () => setTimeout(() => {
        const all = [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')];
        const first = bench.paints['first-contentful-paint'];
        done({
            first, largest: bench.paints.largest, shifts: bench.shifts, ...bench.moments,
            blocking: bench.tasks.filter(([start, length]) => start + length > first).reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0),
            nodes: document.querySelectorAll('*').length,
            files: all.map(({ name, encodedBodySize }) => [name, encodedBodySize]),
        });
    }, AFTER);
    const look = () => bench.moments.content && (bench.moments.live || LIVELESS) && (bench.moments.answered || !location.search) ? end() : setTimeout(look, 20);
    look();
})";

/// Visits an address twice with a fresh profile each: once only to watch, once to click on Malaysia as soon as it is there.
pub async fn sample(
    driver: &Driver,
    pace: Pace,
    address: &str,
    name: &str,
    samples: &mut BTreeMap<String, Vec<f64>>,
) -> Result<()> {
    let seen = visit(driver, pace, address).await?;
    let mut note = |what: &str, value: Option<f64>| {
        if let Some(value) = value {
            samples.entry(format!("{what}, {name}")).or_default().push(value);
        }
    };
    for (what, key) in [
        ("1 first contentful paint, ms", "first"),
        ("2 largest contentful paint, ms", "largest"),
        ("3 content, ms", "content"),
        ("5 live, ms", "live"),
        ("6 blocking after the first paint, ms", "blocking"),
        ("7 layout shift", "shifts"),
        ("8 elements", "nodes"),
    ] {
        note(what, seen.get(key).and_then(Value::as_f64));
    }
    let files = seen.get("files").and_then(Value::as_array).context("no files were seen")?;
    let size = |file: &Value| file.get(1).and_then(Value::as_f64).unwrap_or_default();
    note("9 requests", u32::try_from(files.len()).ok().map(f64::from));
    note("9 bytes", Some(files.iter().map(size).sum()));
    for (kind, ending) in KINDS {
        let is_of_it = |file: &&Value| {
            file.get(0).and_then(Value::as_str).is_some_and(|address| address.ends_with(ending))
        };
        let bytes: f64 = files.iter().filter(is_of_it).map(size).sum();
        note(&format!("9 bytes of {kind}"), (bytes > 0.0).then_some(bytes));
    }
    let clicked = visit(driver, pace, &[address, "?bench=click"].concat()).await?;
    let answered = clicked.get("answered").and_then(Value::as_f64);
    ensure!(answered.is_some(), "a click on Malaysia was not answered");
    note("4 answered, ms", answered);
    Ok(())
}

async fn visit(driver: &Driver, pace: Pace, address: &str) -> Result<Value> {
    let browser = browser(driver).await?;
    let seen = watch(&browser, pace, address).await;
    browser.quit().await?;
    seen
}

async fn watch(browser: &WebDriver, pace: Pace, address: &str) -> Result<Value> {
    browser.goto("about:blank").await?;
    pretend(browser, pace).await?;
    // Returns at once: what is watched must not depend on when the driver thinks that the page has loaded.
    browser.cdp().send_raw("Page.navigate", json!({ "url": address })).await?;
    let liveless = if address.contains(super::CONTROL) { "true" } else { "false" };
    let script = SEEN.replace("LIVELESS", liveless).replace("AFTER", &AFTER.to_string());
    // The document may still be the blank one when the driver first looks.
    let arrived = "new Promise((done) => { const look = () => globalThis.bench && location.protocol === 'http:' ? done(true) : setTimeout(look, 20); look(); })";
    for _ in 0..PATIENCE {
        if read(browser, arrived).await.is_ok() {
            return read(browser, &script).await;
        }
    }
    bail!("{address} does not arrive")
}
