import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { FakeElement, FakeWindow, recorder } from "./fakes.js";

const ORIGIN = "https://example.org";
const window = new FakeWindow();
/** @type {Record<string, string>} */
const colours = {};
/** @type {(new () => any) | undefined} */
let defined;

/** An element with children that may be frames. */
class FakeHtmlElement extends FakeElement {
  /** @type {any[]} */
  children = [];
  dispatchEvent = recorder();

  /** @param {any} child */
  append(child) {
    child.remove = () => this.children.splice(this.children.indexOf(child), 1);
    this.children.push(child);
  }
}

Object.assign(globalThis, {
  addEventListener: window.addEventListener,
  removeEventListener: window.removeEventListener,
  HTMLElement: FakeHtmlElement,
  LANGUAGES: ["en", "ur"],
  CustomEvent: class {
    /** @param {string} type @param {object} options */
    constructor(type, options) {
      Object.assign(this, { type }, options);
    }
  },
  customElements: {
    get: () => defined,
    define: (/** @type {string} */ name, /** @type {new () => any} */ element) => {
      assert.equal(name, "partnership-atlas");
      defined = element;
    },
  },
  document: {
    currentScript: { src: `${ORIGIN}/embed.js` },
    baseURI: "https://host.example/",
    createElement: () => ({ style: {}, contentWindow: { postMessage: recorder() } }),
  },
  getComputedStyle: () => ({ getPropertyValue: (/** @type {string} */ name) => colours[name] ?? "" }),
});
await import("../src/element.js");

/** @type {any} */
let element;
const frame = () => element.children.at(-1);
/** What the element sent to its frame. */
const sent = () => frame().contentWindow.postMessage.calls.map((/** @type {any[]} */ [message]) => message);
/** The events of the element, as type and detail. */
const events = () => element.dispatchEvent.calls.map((/** @type {any[]} */ [{ type, detail }]) => [type, detail]);

/** @param {unknown} data @param {object} [change] */
const receive = (data, change = {}) =>
  window.emit("message", { source: frame().contentWindow, origin: ORIGIN, data, ...change });

/** @param {string} name @param {string} value */
const setAttribute = (name, value) => {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  element.attributeChangedCallback(name, before, value);
};

beforeEach(() => {
  window.listeners.clear();
  for (const name of Object.keys(colours)) delete colours[name];
  assert.ok(defined);
  element = new defined();
  element.attributes = new Map([["place", "MYS"]]);
  element.append({ isFallback: true });
  element.connectedCallback();
});

test("the element contains one frame with a title and a height", () => {
  assert.deepEqual(
    [frame().src, frame().title, frame().height, frame().loading],
    [`${ORIGIN}/embed/#MYS`, "Partnership Atlas", "720", "lazy"],
  );
  assert.equal(element.children.length, 2);
});

test("the frame is as high as its content, within limits", () => {
  for (const [height, expected] of [
    [812.3, "813"],
    [3, "100"],
    [-1, "100"],
    [1e9, "30000"],
  ]) {
    receive({ type: "embed-size", height });
    assert.equal(frame().height, expected);
  }
});

test("a height that is no number changes nothing", () => {
  for (const height of ["900", null, undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, "900px"]) {
    receive({ type: "embed-size", height });
    assert.equal(frame().height, "720");
  }
});

test("a height of the host wins", () => {
  setAttribute("height", "400");
  receive({ type: "embed-size", height: 900 });
  assert.equal(frame().height, "400");
});

test("messages from other windows and other origins are ignored", () => {
  receive({ type: "embed-size", height: 900 }, { source: {} });
  receive({ type: "embed-size", height: 900 }, { origin: "https://example.net" });
  receive({ type: "atlas:ready" }, { source: null, origin: "null" });
  assert.equal(frame().height, "720");
  assert.deepEqual(events(), []);
});

test("messages of a sandboxed frame, which has no origin, are accepted", () => {
  receive({ type: "embed-size", height: 900 }, { origin: "null" });
  assert.equal(frame().height, "900");
});

test("messages of unknown shapes are ignored", () => {
  for (const data of [
    null,
    undefined,
    0,
    "",
    "atlas:ready",
    [],
    {},
    { type: 1 },
    { type: "atlas:show" },
    { sentinel: "amp" },
  ])
    receive(data);
  assert.deepEqual(events(), []);
  assert.equal(element.children[0].hidden, undefined);
});

test("messages become events, and the fallback is hidden", () => {
  receive({ type: "atlas:ready" });
  receive({ type: "atlas:select", place: "KHM", area: null });
  receive({ type: "atlas:error" });
  const expected = [
    ["atlas:ready", undefined],
    ["atlas:select", { place: "KHM", area: null }],
    ["atlas:error", undefined],
  ];
  assert.deepEqual(events(), expected);
  assert.equal(element.children[0].hidden, true);
  assert.equal(frame().hidden, undefined);
});

test("a selection holds texts only", () => {
  receive({ type: "atlas:select", place: { code: "KHM" }, area: 7, extra: "x" });
  assert.deepEqual(events(), [["atlas:select", { place: null, area: null }]]);
});

test("the colours of the element are sent when the frame is ready", () => {
  colours["--atlas-accent"] = " rgb(1, 2, 3) ";
  colours["--atlas-unknown"] = "red";
  receive({ type: "atlas:ready" });
  assert.deepEqual(sent(), [{ type: "atlas:theme", colours: { accent: "rgb(1, 2, 3)" } }]);
});

test("no colours, no message", () => {
  receive({ type: "atlas:ready" });
  assert.deepEqual(sent(), []);
});

test("an attribute of the view is shown in the same frame", () => {
  const before = frame();
  setAttribute("area", "diplomacy");
  assert.equal(frame(), before);
  assert.deepEqual(sent(), [{ type: "atlas:show", address: "?area=diplomacy#MYS" }]);
});

test("an attribute that changed while the frame loaded is shown when it is ready, once", () => {
  setAttribute("place", "SGP");
  receive({ type: "atlas:ready" });
  receive({ type: "atlas:ready" });
  assert.deepEqual(
    sent().map((/** @type {any} */ { address }) => address),
    ["#SGP", "#SGP"],
  );
});

test("another attribute loads a new frame in place of the old one", () => {
  const before = frame();
  setAttribute("view", "cards");
  assert.notEqual(frame(), before);
  assert.equal(frame().src, `${ORIGIN}/embed/?view=cards#MYS`);
  assert.equal(element.children.length, 2);
});

test("the same value again changes nothing", () => {
  const before = frame();
  setAttribute("view", "cards");
  const after = frame();
  setAttribute("view", "cards");
  assert.ok(before !== after && frame() === after);
});

test("a removed element has no frame and no listener", () => {
  element.disconnectedCallback();
  assert.equal(element.children.length, 1);
  assert.deepEqual(window.listeners.get("message"), []);
  setAttribute("view", "cards");
  assert.equal(element.children.length, 1);
});
