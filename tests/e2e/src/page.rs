//! A page in a browser, and what a test does with it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, WebDriver, WebElement, WindowHandle};

use crate::engine::Engine;
use crate::host::{Host, Policy, markup_url};
use crate::site::{Scenario, Site};

/// How long a condition may take to come true: long enough for a busy machine on which a browser starts for the first time.
const TIMEOUT: Duration = Duration::from_secs(60);

/// How long a document is asked at a time: a frame's first one may be left behind and never say that it has gone.
const GLANCE: Duration = Duration::from_secs(1);

/// Writes down what the page's scripts do not catch from now on, with the functions in which it was thrown: WebKitGTK does not
/// tell its driver.
const LISTEN: &str = "if (!window.uncaught) {
    window.uncaught = [];
    const keep = (thrown) => window.uncaught.push(`uncaught: ${thrown}\n${thrown?.stack ?? ''}`);
    addEventListener('error', ({ error, message }) => keep(error ?? message));
    addEventListener('unhandledrejection', ({ reason }) => keep(reason));
}";

/// A page that is open.
#[derive(Clone)]
pub struct Page {
    /// The browser.
    pub browser: WebDriver,
    /// Its engine.
    pub engine: Engine,
    /// Where the page comes from.
    pub site: Arc<Site>,
}

impl Page {
    /// Opens the page, served as a scenario says, and waits until it has answered: `static`, `ready` or `failed`.
    pub async fn open(&self, scenario: Scenario, rest: &str, app: &str) -> Result<()> {
        // A new document even where only the fragment differs.
        self.browser.goto("about:blank").await.context("cannot leave the page")?;
        let url = self.site.page(scenario, rest);
        self.browser.goto(&url).await.with_context(|| format!("cannot open {url}"))?;
        self.wait_for(&format!("document.documentElement.dataset.app === '{app}'")).await
    }

    /// Loads the page again, and waits until it is alive.
    pub async fn reload(&self) -> Result<()> {
        if self.engine == Engine::Webkit {
            // On a busy machine its driver now and then never ends a reload. The page is left and opened again.
            let url = self.browser.current_url().await?;
            self.browser.goto("about:blank").await.context("cannot leave the page")?;
            self.browser.goto(url.as_str()).await.context("cannot open the page again")?;
        } else {
            self.browser.refresh().await.context("cannot load the page again")?;
        }
        self.wait_for("document.documentElement.dataset.app === 'ready'").await
    }

    /// Opens the live page in a frame of a width in CSS px, and steps into the frame.
    pub async fn open_framed(&self, width: u32, rest: &str) -> Result<()> {
        self.browser.goto("about:blank").await?;
        let rest = rest.replace('#', "%23");
        self.browser.goto(format!("{}/frame/{width}/{rest}", self.site.origin)).await?;
        let frame = self.browser.find(By::Css("iframe")).await?;
        frame.enter_frame().await?;
        self.wait_for("document.documentElement.dataset.app === 'ready'").await
    }

    /// Opens a page of another site that shows the page, and stays outside the frame.
    pub async fn open_hosted(&self, host: Host, rest: &str) -> Result<()> {
        self.browser.goto("about:blank").await?;
        let site = self.site.origin.replace("127.0.0.1", "localhost");
        let rest = rest.replace('#', "%23");
        self.browser.goto([&site, &host.path(), rest.as_str()].concat()).await?;
        Ok(())
    }

    /// Opens a page of another site with this markup, in which `SITE` stands for the origin of the page, and stays outside
    /// its frames.
    pub async fn open_host(&self, html: &str, policy: Policy) -> Result<()> {
        self.browser.goto("about:blank").await?;
        self.go_to_host(html, policy).await
    }

    /// Goes on to another page of that site; the one before stays in the history.
    pub async fn go_to_host(&self, html: &str, policy: Policy) -> Result<()> {
        let site = self.site.origin.replace("127.0.0.1", "localhost");
        self.browser.goto([site, markup_url(html, policy)].concat()).await?;
        Ok(())
    }

    /// Waits until as many windows are open, and returns them.
    pub async fn wait_for_windows(&self, count: usize) -> Result<Vec<WindowHandle>> {
        let start = Instant::now();
        loop {
            let windows = self.browser.windows().await?;
            if windows.len() == count {
                return Ok(windows);
            }
            if start.elapsed() > TIMEOUT {
                bail!("{} windows are open, not {count}", windows.len());
            }
        }
    }

