//! The built page in three engines. `cargo xtask test` sets what is needed: `ATLAS_DIST`, `ATLAS_ENGINES`, the
//! paths of the drivers, `ATLAS_AXE`.

mod access;
mod address;
mod clipboard;
mod copies;
mod elements;
mod embedding;
mod failures;
mod host_pages;
mod hosts;
mod languages;
mod links;
mod map;
mod mounting;
mod paging;
mod paper;
mod phone;
mod quality;
mod rendering;
mod reports;
mod sections;
mod selecting;
mod studio;
mod studio_drafts;
mod studio_keys;
mod studio_publish;
mod taking;
mod text_size;
mod without_script;

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::Site;
use libtest_mimic::{Arguments, Failed, Trial};
use thirtyfour::WebDriver;
use tokio::runtime::Runtime;

/// What a test does with a page.
pub type Case = fn(Page) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A test in the engines that can run it.
pub struct TestCase {
    name: &'static str,
    engines: &'static [Engine],
    case: Case,
}

/// Tests by the names of their functions: `cases![ALL: a, b]`.
#[macro_export]
macro_rules! cases {
    ($engines:expr => $($name:ident),+ $(,)?) => {
        vec![$($crate::TestCase::new(stringify!($name), $engines, |page| Box::pin($name(page)))),+]
    };
}

impl TestCase {
    /// A test.
    pub const fn new(name: &'static str, engines: &'static [Engine], case: Case) -> Self {
        Self { name, engines, case }
    }
}

/// The engines.
pub const ALL: &[Engine] = &Engine::ALL;

/// Those whose frames and windows a driver can handle.
pub const TWO: &[Engine] = &[Engine::Chromium, Engine::Firefox];

/// Those that know fingers.
pub const TOUCH: &[Engine] = &[Engine::Chromium, Engine::Firefox];

/// Whether a reader sees as many cards as these, as an expression for the page.
pub fn cards_seen(count: usize) -> String {
    format!(
        "[...document.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length === {count}"
    )
}

/// For what has nothing to do with an engine.
pub const ONE: &[Engine] = &[Engine::Chromium];

/// A driver with a browser that is opened when the first test needs it, and anew after one that failed.
struct Station {
    runtime: Runtime,
    driver: Driver,
    browser: Mutex<Option<WebDriver>>,
    engine: Engine,
    site: Arc<Site>,
}

impl Station {
    fn run(&self, case: Case) -> Result<(), Failed> {
        // One test at a time has the browser; a test that panicked has left it usable.
        let mut held = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        let crashes = self.driver.crashes();
        let ran = self.runtime.block_on(async {
            let browser = match held.take() {
                Some(browser) => browser,
                None => self.driver.open().await?,
            };
            *held = Some(browser.clone());
            let page = Page { browser, engine: self.engine, site: self.site.clone() };
            case(page).await
        });
        if ran.is_err()
            && let Some(browser) = held.take()
        {
            // It may be why the test failed.
            let _ = self.runtime.block_on(browser.quit());
        }
        let has_crashed = self.driver.crashes() > crashes;
        let told = if has_crashed { "; the browser's process of the page has crashed" } else { "" };
        ran.map_err(|error| Failed::from(format!("{error:#}{told}")))
    }

    fn close(&self) -> Result<()> {
        let mut held = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(browser) = held.take() {
            self.runtime.block_on(browser.quit())?;
        }
        Ok(())
    }
}

fn tests() -> Vec<TestCase> {
    let rooms = [
        without_script::tests(),
        selecting::tests(),
        taking::tests(),
        studio::tests(),
        studio_drafts::tests(),
        studio_keys::tests(),
        studio_publish::tests(),
        address::tests(),
        sections::tests(),
        map::tests(),
        paging::tests(),
        mounting::tests(),
        rendering::tests(),
        reports::tests(),
        quality::tests(),
        failures::tests(),
        embedding::tests(),
        hosts::tests(),
        host_pages::tests(),
        elements::tests(),
        languages::tests(),
        access::tests(),
        clipboard::tests(),
        copies::tests(),
        links::tests(),
        paper::tests(),
        phone::tests(),
        text_size::tests(),
    ];
    rooms.into_iter().flatten().collect()
}

/// The tests of all engines, taking turns, so that as many threads as engines keep all of them busy.
fn trials(stations: &[Arc<Station>]) -> Vec<Trial> {
    let mut trials = Vec::new();
    for TestCase { name, engines, case } in tests() {
        for station in stations.iter().filter(|station| engines.contains(&station.engine)) {
            let (name, station) = (format!("{}::{name}", station.engine.word()), station.clone());
            trials.push(Trial::test(name, move || station.run(case)));
        }
    }
    for station in stations {
        let name = format!("{}::the_console_can_be_heard_and_is_silent", station.engine.word());
        let station = station.clone();
        trials.push(Trial::test(name, move || {
            quality::silent(&station.driver, station.engine, |case| station.run(case))
        }));
    }
    trials
}

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let Some(dist) = std::env::var_os("ATLAS_DIST").map(PathBuf::from) else {
        eprintln!("The browser tests need a built page and the drivers: run `cargo xtask test`.");
        return Ok(());
    };
    let chosen = std::env::var("ATLAS_ENGINES").unwrap_or_default();
    let logs = dist.parent().map(|root| root.join("target/browsers")).unwrap_or_default();
    let site = Arc::new(Site::serve(dist)?);
    let mut stations = Vec::new();
    for engine in Engine::ALL.into_iter().filter(|engine| chosen.contains(engine.word())) {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let driver = Driver::start(engine, &logs)?;
        let browser = Mutex::default();
        stations.push(Arc::new(Station { runtime, driver, browser, engine, site: site.clone() }));
    }
    let conclusion = libtest_mimic::run(&arguments, trials(&stations));
    for station in &stations {
        station.close()?;
    }
    drop(stations);
    conclusion.exit()
}
