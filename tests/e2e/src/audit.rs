//! axe-core over the page in all its states, languages, colours, widths, and both before and after it comes alive.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::fault::Fault;
use crate::page::Page;
use crate::site::Scenario;

/// A state of the page: how it is reached, and on which editions of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing is chosen.
    Overview,
    /// A state of ASEAN is selected.
    Place(&'static str),
    /// A project is shown on the map.
    Card(&'static str),
    /// The evidence of a fact is open.
    Evidence,
    /// The dialog with the link is open.
    Share,
    /// The dialog with the code is open, with its preview.
    Embed,
    /// The list of the languages is open.
    Languages,
    /// The search finds nothing, and the filters leave nothing.
    Nothing,
}

/// The eleven states of ASEAN.
const PLACES: [&str; 11] =
    ["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "TLS", "VNM"];

/// The four projects.
const CARDS: [&str; 4] =
    ["diplomatic-courses", "banking-training", "cyber-training", "business-conference"];

impl State {
    /// Every state.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Overview];
        all.extend(PLACES.map(Self::Place));
        all.extend(CARDS.map(Self::Card));
        all.extend([Self::Evidence, Self::Share, Self::Embed, Self::Languages, Self::Nothing]);
        all
    }

    /// Whether it can be reached on an edition: what needs the module is not there without it.
    pub fn is_on(self, edition: Edition) -> bool {
        match edition {
            Edition::Live => true,
            Edition::Static | Edition::Failed => {
                !matches!(self, Self::Card(_) | Self::Share | Self::Nothing)
            }
        }
    }

    /// What follows the page's address.
    fn address(self) -> String {
        match self {
            Self::Place(code) => format!("#{code}"),
            Self::Card(fact) => format!("?fact={fact}"),
            Self::Nothing => {
                "?area=diplomacy&status=scheduled&q=nothing+at+all&clock=today".to_owned()
            }
            _ => String::new(),
        }
    }

    /// What is clicked when the page is open.
    fn click(self) -> Option<&'static str> {
        match self {
            Self::Evidence => Some(".facts [popovertarget]"),
            Self::Share => Some("[popovertarget=share]"),
            Self::Embed => Some("[popovertarget=embed]"),
            Self::Languages => Some(".languages summary"),
            _ => None,
        }
    }
}

/// How much of the page has come alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Without any script.
    Static,
    /// With everything.
    Live,
    /// The module is missing, and a line says so.
    Failed,
}

impl Edition {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Static, Self::Live, Self::Failed];

    fn scenario(self) -> (Scenario, &'static str) {
        match self {
            Self::Static => (Scenario::NoScript, "static"),
            Self::Live => (Scenario::Root, "ready"),
            Self::Failed => (Scenario::Broken(Fault::WasmMissing), "failed"),
        }
    }
}

/// The colours of the reader's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// The few that the reader has chosen for everything.
    Forced,
}

impl Colours {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];
}

/// The widths of the window, in CSS px.
pub const WIDTHS: [u32; 3] = [1320, 390, 320];

/// Lets Chromium show the page as a device of some width and colours would.
pub async fn show(page: &Page, width: u32, colours: Colours) -> Result<()> {
    let cdp = page.browser.cdp();
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    let scheme = if colours == Colours::Dark { "dark" } else { "light" };
    let forced = if colours == Colours::Forced { "active" } else { "none" };
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// Gives Chromium back its own width and colours.
pub async fn show_as_before(page: &Page) -> Result<()> {
    let cdp = page.browser.cdp();
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    Ok(())
}

/// Brings the page of a language into a state, with axe-core beside it.
pub async fn bring(
    page: &Page,
    axe: &str,
    lang: &str,
    edition: Edition,
    state: State,
) -> Result<()> {
    let (scenario, app) = edition.scenario();
    page.open(scenario, &format!("{lang}/{}", state.address()), app).await?;
    if let Some(selector) = state.click() {
        page.click(selector).await?;
    }
    page.browser.execute(axe, Vec::new()).await?;
    Ok(())
}

/// What axe-core finds now, a line for each rule; nothing where all is well.
///
/// Every rule of WCAG 2.2 A and AA, and axe's best practices; the size of targets, which is off by default.
pub async fn findings(page: &Page) -> Result<String> {
    let script = "const done = arguments[0];
        const run = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };
        axe.run(document, run).then((result) => done(result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 150) + ' ' + node.any.map((any) => any.message).join(' ')).join(' | ')}`).join('\\n')), (error) => done(String(error)));";
    let found = page.browser.execute_async(script, Vec::new()).await?;
    found.json().as_str().map(str::to_owned).context("axe says nothing")
}

/// axe-core's source, from the path in `ATLAS_AXE`.
pub fn axe() -> Result<String> {
    let path = std::env::var("ATLAS_AXE").context("ATLAS_AXE is not set")?;
    std::fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))
}

/// The languages of the built page, by its folders.
pub async fn languages(page: &Page) -> Result<Vec<String>> {
    page.open(Scenario::NoScript, "", "static").await?;
    let languages = page.text("document.documentElement.dataset.languages").await?;
    ensure!(!languages.is_empty(), "the page has no languages");
    Ok(languages.split(' ').map(str::to_owned).collect())
}
