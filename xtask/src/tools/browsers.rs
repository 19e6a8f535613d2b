//! The browsers of the tests, with their WebDrivers.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, install, list};
use crate::progress;

const CHROMIUM: [&str; 2] = ["chromium", "chromium-driver"];
const FIREFOX: [&str; 1] = ["firefox-esr"];
const WEBKIT: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// The fonts of Chromium and WebKit for all languages of the page.
const FONTS: [&str; 2] = ["fonts-noto-core", "fonts-noto-cjk"];

/// A browser that the tests can drive.
#[derive(Clone, Debug)]
pub struct Browser {
    /// `chromium`, `firefox` or `webkit`.
    pub engine: &'static str,
    /// The path of its WebDriver.
    pub driver: PathBuf,
}

/// Installs the browsers that are missing; returns those that are there with their drivers.
///
/// A browser that cannot be installed is reported on the standard error and left out.
pub fn browsers() -> Result<Vec<Browser>> {
    let geckodriver = list::geckodriver();
    let browsers: [(&str, &[&str], PathBuf); 3] = [
        ("chromium", &CHROMIUM, "/usr/bin/chromedriver".into()),
        ("firefox", &FIREFOX, geckodriver.path()?),
        ("webkit", &WEBKIT, "/usr/bin/WebKitWebDriver".into()),
    ];
    let mut lanes = install::lanes(vec![geckodriver])?;
    let packages: [&[&'static str]; 4] = [&CHROMIUM, &FIREFOX, &WEBKIT, &FONTS];
    // A lane for each: one that fails keeps no other from starting.
    lanes.extend(packages.into_iter().filter_map(apt::step).map(|step| vec![step]));
    if let Err(error) = progress::run(lanes) {
        eprintln!("{error:#}");
    }
    let is_there = |names: &[&str], driver: &PathBuf| apt::are_installed(names) && driver.exists();
    let found = browsers.into_iter().filter(|(engine, names, driver)| {
        let is_there = is_there(names, driver);
        if !is_there {
            eprintln!("no {engine}: install {} by hand to test in it", names.join(", "));
        }
        is_there
    });
    Ok(found.map(|(engine, _, driver)| Browser { engine, driver }).collect())
}
