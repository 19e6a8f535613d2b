//! Uses the page without a driver and returns what it writes to the console, in WebKitGTK: with a driver, that
//! browser does not print its console.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::engine::{minibrowser, screen, show_on};

/// What the guide says in the end; it shows that the console is heard.
const LAST_WORDS: &str = "end of the smoke test";

/// The longest time to wait for a message; a busy machine is slow.
const TIMEOUT: Duration = Duration::from_secs(90);

/// The longest time that the guide waits for one thing, in milliseconds; then it says what it waits for.
const PATIENCE: u32 = 20_000;

/// The name of the script that is the [guide], beside the page: its policy forbids one inside.
pub const GUIDE: &str = "guide.js";

/// A script that uses the page as a reader does, then says its last words to the console.
pub fn guide() -> String {
    format!(
        "(async () => {{
            const isLate = (start) => performance.now() - start > {PATIENCE};
            const waitFor = async (what, holds) => {{
                for (const start = performance.now(); !holds(); ) {{
                    if (isLate(start)) {{
                        console.warn(`waits for ${{what}} at ${{location}}, ${{document.documentElement.dataset.app}}`);
                        return;
                    }}
                    await new Promise((next) => setTimeout(next, 20));
                }}
            }};
            const click = (selector) => document.querySelector(selector).click();
            await waitFor('the module', () => document.documentElement.dataset.app === 'ready');
            for (const link of document.querySelectorAll('.country-list__link')) {{
                link.click();
                await waitFor(link.hash, () => location.hash === link.hash);
            }}
            click('.facts th:nth-child(2) button');
            click('.map__button');
            click('.as-of input:not(:checked)');
            click('[popovertarget]');
            await waitFor('sort', () => location.search.includes('sort='));
            await waitFor('clock', () => location.search.includes('clock='));
            console.warn('{LAST_WORDS}');
        }})();"
    )
}

/// Shows a page with the [guide] in WebKitGTK, which keeps its files in a folder; gives back what its console said
/// before the last words.
pub fn heard_by_webkit(address: &str, profile: &Path) -> Result<Vec<String>> {
    let (mut screen, display) = screen()?;
    let mut command = Command::new(minibrowser());
    // Not `--private`: then it writes nothing, for privacy. The messages come on the error stream.
    command.args(["--enable-write-console-messages-to-stdout=true", address]);
    command.env("XDG_DATA_HOME", profile).env("XDG_CACHE_HOME", profile);
    show_on(&mut command, &display);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut browser = command.spawn().context("cannot start the browser of WebKitGTK")?;
    let output = browser.stderr.take().context("it prints nothing")?;
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        // The libraries of the browser write to the same stream, not always in UTF-8.
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
        }
    });
    let said = until_last_words(&lines);
    for process in [&mut browser, &mut screen] {
        let _ = process.kill();
        let _ = process.wait();
    }
    said
}

fn until_last_words(lines: &mpsc::Receiver<String>) -> Result<Vec<String>> {
    // What the browser says of itself is only told where it says nothing of the page any more.
    let (mut said, mut others) = (Vec::new(), Vec::new());
    loop {
        match lines.recv_timeout(TIMEOUT) {
            Ok(line) if line.contains(LAST_WORDS) => return Ok(said),
            Ok(line) if line.contains("CONSOLE ") => said.push(line),
            Ok(line) => others.push(line),
            Err(error) => {
                bail!("the guide did not end ({error}): it said {said:?}, the browser {others:?}")
            }
        }
    }
}