    /// Opens an address that leads on to another one, and waits until that one is there and has answered `ready`.
    pub async fn open_led(&self, rest: &str, path: &str) -> Result<()> {
        self.browser.goto("about:blank").await?;
        self.browser.goto(self.site.page(Scenario::Root, rest)).await?;
        let ready = "document.documentElement.dataset.app === 'ready'";
        self.wait_for(&format!("location.pathname === {path:?} && {ready}")).await
    }

    /// Steps into the one frame of the page, and waits until it has answered.
    pub async fn step_in(&self, app: &str) -> Result<()> {
        self.wait_for("document.querySelector('iframe') !== null").await?;
        let frame = self.browser.find(By::Css("iframe")).await?;
        frame.enter_frame().await?;
        self.wait_for(&format!("document.documentElement.dataset.app === '{app}'")).await
    }

    /// Steps out of the frame.
    pub async fn step_out(&self) -> Result<()> {
        Ok(self.browser.enter_default_frame().await?)
    }

    /// A picture of the page as PNG, from Chromium; `clip` is a part of it as the DevTools protocol describes one.
    pub async fn picture(&self, clip: Option<Value>) -> Result<Vec<u8>> {
        let mut wanted = json!({ "format": "png", "captureBeyondViewport": true });
        if let (Some(clip), Some(wanted)) = (clip, wanted.as_object_mut()) {
            wanted.insert("clip".to_owned(), clip);
        }
        let answer = self.browser.cdp().send_raw("Page.captureScreenshot", wanted).await?;
        let picture = answer.get("data").and_then(Value::as_str).context("there is no picture")?;
        Ok(STANDARD.decode(picture)?)
    }

    /// The page as Chromium prints it: a PDF of A4 pages, without the browser's own head and foot.
    pub async fn printed(&self) -> Result<Vec<u8>> {
        let wanted = json!({ "preferCSSPageSize": true, "printBackground": true });
        let answer = self.browser.cdp().send_raw("Page.printToPDF", wanted).await?;
        let printed = answer.get("data").and_then(Value::as_str).context("nothing was printed")?;
        Ok(STANDARD.decode(printed)?)
    }

    /// The value of an expression in the page.
    pub async fn read(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        let answer = self.browser.execute(script, Vec::new()).await;
        Ok(answer.with_context(|| format!("cannot read {expression}"))?.json().clone())
    }

    /// The value of an expression that is a text.
    pub async fn text(&self, expression: &str) -> Result<String> {
        let value = self.read(expression).await?;
        value.as_str().map(str::to_owned).with_context(|| format!("{expression} is {value}"))
    }

