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
    child.parentNode = this;
    this.children.push(child);
  }

  /** @param {string} selector */
  querySelectorAll(selector) {
    assert.equal(selector, ":scope > iframe[slot=frame]");
    return this.children.filter(({ slot }) => slot === "frame");
  }

  attachShadow() {
    return { adoptedStyleSheets: [], append: (/** @type {any[]} */ ...parts) => void (this.shadow = parts) };
  }
}

/** Keeps what a style sheet would hold. */
class FakeStyle extends Map {
  /** @param {string} name @param {string} value @param {string} priority */
  setProperty(name, value, priority) {
    assert.equal(priority, "important");
    this.set(name, value);
  }
}

class FakeSheet {
  replaceSync() {}
}

class FakeObserver {
  observe() {}
  disconnect() {}
}

Object.assign(globalThis, {
  addEventListener: window.addEventListener,
  removeEventListener: window.removeEventListener,
  HTMLElement: FakeHtmlElement,
  CSSStyleSheet: FakeSheet,
  ResizeObserver: FakeObserver,
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
    querySelectorAll: () => [],
    createElement: (/** @type {string} */ name) => ({
      name,
      style: new FakeStyle(),
      contentWindow: { postMessage: recorder() },
      listeners: new FakeWindow(),
      toggleAttribute() {},
      /** @param {string} type @param {() => void} listener */
      addEventListener(type, listener) {
        this.listeners.addEventListener(type, listener);
      },
    }),
  },
  getComputedStyle: () => ({ getPropertyValue: (/** @type {string} */ name) => colours[name] ?? "" }),
});
await import("../src/element.js");

/** @type {any} */
let element;
const frame = () => element.children.at(-1);
const height = () => frame().style.get("height");
/** What the element sent to its frame. */
const sent = () => frame().contentWindow.postMessage.calls.map((/** @type {any[]} */ [message]) => message);
/** The events of the element, as type and detail. */
const events = () => element.dispatchEvent.calls.map((/** @type {any[]} */ [{ type, detail }]) => [type, detail]);

/** @param {unknown} data @param {object} [change] */
const receive = (data, change = {}) =>
  window.emit("message", { source: frame().contentWindow, origin: ORIGIN, data, ...change });

/** A part of the shadow tree tells that a colour has changed. */
const changeColours = () => element.shadow[0].listeners.emit("transitionrun", {});
const isFallbackHidden = () => element.shadow[2].hidden === true;

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
    [frame().src, frame().title, height(), frame().loading],
    [`${ORIGIN}/embed/#MYS`, "Partnership Atlas", "720px", "lazy"],
  );
  assert.equal(element.children.length, 2);
});

test("the frame is as high as its content, within limits", () => {
  for (const [told, expected] of [
    [812.3, "813px"],
    [3, "100px"],
    [-1, "100px"],
    [1e9, "30000px"],
  ]) {
    receive({ type: "embed-size", height: told });
    assert.equal(height(), expected);
  }
});

test("a height that is no number changes nothing", () => {
  for (const told of ["900", null, undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, "900px"]) {
    receive({ type: "embed-size", height: told });
    assert.equal(height(), "720px");
  }
});

test("a height of the host wins, and without it the last one of the page counts", () => {
  const before = frame();
  setAttribute("height", "400");
  receive({ type: "embed-size", height: 900 });
  assert.equal(height(), "400px");
  element.removeAttribute("height");
  element.attributeChangedCallback("height", "400", null);
  assert.equal(height(), "900px");
  assert.equal(frame(), before);
});

test("a title is followed", () => {
  setAttribute("title", "ASEAN");
  assert.equal(frame().title, "ASEAN");
});

test("messages from other windows and other origins are ignored", () => {
  receive({ type: "embed-size", height: 900 }, { source: {} });
  receive({ type: "embed-size", height: 900 }, { origin: "https://example.net" });
  receive({ type: "atlas:ready" }, { source: null, origin: "null" });
  assert.equal(height(), "720px");
  assert.deepEqual(events(), []);
});

