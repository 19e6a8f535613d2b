//! Screenshots of the built page in Chromium: four widths, light and dark, whole page. `cargo xtask shots`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::{Site, Way};
use serde_json::json;

/// Widths of the window, in CSS px.
const WIDTHS: [u32; 4] = [1320, 768, 390, 320];

/// What is shown: the name of the file, and the address.
const VIEWS: [(&str, &str); 3] =
    [("overview", ""), ("malaysia", "#MYS"), ("singapore-today", "?clock=today#SGP")];

#[tokio::main]
async fn main() -> Result<()> {
    let dist = PathBuf::from(
        std::env::var_os("ATLAS_DIST").context("ATLAS_DIST is not set; run `cargo xtask shots`")?,
    );
    let root = dist.parent().context("dist has no parent")?.to_owned();
    let shots = root.join("shots");
    fs::create_dir_all(&shots)?;
    let site = Arc::new(Site::serve(dist)?);
    let driver = Driver::start(Engine::Chromium, &root.join("target/browsers"))?;
    let page = Page { browser: driver.open().await?, engine: Engine::Chromium, site };
    for theme in ["light", "dark"] {
        for width in WIDTHS {
            for (name, rest) in VIEWS {
                let file = shots.join(format!("{name}-{width}-{theme}.png"));
                shoot(&page, theme, width, rest, &file)
                    .await
                    .with_context(|| file.display().to_string())?;
                println!("{}", file.display());
            }
        }
    }
    page.browser.quit().await?;
    Ok(())
}

async fn shoot(page: &Page, theme: &str, width: u32, rest: &str, file: &Path) -> Result<()> {
    let cdp = page.browser.cdp();
    let feature = json!({ "features": [
        { "name": "prefers-color-scheme", "value": theme }, { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    cdp.send_raw("Emulation.setEmulatedMedia", feature).await?;
    let size =
        json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    page.open(Way::Root, rest, "ready").await?;
    page.read("scrollTo(0, 0)").await?;
    let height = page.read("document.documentElement.scrollHeight").await?;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let answer = cdp.send_raw("Page.captureScreenshot", shot).await?;
    let picture =
        answer.get("data").and_then(|data| data.as_str()).context("there is no picture")?;
    fs::write(file, STANDARD.decode(picture)?)?;
    Ok(())
}
