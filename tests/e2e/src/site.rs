//! The built page, served on this machine under several paths, whole and broken.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use anyhow::Result;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use axum::response::Response;
use xtask::serve;

use crate::console_smoke::{GUIDE, guide};
use crate::engine::Engine;
use crate::fault::{FAULTS, Fault, broken, lost};
use crate::fixtures;
use crate::host::{Host, markup_page};
use crate::payloads::PAYLOADS;

/// A way to serve the page. The first part of an address names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// At the root.
    Root,
    /// Some folders down, as a portal may do it.
    SubPath,
    /// With a policy that forbids every script.
    NoScript,
    /// With a script that goes through the page by itself.
    Guided,
    /// The facts do not arrive until they are let through; each engine has a gate of its own.
    Held(Engine),
    /// The script that starts the page never answers.
    Unstarted,
    /// With a policy that forbids WebAssembly alone.
    NoWasm,
    /// With a script that makes every access to a storage throw, as some settings of privacy do.
    NoStorage,
    /// A file is missing, altered or not what it should be.
    Broken(Fault),
    /// Every free text of the facts ends with one of the [`PAYLOADS`], by its place among them.
    Hostile(usize),
    /// A report with more facts than fit on one page.
    Long,
    /// The same report on a page that has every fact, as one in one file has.
    Whole,
    /// One of the reports in `tests/reports`, by its place in the order of their names.
    Report(usize),
    /// A generated report, by its seed.
    Generated(u64),
}

impl Scenario {
    /// The path under which it is served, with a slash at both ends.
    pub fn path(self) -> String {
        match self {
            Self::Root => "/".to_owned(),
            Self::SubPath => "/some/sub/path/".to_owned(),
            Self::NoScript => "/no-script/".to_owned(),
            Self::Unstarted => "/unstarted/".to_owned(),
            Self::NoWasm => "/no-wasm/".to_owned(),
            Self::NoStorage => "/no-storage/".to_owned(),
            Self::Long => "/long/".to_owned(),
            Self::Whole => "/whole/".to_owned(),
            Self::Guided => "/guided/".to_owned(),
            Self::Held(engine) => format!("/held/{}/", engine.word()),
            Self::Hostile(payload) => format!("/hostile/{payload}/"),
            Self::Report(index) => format!("/report/{index}/"),
            Self::Generated(seed) => format!("/generated/{seed}/"),
            Self::Broken(fault) => format!("/broken/{fault:?}/"),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let broken = FAULTS.into_iter().map(Self::Broken);
        // The root is a part of every path, so it comes last.
        let held = Engine::ALL.into_iter().map(Self::Held);
        let whole = [
            Self::SubPath,
            Self::NoScript,
            Self::Unstarted,
            Self::NoWasm,
            Self::NoStorage,
            Self::Guided,
            Self::Long,
            Self::Whole,
        ]
        .into_iter();
        let hostile = (0..PAYLOADS.len()).map(Self::Hostile);
        let reports = (0..fixtures::REPORTS).map(Self::Report);
        let generated = (0..fixtures::GENERATED).map(Self::Generated);
        let of_reports = reports.chain(generated);
        whole.chain(held).chain(broken).chain(hostile).chain(of_reports).chain([Self::Root])
    }

    fn of(url: &str) -> Self {
        Self::all().find(|scenario| url.starts_with(&scenario.path())).unwrap_or(Self::Root)
    }
}

/// The gate behind which the facts of a [`Scenario::Held`] wait.
#[derive(Default)]
struct Gate {
    is_open: Mutex<bool>,
    opened: Condvar,
}

/// A gate for each engine, in their order.
type Gates = [Gate; Engine::ALL.len()];

/// A server of the built page; it ends with the program.
pub struct Site {
    /// `http://127.0.0.1:` and the port, without a slash at the end.
    pub origin: String,
    gates: Arc<Gates>,
    /// Whether the browser asked for a file that does not exist; the files of [`Scenario::Broken`] do not count.
    pub missed: Arc<AtomicBool>,
}

impl Site {
    /// Serves a folder on a free port.
    pub fn serve(folder: PathBuf) -> Result<Self> {
        let listener = serve::listen(0)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (gates, missed) = (Arc::<Gates>::default(), Arc::<AtomicBool>::default());
        let served =
            Served { folder, origin: origin.clone(), gates: gates.clone(), missed: missed.clone() };
        thread::spawn(move || serve::answer_all(listener, move |url| served.answer(url)));
        Ok(Self { origin, gates, missed })
    }

    /// The address of the page, served as a scenario says, with what follows its path.
    pub fn page(&self, scenario: Scenario, rest: &str) -> String {
        [&self.origin, &scenario.path(), rest].concat()
    }

    /// Closes the gate of an engine's [`Scenario::Held`].
    pub fn hold(&self, engine: Engine) {
        self.set_gate(engine, false);
    }

    /// Lets the facts of an engine's [`Scenario::Held`] through.
    pub fn let_through(&self, engine: Engine) {
        self.set_gate(engine, true);
    }

