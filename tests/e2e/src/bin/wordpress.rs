//! The posts of WordPress that show the atlas, tried in Chromium as a reader would. `cargo xtask wordpress-test`.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::Site;

#[tokio::main]
async fn main() -> Result<()> {
    let dist =
        PathBuf::from(std::env::var_os("ATLAS_DIST").context("run `cargo xtask wordpress-test`")?);
    let root = dist.parent().context("dist has no parent")?.to_owned();
    fs::create_dir_all(root.join("shots"))?;
    let driver = Driver::start(Engine::Chromium, &root.join("target/browsers"))?;
    let site = Arc::new(Site::serve(dist)?);
    let page = Page { browser: driver.open().await?, engine: Engine::Chromium, site };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for post in arguments.chunks_exact(2) {
        let [name, url] = post else { continue };
        try_post(&page, url).await.with_context(|| format!("the post by {name}"))?;
        let file = root.join(format!("shots/wordpress-{name}.png"));
        fs::write(&file, page.picture(None).await?)?;
        println!("{name}: usable, see {}", file.display());
    }
    page.browser.quit().await?;
    Ok(())
}

async fn try_post(page: &Page, url: &str) -> Result<()> {
    page.browser.goto(url).await?;
    page.wait_for("document.querySelector('iframe') !== null").await?;
    // A frame that is hidden until it has told its height must have been shown.
    page.wait_for("((box) => box.width > 200 && box.height >= 200)(document.querySelector('iframe').getBoundingClientRect())").await?;
    page.wait_for("getComputedStyle(document.querySelector('iframe')).position !== 'absolute'")
        .await?;
    page.read("document.querySelector('iframe').scrollIntoView()").await?;
    page.step_in("ready").await?;
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("document.querySelector('#MYS[aria-current]') !== null").await?;
    let seen = page.inner_text("#MYS").await?;
    ensure!(seen.contains("Azhar Bin Mazlan") && seen.contains("Source ¶8"), "{seen}");
    page.assert("document.querySelectorAll('.facts tbody tr').length === 20").await?;
    let inside = page.read("[innerWidth, innerHeight, document.scrollingElement.scrollWidth, document.body.offsetHeight, location.hash]").await?;
    page.step_out().await?;
    let outside = page
        .text("((frame) => `sandbox ${frame.getAttribute('sandbox')}, ${frame.offsetWidth} × ${frame.offsetHeight} px, ${frame.src}`)(document.querySelector('iframe'))")
        .await?;
    println!("  {outside}\n  inside: {inside}");
    Ok(())
}
