//! Screenshots of the built page in Chromium: four widths, light and dark, whole page (`cargo xtask shots`), or the
//! picture of the README (`cargo xtask shots --readme`).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use e2e::audit::languages;
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::{Scenario, Site};
use serde_json::json;

/// Widths of the window, in CSS px.
const WIDTHS: [u32; 4] = [1320, 768, 390, 320];

/// How much of the page the picture of the README shows: head, map and inspector, in CSS px.
const README_HEIGHT: u32 = 1060;

/// Dialogs, shown as much as the window is high: the name of the file, the address, the buttons to push.
const DIALOGS: [(&str, &str, &[&str]); 2] =
    [("embed", "#MYS", &["Embed", "Preview"]), ("evidence", "#MYS", &["Source ¶8"])];

/// What is shown: the name of the file, and the address.
const VIEWS: [(&str, &str); 3] =
    [("overview", ""), ("malaysia", "#MYS"), ("singapore-today", "?clock=today#SGP")];

#[tokio::main]
async fn main() -> Result<()> {
    let dist = PathBuf::from(
        std::env::var_os("ATLAS_DIST").context("ATLAS_DIST is not set; run `cargo xtask shots`")?,
    );
    let root = dist.parent().context("dist has no parent")?.to_owned();
    let site = Arc::new(Site::serve(dist)?);
    let driver = Driver::start(Engine::Chromium, &root.join("target/browsers"))?;
    let page = Page { browser: driver.open().await?, engine: Engine::Chromium, site };
    if std::env::args().any(|argument| argument == "--readme") {
        fs::create_dir_all(root.join("docs"))?;
        shoot(
            &page,
            "light",
            1320,
            ("#MYS", &[]),
            Some(README_HEIGHT),
            &root.join("docs/page.png"),
        )
        .await?;
    } else {
        let folder = root.join("shots");
        fs::create_dir_all(&folder)?;
        if !std::env::args().any(|argument| argument == "--languages") {
            shoot_all(&page, &folder).await?;
        }
        shoot_languages(&page, &folder).await?;
        print(&page, &folder.join("print.pdf")).await?;
    }
    page.browser.quit().await?;
    Ok(())
}

async fn shoot_all(page: &Page, folder: &Path) -> Result<()> {
    for theme in ["light", "dark"] {
        for width in WIDTHS {
            for (name, rest) in VIEWS {
                let file = folder.join(format!("{name}-{width}-{theme}.png"));
                shoot(page, theme, width, (rest, &[]), None, &file)
                    .await
                    .with_context(|| file.display().to_string())?;
                println!("{}", file.display());
            }
            for (name, rest, buttons) in DIALOGS {
                let file = folder.join(format!("{name}-{width}-{theme}.png"));
                shoot(page, theme, width, (rest, buttons), Some(900), &file).await?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}

/// The page of each language, wide and narrow.
async fn shoot_languages(page: &Page, folder: &Path) -> Result<()> {
    for lang in languages(page).await? {
        for width in [1320, 390, 320] {
            let file = folder.join(format!("language-{lang}-{width}.png"));
            shoot(page, "light", width, (&format!("{lang}/#MYS"), &[]), None, &file).await?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// The page on paper, as PDF.
async fn print(page: &Page, file: &Path) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    fs::write(file, page.printed().await?)?;
    println!("{}", file.display());
    Ok(())
}

/// Shows an address and writes what is seen of it, from the top: as much as `height` in CSS px, or all.
async fn shoot(
    page: &Page,
    theme: &str,
    width: u32,
    (rest, buttons): (&str, &[&str]),
    height: Option<u32>,
    file: &Path,
) -> Result<()> {
    let cdp = page.browser.cdp();
    let feature = json!({ "features": [
        { "name": "prefers-color-scheme", "value": theme }, { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    cdp.send_raw("Emulation.setEmulatedMedia", feature).await?;
    let size =
        json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    page.open(Scenario::Root, rest, "ready").await?;
    for button in buttons {
        page.click_button(button).await?;
    }
    page.read("scrollTo(0, 0)").await?;
    let whole = page.read("document.documentElement.scrollHeight").await?;
    let height = height.map_or(whole, |height| json!(height));
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    fs::write(file, page.picture(Some(clip)).await?)?;
    Ok(())
}