    fn set_gate(&self, engine: Engine, open: bool) {
        let gate = self.gates.get(engine as usize);
        if let Some((gate, mut is_open)) =
            gate.and_then(|gate| Some((gate, gate.is_open.lock().ok()?)))
        {
            *is_open = open;
            gate.opened.notify_all();
        }
    }
}

/// What the server knows.
#[derive(Clone)]
struct Served {
    folder: PathBuf,
    origin: String,
    gates: Arc<Gates>,
    missed: Arc<AtomicBool>,
}

impl Served {
    /// Answers a request; `None` leaves whoever asked without an answer.
    fn answer(&self, url: &str) -> Option<Response> {
        if let Some(width) = url.strip_prefix("/frame/") {
            return Some(serve::with_type(frame(width), HTML));
        }
        if let Some((html, policy)) = markup_page(url, &self.origin) {
            let mut response = serve::with_type(html, HTML);
            for (name, value) in policy.headers() {
                response
                    .headers_mut()
                    .insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            return Some(response);
        }
        if let Some((host, shown)) = Host::of(url) {
            return Some(serve::with_type(host.html(&self.origin, &shown), HTML));
        }
        self.page(url)
    }

    /// Answers a request for a file of the page.
    fn page(&self, url: &str) -> Option<Response> {
        let scenario = Scenario::of(url);
        if scenario == Scenario::NoStorage && url.ends_with(NO_STORAGE) {
            let script = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
            return Some(serve::with_type(script, SCRIPT));
        }
        if scenario == Scenario::Guided && url.ends_with(GUIDE) {
            return Some(serve::with_type(guide(), SCRIPT));
        }
        let found = serve::file(url, &self.folder, &scenario.path());
        let Some((bytes, path)) = found.and_then(|path| Some((std::fs::read(&path).ok()?, path)))
        else {
            // Browsers ask for this one by themselves.
            if !url.ends_with("favicon.ico") {
                self.missed.store(true, Ordering::Relaxed);
            }
            return Some(serve::text(StatusCode::NOT_FOUND, "not found"));
        };
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let never = match scenario {
            Scenario::Unstarted => name.starts_with("boot"),
            Scenario::Broken(Fault::WasmNever) => name.ends_with(".wasm"),
            _ => false,
        };
        if never {
            return None;
        }
        if scenario == Scenario::Broken(Fault::WasmLost) && name.ends_with(".wasm") {
            return Some(lost(&bytes));
        }
        if let Scenario::Held(engine) = scenario
            && name.ends_with(".json")
        {
            wait(&self.gates, engine);
        }
        let (status, bytes) = content(scenario, name, bytes);
        let kind = match scenario {
            Scenario::Broken(Fault::WasmType) if name.ends_with(".wasm") => "text/plain",
            _ => serve::content_type(&path),
        };
        let mut response = serve::with_type(bytes, kind);
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        response.headers_mut().extend(serve::shared_headers(url, &self.folder));
        let policy = match scenario {
            Scenario::NoScript => Some("script-src 'none'"),
            Scenario::NoWasm => Some("script-src 'self'"),
            _ => None,
        };
        if let Some(policy) = policy {
            let policy = HeaderValue::from_static(policy);
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
        }
        Some(response)
    }
}

/// The content of a file in a scenario, and the status of its response.
fn content(scenario: Scenario, name: &str, bytes: Vec<u8>) -> (u16, Vec<u8>) {
    match scenario {
        Scenario::Broken(fault) => broken(fault, name, bytes),
        Scenario::Hostile(payload) => {
            (200, fixtures::file(bytes, name, fixtures::hostile(payload)))
        }
        Scenario::Long => (200, fixtures::file(bytes, name, fixtures::long())),
        Scenario::Whole => (200, fixtures::file_with_every_fact(bytes, name, fixtures::long())),
        Scenario::Report(index) => (200, fixtures::file(bytes, name, fixtures::report(index))),
        Scenario::Generated(seed) => (200, fixtures::file(bytes, name, fixtures::generated(seed))),
        Scenario::Guided if name == "index.html" => (200, [bytes, script(GUIDE)].concat()),
        Scenario::NoStorage if name == "index.html" => {
            let page = String::from_utf8_lossy(&bytes);
            let script = String::from_utf8_lossy(&script(NO_STORAGE)).into_owned();
            (200, page.replacen("<title>", &[&script, "<title>"].concat(), 1).into_bytes())
        }
        _ => (200, bytes),
    }
}

/// `/frame/320/?x%23y`: a page with a frame of 320 CSS px, in which the rest is open, `%23` as the sign of its
/// fragment.
fn frame(rest: &str) -> String {
    let (width, path) = rest.split_once('/').unwrap_or((rest, ""));
    let width: u32 = width.parse().unwrap_or(320);
    format!(
        "<!doctype html><html lang=en><title>Frame</title><body>\
         <iframe title=Page width={width} height=760 src=\"/{}\"></iframe>",
        path.replace('"', "%22").replace("%23", "#")
    )
}

/// The content type of a page.
const HTML: &str = "text/html; charset=utf-8";

/// The content type of a script.
const SCRIPT: &str = "text/javascript";

/// The name of the script of [`Scenario::NoStorage`].
const NO_STORAGE: &str = "no-storage.js";

fn script(name: &str) -> Vec<u8> {
    format!("<script src=\"{name}\"></script>").into_bytes()
}

fn wait(gates: &Gates, engine: Engine) {
    let Some(gate) = gates.get(engine as usize) else { return };
    let Ok(mut is_open) = gate.is_open.lock() else { return };
    while !*is_open {
        let Ok(woken) = gate.opened.wait(is_open) else { return };
        is_open = woken;
    }
}