    /// The text of an element as a reader sees it.
    pub async fn inner_text(&self, selector: &str) -> Result<String> {
        self.text(&format!("document.querySelector({selector:?})?.innerText ?? 'nothing'")).await
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_for(&self, expression: &str) -> Result<()> {
        let script = format!(
            "{LISTEN}\n\
             const done = arguments[arguments.length - 1], end = performance.now() + {};\n\
             const look = () => {{\n\
               let holds = false, why = '';\n\
               try {{ holds = Boolean({expression}); }} catch (error) {{ why = String(error); }}\n\
               if (holds || performance.now() > end) done({{ holds, why }}); else setTimeout(look, 15);\n\
             }};\n\
             look();",
            GLANCE.as_millis()
        );
        let start = Instant::now();
        loop {
            let is_over = start.elapsed() > TIMEOUT;
            match self.browser.execute_async(script.clone(), Vec::new()).await {
                Ok(answer) if answer.json()["holds"] == json!(true) => return Ok(()),
                Ok(answer) if is_over => {
                    let why = &answer.json()["why"];
                    bail!("it never comes true that {expression} {why}; {}", self.state().await)
                }
                Ok(_) => {}
                // A document that goes while it is asked is followed by another one, which is asked again.
                Err(error) if went_away(&error) && !is_over => {}
                Err(error) => {
                    return Err(error).with_context(|| format!("cannot wait until {expression}"));
                }
            }
        }
    }

    /// Where the page is, what its scripts did not catch and what it has loaded, for whoever reads why a test failed.
    async fn state(&self) -> String {
        let state = "[location.href, document.readyState, document.visibilityState, JSON.stringify(document.documentElement.dataset),\
            ...(window.uncaught ?? []), ...performance.getEntriesByType('resource')\
                .map(({ name, responseEnd }) => `${name}: ${Math.round(responseEnd)} ms`)].join('\\n')";
        self.text(state)
            .await
            .unwrap_or_else(|error| format!("its state cannot be read: {error:#}"))
    }

    /// Waits until what stands in the document now is painted.
    pub async fn wait_for_paint(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";
        self.browser.execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// Fails with a sentence unless an expression is true now.
    pub async fn assert(&self, expression: &str) -> Result<()> {
        if self.read(&format!("Boolean({expression})")).await? != json!(true) {
            bail!("it is not so that {expression}");
        }
        Ok(())
    }

    /// Clicks the element that a selector finds.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.scroll_to(selector).await?;
        element.click().await.with_context(|| format!("cannot click {selector}"))
    }

    /// Scrolls to an element, waits until it is laid out, and returns it.
    pub async fn scroll_to(&self, selector: &str) -> Result<WebElement> {
        let element = self.browser.find(By::Css(selector)).await?;
        // WebDriver takes what is in a closed disclosure for hidden, even where the style sheet shows it. Older browsers
        // need a script or a click for it.
        let unfold = "const [element] = arguments, folded = element.closest('.disclosure:not([open])');
            if (folded && !element.closest('summary') && (element.checkVisibility() || !CSS.supports('selector(::details-content)')))
                folded.open = true;";
        self.browser.execute(unfold, vec![element.to_json()?]).await?;
        element.scroll_into_view().await?;
        self.wait_for_paint().await?;
        Ok(element)
    }

    /// Opens every disclosure, as a reader does where neither the style sheet nor a script can.
    pub async fn unfold(&self) -> Result<()> {
        let unfold = "[...document.querySelectorAll('.disclosure')].forEach((each) => { each.open = true; })";
        self.read(unfold).await?;
        Ok(())
    }

    /// Clicks the button with a name.
    pub async fn click_button(&self, name: &str) -> Result<()> {
        let path = format!("//button[normalize-space()='{name}']");
        let button = self.browser.find(By::XPath(path.as_str())).await;
        let button = button.with_context(|| format!("there is no button “{name}”"))?;
        button.scroll_into_view().await?;
        button.click().await.with_context(|| format!("cannot click “{name}”"))
    }

    /// Presses keys one after another, wherever the focus is; names as WebDriver has them: `\u{E004}` is Tab.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let steps: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                ]
            })
            .collect();
        self.act(json!([{ "type": "key", "id": "keys", "actions": steps }])).await
    }

    /// A press and a release of the mouse at a point of the window, in CSS px.
    pub async fn click_at(&self, x: i64, y: i64) -> Result<()> {
        self.point("mouse", x, y).await
    }

    /// A tap of a finger at a point of the window, in CSS px.
    pub async fn tap_at(&self, x: i64, y: i64) -> Result<()> {
        self.point("touch", x, y).await
    }

    async fn point(&self, kind: &str, x: i64, y: i64) -> Result<()> {
        self.act(json!([{
            "type": "pointer", "id": kind, "parameters": { "pointerType": kind },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]))
        .await
    }

    /// Moves the mouse to a point of the window, in CSS px.
    pub async fn hover_at(&self, x: i64, y: i64) -> Result<()> {
        self.act(json!([{
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": [{ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" }],
        }]))
        .await
    }

    /// Performs W3C actions: <https://www.w3.org/TR/webdriver2/#actions>.
    pub async fn act(&self, actions: Value) -> Result<()> {
        self.browser
            .cmd(Command::PerformActions(Actions::from(actions)))
            .await
            .context("the actions were refused")?;
        Ok(())
    }
}

/// Whether a script was cut off because its document was replaced, in the words of the three drivers.
fn went_away(error: &WebDriverError) -> bool {
    let words = error.to_string();
    [
        "Document was unloaded",
        "document unloaded",
        "aborted by navigation",
        "Callback was not called",
        // Chromium, when it is asked in the moment in which the document goes.
        "did not complete within the script timeout",
        // WebKitGTK, when the document goes while its answer is under way.
        "Could not parse script result",
    ]
    .iter()
    .any(|sign| words.contains(sign))
}
