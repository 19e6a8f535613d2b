import assert from "node:assert/strict";
import { test } from "node:test";

import { preparePage } from "../src/prepare.js";
import { FakeWindow, recorder, setGlobals } from "./fakes.js";

const noPictures = () => Promise.reject(new Error("nobody saves a picture"));

/**
 * A page that is not in a frame.
 * @param {import("node:test").TestContext} context
 * @param {string} href
 * @param {string} readyState
 */
const fakePage = (context, href, readyState) => {
  const window = new FakeWindow();
  const dataset = /** @type {DOMStringMap} */ ({ app: "static", home: "", languages: "en ur", loadTimeout: "30" });
  const location = { href, replace: recorder() };
  const [define, timers] = [recorder(), recorder()];
  setGlobals(context, {
    window,
    parent: window,
    addEventListener: window.addEventListener,
    document: {
      documentElement: { dataset, lang: "en" },
      readyState,
      querySelector: () => null,
      querySelectorAll: () => [],
      addEventListener: recorder(),
    },
    customElements: { define },
    HTMLElement: class {},
    location,
    setTimeout: timers,
    CSS: { supports: () => true },
  });
  return { dataset, define, location, timers, window };
};

/** Lets every promise that can be settled be settled. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("the options are set at once, and the module starts after the page has loaded", async (context) => {
  const { dataset, timers, window } = fakePage(context, "https://example.org/?theme=dark&chrome=0", "interactive");
  const start = recorder();
  preparePage((root, loaded) => loaded.then(() => start(root)), noPictures);
  await settle();
  assert.deepEqual([dataset.theme, dataset.chrome, start.calls.length], ["dark", "0", 0]);
  assert.equal(timers.calls[0]?.[1], 30_000);
  window.emit("load", {});
  await settle();
  assert.equal(start.calls[0]?.[0].dataset, dataset);
});

test("the start may begin before the page has loaded", (context) => {
  fakePage(context, "https://example.org/", "interactive");
  const start = recorder();
  preparePage(async () => start(), noPictures);
  assert.equal(start.calls.length, 1);
});

test("a loaded page starts its module at once", async (context) => {
  fakePage(context, "https://example.org/", "complete");
  const start = recorder();
  preparePage((_root, loaded) => loaded.then(() => start()), noPictures);
  await settle();
  assert.equal(start.calls.length, 1);
});

test("clicks are answered before the page has loaded", (context) => {
  const { window } = fakePage(context, "https://example.org/", "loading");
  preparePage(async () => {}, noPictures);
  assert.equal(window.listeners.get("click")?.length, 2);
});

test("a redirect to another language starts nothing", (context) => {
  const { location, timers, window } = fakePage(context, "https://example.org/?lang=ur-PK&clock=today#SGP", "complete");
  const start = recorder();
  preparePage(async () => start(), noPictures);
  assert.deepEqual(location.replace.calls, [["https://example.org/ur/?clock=today#SGP"]]);
  assert.deepEqual([start.calls.length, timers.calls.length, window.listeners.size], [0, 0, 0]);
});

test("a copy that was saved while it was ready or in a frame starts anew and says so", (context) => {
  const { dataset, define } = fakePage(context, "file:///home/copy.html", "interactive");
  Object.assign(dataset, { app: "ready", framed: "" });
  preparePage(async () => {}, noPictures);
  assert.deepEqual([dataset.app, dataset.stale, dataset.framed], ["static", "", undefined]);
  const [name, Notice] = define.calls[0] ?? [];
  const notice = Object.assign(new Notice(), { hidden: true });
  notice.connectedCallback();
  assert.deepEqual([name, notice.hidden], ["atlas-notice", false]);
});

test("a copy that was saved after a failure starts anew", (context) => {
  const { dataset } = fakePage(context, "file:///home/copy.html", "interactive");
  dataset.app = "failed";
  preparePage(async () => {}, noPictures);
  assert.deepEqual([dataset.app, dataset.stale], ["static", undefined]);
});

test("a start that fails is shown", async (context) => {
  const { dataset } = fakePage(context, "https://example.org/", "complete");
  preparePage(() => Promise.reject(new Error("no module")), noPictures);
  assert.equal(dataset.app, "static");
  await Promise.resolve().then(() => {});
  assert.equal(dataset.app, "failed");
});

test("a page that is not in a frame sends nothing", (context) => {
  const { dataset } = fakePage(context, "https://example.org/", "complete");
  preparePage(async () => {}, noPictures);
  assert.equal(dataset.framed, undefined);
});
