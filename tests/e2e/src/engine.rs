//! Uses the page without a driver and returns what it writes to the console, in WebKitGTK: with a driver, that
//! browser does not print its console.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKitGTK, in its MiniBrowser.
    Webkit,
}

/// What Firefox says to itself: of its settings, of the sites for which it knows a remedy, and of a script that
/// it stopped with its process, as when a window is closed. (Driven, it has no limit for how long a script runs.)
const ITS_OWN: [&str; 5] = [
    "services.settings",
    "webcompat intervention",
    "UA override",
    "un-needed interventions",
    "Script terminated by timeout",
];

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name in the settings and in the names of tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The environment variable that holds the path of its driver.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Self::Chromium => "ATLAS_CHROMEDRIVER",
            Self::Firefox => "ATLAS_GECKODRIVER",
            Self::Webkit => "ATLAS_WEBKITDRIVER",
        }
    }

    /// The lines of its log that its console printed for the page.
    ///
    /// WebDriver returns Chromium's console, and [console_smoke](crate::console_smoke) reads that of WebKitGTK.
    pub fn is_of_the_console(self, line: &str) -> bool {
        match self {
            Self::Chromium | Self::Webkit => false,
            // Messages of the page, and errors and warnings in its scripts; the rest is the browser's own.
            Self::Firefox => {
                let kinds = ["log:", "info:", "warn:", "error:", "debug:"];
                let is_said =
                    line.starts_with("console.") && kinds.iter().any(|it| line.contains(it));
                let is_of_the_browser = ITS_OWN.iter().any(|words| line.contains(words));
                let is_of_a_script =
                    line.starts_with("JavaScript") && line.contains("http://127.0.0.1");
                (is_said || is_of_a_script) && !is_of_the_browser
            }
        }
    }

    fn capabilities(self) -> Map<String, Value> {
        let (key, value) = match self {
            Self::Chromium => (
                "goog:chromeOptions",
                json!({ "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=1336,1000", "--hide-scrollbars",
                ] }),
            ),
            Self::Firefox => (
                "moz:firefoxOptions",
                json!({
                    "args": ["-headless", "--width=1336", "--height=1000"],
                    "prefs": {
                        "devtools.console.stdout.content": true,
                        // What the browser says to itself.
                        "devtools.console.stdout.chrome": false,
                        "browser.dom.window.dump.enabled": true,
                        "dom.w3c_touch_events.enabled": 1,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "app.update.enabled": false,
                    },
                }),
            ),
            Self::Webkit => (
                "webkitgtk:browserOptions",
                json!({
                    "binary": minibrowser(),
                    "args": ["--automation", "--geometry=1336x1000"],
                }),
            ),
        };
        let mut all = Map::new();
        all.insert(key.to_owned(), value);
        if self == Self::Chromium {
            all.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        }
        all
    }
}

/// Debian keeps it below the folder of the machine's architecture.
pub(crate) fn minibrowser() -> String {
    let folders = ["x86_64-linux-gnu", "aarch64-linux-gnu"].iter().flat_map(|architecture| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
            .map(|version| format!("/usr/lib/{architecture}/{version}/MiniBrowser"))
    });
    folders.into_iter().find(|path| Path::new(path).exists()).unwrap_or_default()
}

/// How long a script may take; nothing that is asked of a page takes half as long.
const SCRIPT: Duration = Duration::from_secs(12);

/// A running driver, with a screen of its own where its engine needs one; both end with it.
pub struct Driver {
    engine: Engine,
    port: u16,
    log: PathBuf,
    processes: Vec<Child>,
}

impl Driver {
    /// Starts the driver whose path the engine's environment variable holds.
    pub fn start(engine: Engine, folder: &Path) -> Result<Self> {
        let variable = engine.driver_variable();
        let program =
            std::env::var_os(variable).with_context(|| format!("{variable} is not set"))?;
        fs::create_dir_all(folder)?;
        let log = folder.join(format!("{}.log", engine.word()));
        let file = File::create(&log).context("the driver's log cannot be written")?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new(program);
        command.arg(format!("--port={port}")).stdin(Stdio::null());
        command.stdout(file.try_clone()?).stderr(file);
        let mut processes = Vec::new();
        if engine == Engine::Webkit {
            let (screen, display) = screen()?;
            processes.push(screen);
            show_on(&mut command, &display);
        }
        let driver = command
            .spawn()
            .with_context(|| format!("cannot start the driver of {}", engine.word()))?;
        processes.push(driver);
        Ok(Self { engine, port, log, processes })
    }

    /// Opens a browser with a fresh profile, as soon as the driver listens.
    pub async fn open(&self) -> Result<WebDriver> {
        self.listening().await?;
        let address = format!("http://127.0.0.1:{}", self.port);
        let browser = WebDriver::new(address, Capabilities::from(self.engine.capabilities())).await;
        let browser = browser
            .with_context(|| format!("the driver of {} opens no browser", self.engine.word()))?;
        browser.set_script_timeout(SCRIPT).await?;
        Ok(browser)
    }

    /// Waits until the driver takes connections.
    async fn listening(&self) -> Result<()> {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the driver of {} does not listen", self.engine.word())
    }

    /// How often the process of a page has crashed since the driver started, as far as the browser tells it.
    pub fn crashes(&self) -> usize {
        let log = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&log).matches(CRASHED).count()
    }

    /// What the console printed for the page since the driver started.
    pub fn console(&self) -> Result<Vec<String>> {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        Ok(log
            .lines()
            .filter(|line| self.engine.is_of_the_console(line))
            .map(str::to_owned)
            .collect())
    }
}

/// What WebKitGTK says when the process of a page has crashed.
const CRASHED: &str = "WebProcess CRASHED";

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver before its screen.
        for process in self.processes.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Lets WebKitGTK show its windows on a screen, without a graphics card, and as root in a container.
pub(crate) fn show_on(command: &mut Command, display: &str) {
    command.env("DISPLAY", format!(":{display}")).env("GDK_BACKEND", "x11");
    command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    // WebKitGTK 2.50 frees the first machine code of a function once it has a better one, now and then while it still runs, as far
    // as can be told: about one load in 250 on a busy machine trapped, and none since this is set. Later versions have mends:
    // <https://bugs.webkit.org/show_bug.cgi?id=290296>, <https://bugs.webkit.org/show_bug.cgi?id=314664>.
    command.env("JSC_freeRetiredWasmCode", "0");
}

/// A screen in memory, and its number.
pub(crate) fn screen() -> Result<(Child, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut screen = command.spawn().context("cannot start Xvfb; install the package xvfb")?;
    let mut display = String::new();
    let output = screen.stdout.take().context("Xvfb prints nothing")?;
    BufReader::new(output).read_line(&mut display)?;
    Ok((screen, display.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_heard_and_the_browser_is_not() {
        for (line, expected) in [
            ("console.warn: \"can you hear this\"", true),
            ("JavaScript error: http://127.0.0.1:80/boot.js, line 1: TypeError: x is null", true),
            ("JavaScript warning: http://127.0.0.1:80/a.js, line 1: unreachable code", true),
            (
                "JavaScript warning: http://127.0.0.1:80/a.js, line 1: Script terminated by timeout at:",
                false,
            ),
            ("JavaScript error: resource://gre/modules/X.sys.mjs, line 1: Error", false),
            ("console.error: services.settings: main/hijack-blocklists has no attachment", false),
            ("1795598406902\twebdriver::server\tINFO\tShutting down", false),
        ] {
            assert_eq!(Engine::Firefox.is_of_the_console(line), expected, "{line}");
        }
    }
}
