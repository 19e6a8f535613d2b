//! Measures the page in Chromium beside two controls: the page without its scripts, and a hand-written page.
//!
//! Nothing is asserted, since times depend on the machine. Each figure has its range and stands beside the controls.

mod figures;
mod handwritten;
mod host;
mod interactions;
mod load;
mod selectors;
mod studio;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use indexmap::IndexMap;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use xtask::command::root;

pub use figures::{Figure, Figures, Group, json, percentile, report};
pub use studio::measure_studio;

use self::selectors::{CONTROL, HANDWRITTEN, PAGE, Subject};
use crate::engine::{Driver, Engine};

/// The network and the processor that the browser emulates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    /// 1.6 Mbit/s, 150 ms latency, a quarter of the processor's speed.
    Slow,
    /// No emulation.
    Full,
}

impl Pace {
    const ALL: [Self; 2] = [Self::Slow, Self::Full];

    /// Returns the name of the processor in the tables.
    fn processor(self) -> &'static str {
        match self {
            Self::Slow => "CPU ÷ 4",
            Self::Full => "unthrottled",
        }
    }

    /// Returns its name in the tables.
    fn name(self) -> &'static str {
        match self {
            Self::Slow => "Slow 4G, CPU ÷ 4",
            Self::Full => "unthrottled",
        }
    }
}

/// The values of each metric in all runs, in the order of the tables.
type Samples = IndexMap<String, Vec<f64>>;

/// Adds a value of a metric.
fn add(samples: &mut Samples, name: &str, value: f64) {
    samples.entry(name.to_owned()).or_default().push(value);
}

/// Measures the page of a folder and both controls at each pace.
pub async fn measure(dist: &Path, runs: usize) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for pace in Pace::ALL {
        let columns = sample(dist, pace, &[PAGE, CONTROL, HANDWRITTEN], runs).await?;
        groups.push(Group { title: pace.name().to_owned(), columns });
    }
    Ok(groups)
}

/// Measures pages with different numbers of facts, unthrottled. Each has the number of its facts and its folder.
pub async fn measure_scale(folders: &[(usize, PathBuf)], runs: usize) -> Result<Vec<Group>> {
    let mut columns = Vec::new();
    for (facts, folder) in folders {
        for (_, figures) in sample(folder, Pace::Full, &[PAGE], runs).await? {
            columns.push((format!("{facts} facts"), figures));
        }
    }
    Ok(vec![Group { title: Pace::Full.name().to_owned(), columns }])
}

/// Measures pages in turns. Returns the figures of each by its name.
async fn sample(
    dist: &Path,
    pace: Pace,
    subjects: &[Subject],
    runs: usize,
) -> Result<Vec<(String, Figures)>> {
    let origin = host::serve_brotli(dist.to_owned())?;
    let driver = Driver::start(Engine::Chromium, &root().join("target/browsers"))?;
    let mut all: Vec<(Subject, Samples)> =
        subjects.iter().map(|subject| (*subject, Samples::new())).collect();
    for run in 0..runs {
        // Another page is first in each run, since work just before a measurement changes it.
        all.rotate_left(usize::from(run > 0));
        for (subject, samples) in &mut all {
            load::sample(&driver, pace, &origin, subject, samples).await?;
        }
        for (subject, samples) in &mut all {
            interactions::sample(&driver, pace, &origin, subject, samples).await?;
        }
    }
    let column = |subject: &Subject| {
        let (_, samples) = all.iter().find(|(other, _)| other.name == subject.name)?;
        let figures = samples.iter().map(|(name, values)| (name.clone(), Figure::of(values)));
        Some((subject.name.to_owned(), figures.collect()))
    };
    Ok(subjects.iter().filter_map(column).collect())
}

/// Opens a browser with a fresh profile; the probe observes every document from before its first byte.
async fn browser(driver: &Driver, subject: &Subject) -> Result<WebDriver> {
    let browser = driver.open().await?;
    let cdp = browser.cdp();
    for domain in ["Page", "Network", "Performance"] {
        cdp.send_raw(&format!("{domain}.enable"), json!({})).await?;
    }
    let start = format!("{}startBench({});", include_str!("probe.js"), subject.for_probe());
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": start })).await?;
    Ok(browser)
}

/// Makes the browser emulate a pace.
async fn throttle(browser: &WebDriver, pace: Pace) -> Result<()> {
    let (rate, bytes_per_second, latency) = match pace {
        Pace::Slow => (4, 200_000, 150),
        Pace::Full => (1, -1, 0),
    };
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    let network = json!({
        "offline": false,
        "latency": latency,
        "downloadThroughput": bytes_per_second,
        "uploadThroughput": bytes_per_second,
    });
    cdp.send_raw("Network.emulateNetworkConditions", network).await?;
    Ok(())
}

/// Evaluates an expression in the page and waits for its promise, if it is one.
///
/// # Errors
/// Fails with the page's message if the expression throws or its promise is rejected.
async fn evaluate(browser: &WebDriver, expression: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[0];
        Promise.resolve({expression}).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let mut result = browser.execute_async(script, Vec::new()).await?.json().clone();
    if let Some(error) = result.get("error") {
        bail!("the page throws {error}");
    }
    Ok(result.get_mut("value").map(Value::take).unwrap_or_default())
}

/// Runs a script that returns times in milliseconds. Adds their 50th and 98th percentiles.
async fn add_times(
    browser: &WebDriver,
    name: &str,
    script: &str,
    samples: &mut Samples,
) -> Result<()> {
    let times = evaluate(browser, script).await.with_context(|| format!("measure {name}"))?;
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    for share in [50.0, 98.0] {
        add(samples, &format!("{name}, p{share}, ms"), percentile(&times, share));
    }
    Ok(())
}