test("messages of a sandboxed frame, which has no origin, are accepted", () => {
  receive({ type: "embed-size", height: 900 }, { origin: "null" });
  assert.equal(height(), "900px");
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
  assert.equal(isFallbackHidden(), false);
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
  assert.equal(isFallbackHidden(), true);
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

test("colours that change later are sent, once each", () => {
  receive({ type: "atlas:ready" });
  colours["--atlas-ink"] = "red";
  changeColours();
  changeColours();
  delete colours["--atlas-ink"];
  changeColours();
  assert.deepEqual(
    sent().map((/** @type {any} */ message) => message.colours),
    [{ ink: "red" }, {}],
  );
});

test("a page that is not ready hears of no colour", () => {
  colours["--atlas-ink"] = "red";
  changeColours();
  assert.deepEqual(sent(), []);
});

test("no colours, no message", () => {
  receive({ type: "atlas:ready" });
  assert.deepEqual(sent(), []);
});

test("attributes that are told before the connection load nothing", () => {
  assert.ok(defined);
  element = new defined();
  element.attributes = new Map([["view", "cards"]]);
  element.attributeChangedCallback("view", null, "cards");
  assert.deepEqual(element.children, []);
  element.connectedCallback();
  assert.equal(frame().src, `${ORIGIN}/embed/?view=cards`);
});

test("a browser without style sheets of scripts gets a style element", (context) => {
  assert.ok(defined);
  const parts = /** @type {any[]} */ ([]);
  const attach = context.mock.method(FakeHtmlElement.prototype, "attachShadow", () => ({
    append: (/** @type {any[]} */ ...added) => void parts.push(...added),
  }));
  new defined();
  assert.equal(attach.mock.callCount(), 1);
  assert.deepEqual(
    parts.map(({ name }) => name),
    ["style", "span", "frame", "slot"],
  );
  assert.match(parts[0].textContent, /:host/);
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

test("what the reader chose survives a move of the element", () => {
  receive({ type: "atlas:ready" });
  receive({ type: "atlas:address", address: "?q=bank#KHM" });
  element.disconnectedCallback();
  element.connectedCallback();
  assert.equal(frame().src, `${ORIGIN}/embed/?q=bank#KHM`);
  receive({ type: "atlas:ready" });
  assert.deepEqual(sent(), []);
});

test("what the host asks for after a choice of the reader is shown after a move", () => {
  receive({ type: "atlas:ready" });
  receive({ type: "atlas:address", address: "#KHM" });
  element.disconnectedCallback();
  setAttribute("place", "SGP");
  element.connectedCallback();
  assert.equal(frame().src, `${ORIGIN}/embed/#SGP`);
});

test("a new frame keeps the height of the last one", () => {
  receive({ type: "embed-size", height: 900 });
  element.disconnectedCallback();
  element.connectedCallback();
  assert.equal(height(), "900px");
});

test("the frame of an earlier life is gone, and frames of the host stay", () => {
  element.disconnectedCallback();
  element.append({ slot: "frame", name: "cached" });
  element.append({ slot: "", name: "of the host" });
  element.connectedCallback();
  assert.deepEqual(
    element.children.map((/** @type {any} */ { name }) => name),
    [undefined, "of the host", "iframe"],
  );
});

test("properties are attributes, also those that were set before the script was there", () => {
  element.disconnectedCallback();
  Object.defineProperty(element, "place", { value: "LAO", configurable: true, writable: true, enumerable: true });
  element.connectedCallback();
  assert.equal(element.getAttribute("place"), "LAO");
  assert.equal(element.place, "LAO");
  element.area = "diplomacy";
  assert.equal(element.getAttribute("area"), "diplomacy");
  element.area = null;
  assert.equal(element.hasAttribute("area"), false);
  assert.equal(element.area, null);
});

test("an element without an address says what to do, and begins when it gets one", (context) => {
  const error = context.mock.method(console, "error", () => {});
  element.disconnectedCallback();
  element.setAttribute("src", "javascript:alert(1)");
  element.connectedCallback();
  assert.equal(element.children.length, 1);
  assert.match(String(error.mock.calls[0]?.arguments[0]), /Set its attribute `src`/);
  setAttribute("src", "https://example.net/atlas/embed/");
  assert.equal(frame().src, "https://example.net/atlas/embed/#MYS");
});

test("a page that leads on to https is heard", () => {
  setAttribute("src", "http://example.net/embed/");
  receive({ type: "embed-size", height: 900 }, { origin: "https://example.net" });
  assert.equal(height(), "900px");
  receive({ type: "embed-size", height: 800 }, { origin: "https://example.com" });
  assert.equal(height(), "900px");
});

test("a frame that the host removes is put back, but not for ever", () => {
  for (const count of [1, 2, 3, 4, 5, 6]) {
    const before = frame();
    Object.assign(before, { parentNode: null }).remove();
    element.shadow[1].listeners.emit("slotchange", {});
    assert.equal(element.children.length, count < 6 ? 2 : 1);
  }
  assert.equal(isFallbackHidden(), false);
});

test("a removed element has no frame and no listener", () => {
  element.disconnectedCallback();
  assert.equal(element.children.length, 1);
  assert.deepEqual(window.listeners.get("message"), []);
  setAttribute("view", "cards");
  assert.equal(element.children.length, 1);
});
