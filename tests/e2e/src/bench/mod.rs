//! How fast the page is, measured in Chromium beside a static copy of itself.
//!
//! Nothing here is a test: times depend on the machine, so each figure has its range and stands beside the control.

mod figures;
mod host;
mod load;
mod use_of_it;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use xtask::command::root;

pub use figures::{Figure, percentile, table};
pub use host::{CONTROL, PAGE, serve_packed};

use crate::engine::{Driver, Engine};

/// What the machine pretends to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// 1.6 Mbit/s with 150 ms to and fro, and a processor of a quarter of the speed.
    Slow,
    /// As it is.
    Full,
}

impl Pace {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Slow, Self::Full];

    /// Its name in the tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Slow => "Slow 4G, CPU ÷ 4",
            Self::Full => "unthrottled",
        }
    }
}

/// Every figure by its name, in the order of the table.
pub type Figures = BTreeMap<String, Figure>;

/// A browser with a fresh profile that watches every page from its first byte.
pub async fn browser(driver: &Driver) -> Result<WebDriver> {
    let browser = driver.open().await?;
    let cdp = browser.cdp();
    for domain in ["Page", "Network", "Performance"] {
        cdp.send_raw(&format!("{domain}.enable"), json!({})).await?;
    }
    let probe = json!({ "source": include_str!("probe.js") });
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", probe).await?;
    Ok(browser)
}

/// Lets the browser pretend.
async fn pretend(browser: &WebDriver, pace: Pace) -> Result<()> {
    let (rate, bytes, latency) = match pace {
        Pace::Slow => (4, 200_000, 150),
        Pace::Full => (1, -1, 0),
    };
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    let line = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
    cdp.send_raw("Network.emulateNetworkConditions", line).await?;
    Ok(())
}

/// Measures the page of a folder at each pace: loads beside the control, interleaved, then what a reader does with it.
pub async fn measure(dist: &Path, runs: usize) -> Result<Vec<(String, Figures)>> {
    let mut all = Vec::new();
    for pace in Pace::ALL {
        let figures = sample(dist, pace, &[("page", PAGE), ("control", CONTROL)], runs).await?;
        all.push((pace.word().to_owned(), figures));
    }
    Ok(all)
}

/// Measures pages of several sizes, each by the number of its facts and its folder, at full speed.
pub async fn curve(folders: &[(usize, PathBuf)], runs: usize) -> Result<Vec<(String, Figures)>> {
    let mut all = Vec::new();
    for (facts, folder) in folders {
        let figures = sample(folder, Pace::Full, &[("page", PAGE)], runs).await?;
        all.push((format!("{facts} facts"), figures));
    }
    Ok(all)
}

async fn sample(dist: &Path, pace: Pace, ways: &[(&str, &str)], runs: usize) -> Result<Figures> {
    let origin = serve_packed(dist.to_owned())?;
    let driver = Driver::start(Engine::Chromium, &root().join("target/browsers"))?;
    let mut samples: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut ways = ways.to_vec();
    for _ in 0..runs {
        // Each comes first by turns: what a machine did just before is felt.
        ways.reverse();
        for (name, path) in &ways {
            load::sample(&driver, pace, &[&origin, *path].concat(), name, &mut samples).await?;
        }
        for (name, path) in &ways {
            let address = [&origin, *path].concat();
            use_of_it::sample(&driver, pace, &address, name, &mut samples).await?;
        }
    }
    Ok(samples.into_iter().map(|(name, values)| (name, Figure::of(&values))).collect())
}

/// The value of an expression in the page, which may be a promise.
async fn read(browser: &WebDriver, expression: &str) -> Result<Value> {
    let script = format!("const done = arguments[0]; Promise.resolve({expression}).then(done);");
    Ok(browser.execute_async(script, Vec::new()).await?.json().clone())
}

/// A list of numbers in the page.
async fn numbers(browser: &WebDriver, expression: &str) -> Result<Vec<f64>> {
    let value = read(browser, expression).await?;
    Ok(value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
}
