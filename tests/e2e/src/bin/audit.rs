//! axe-core over every state of the page × every language × colours × widths × static, live and failed, in Chromium
//! (`cargo xtask audit`, and `cargo xtask audit ur my` for some languages). It takes most of an hour.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use e2e::audit::{Colours, Edition, State, WIDTHS, axe, bring, findings, languages, show};
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::Site;

/// How many browsers work at once: as many as the smallest machine has cores.
const BROWSERS: usize = 2;

#[tokio::main]
async fn main() -> Result<()> {
    let dist = PathBuf::from(std::env::var_os("ATLAS_DIST").context("run `cargo xtask audit`")?);
    let root = dist.parent().context("dist has no parent")?.to_owned();
    let site = Arc::new(Site::serve(dist)?);
    let driver = Driver::start(Engine::Chromium, &root.join("target/browsers"))?;
    let page = open(&driver, &site).await?;
    let mut chosen: Vec<String> = std::env::args().skip(1).collect();
    if chosen.is_empty() {
        chosen = languages(&page).await?;
    }
    page.browser.quit().await?;
    let queue = Arc::new(Mutex::new(VecDeque::from(chosen)));
    let mut workers = Vec::new();
    for _ in 0..BROWSERS {
        let page = open(&driver, &site).await?;
        workers.push(tokio::spawn(work(page, queue.clone())));
    }
    let (mut runs, mut found) = (0, 0);
    for worker in workers {
        let (more, faults) = worker.await??;
        runs += more;
        found += faults;
    }
    println!("{runs} runs of axe-core, violations in {found}");
    if found > 0 {
        bail!("axe-core found violations");
    }
    Ok(())
}

async fn open(driver: &Driver, site: &Arc<Site>) -> Result<Page> {
    let browser = driver.open().await?;
    Ok(Page { browser, engine: Engine::Chromium, site: site.clone() })
}

/// Takes one language after another until none is left; gives back the runs, and how many found something.
async fn work(page: Page, queue: Arc<Mutex<VecDeque<String>>>) -> Result<(usize, usize)> {
    let axe = axe()?;
    let (mut runs, mut found) = (0, 0);
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    while let Some(lang) = next() {
        let before = (runs, found);
        for edition in Edition::ALL {
            for state in State::all().into_iter().filter(|state| state.is_on(edition)) {
                bring(&page, &axe, &lang, edition, state).await?;
                for width in WIDTHS {
                    for colours in Colours::ALL {
                        show(&page, width, colours).await?;
                        let said = findings(&page).await?;
                        runs += 1;
                        if !said.is_empty() {
                            found += 1;
                            println!("{lang} {edition:?} {state:?} {width} {colours:?}: {said}");
                        }
                    }
                }
            }
        }
        println!("{lang}: {} runs, violations in {}", runs - before.0, found - before.1);
    }
    page.browser.quit().await?;
    Ok((runs, found))
}
