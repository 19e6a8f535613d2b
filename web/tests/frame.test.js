import assert from "node:assert/strict";
import { test } from "node:test";

import {
  addressOn,
  connectHost,
  createHeightReporter,
  heightMessages,
  isAddress,
  receive,
  secretOf,
  selectionOf,
  stateMessage,
  themeRule,
} from "../src/frame.js";
import { FakeWindow, recorder, setGlobals } from "./fakes.js";

test("the secret of WordPress is read from any fragment", () => {
  assert.equal(secretOf("#?secret=AbCdEfGhIj"), "AbCdEfGhIj");
  assert.equal(secretOf("#MYS#?secret=AbCdEfGhIj"), "AbCdEfGhIj");
  assert.equal(secretOf("#MYS?a=b&secret=x"), "x");
});

test("a fragment without a well-formed secret has none", () => {
  for (const hash of ["", "#", "#MYS", "#secret=x", "#?secret=", "#?secret=<b>", "#?mysecret=x"]) {
    assert.equal(secretOf(hash), undefined, hash);
  }
});

const SIZE = { width: 320, height: 1234 };

test("a plain host gets the height in the shape of AMP", () => {
  assert.deepEqual(heightMessages(SIZE, {}), [{ sentinel: "amp", type: "embed-size", height: 1234 }]);
  assert.equal(heightMessages(SIZE, { childId: null, secret: undefined }).length, 1);
  assert.equal(heightMessages(SIZE, { childId: "" }).length, 1);
});

test("each host gets the height in its own shape as well", () => {
  const messages = heightMessages(SIZE, { childId: "seven", secret: "AbC", isResizer: true });
  assert.deepEqual(messages.slice(1), [
    "pymxPYMxsevenxPYMxheightxPYMx1234",
    { message: "height", value: 1234, secret: "AbC" },
    { type: "iframe-resized", width: 320, height: 1234 },
  ]);
});

/** A reporter whose content has a height that tests change, and whose scheduled tasks they run. */
const fakeReporter = () => {
  const size = { width: 320, height: 100 };
  const tasks = /** @type {(() => void)[]} */ ([]);
  const send = recorder();
  const reporter = createHeightReporter({
    measure: () => ({ ...size }),
    send,
    schedule: (task) => void tasks.push(task),
    ids: {},
  });
  const heights = () => send.calls.map(([message]) => message.height);
  return { heights, reporter, send, size, tasks };
};

test("a height is sent once for each change", () => {
  const { heights, reporter, size } = fakeReporter();
  reporter.report();
  reporter.reportChange();
  reporter.reportChange();
  size.height = 200;
  reporter.reportChange();
  reporter.reportChange();
  size.width = 640;
  reporter.reportChange();
  assert.deepEqual(heights(), [100, 200]);
});

test("a frame without a width sends no height until it has one", () => {
  const { heights, reporter, size, tasks } = fakeReporter();
  size.width = 0;
  reporter.report();
  reporter.reportChange();
  reporter.answer(false);
  tasks.pop()?.();
  assert.deepEqual(heights(), []);
  size.width = 320;
  reporter.reportChange();
  assert.deepEqual(heights(), [100]);
});

test("a frame that is hidden and shown again sends nothing if its height is the same", () => {
  const { heights, reporter, size } = fakeReporter();
  reporter.report();
  Object.assign(size, { width: 0, height: 5000 });
  reporter.reportChange();
  Object.assign(size, { width: 320, height: 100 });
  reporter.reportChange();
  assert.deepEqual(heights(), [100]);
});

test("a thousand requests get one answer", () => {
  const { heights, reporter, tasks } = fakeReporter();
  for (let asked = 0; asked < 1000; asked += 1) reporter.answer(false);
  assert.deepEqual([tasks.length, heights()], [1, []]);
  tasks.pop()?.();
  assert.deepEqual(heights(), [100]);
});

test("a request after the answer gets another answer with the same height", () => {
  const { heights, reporter, tasks } = fakeReporter();
  for (let asked = 0; asked < 2; asked += 1) {
    reporter.answer(false);
    tasks.pop()?.();
  }
  assert.deepEqual(heights(), [100, 100]);
});

test("open-iframe-resizer gets its shape from its request on", () => {
  const { reporter, send, size, tasks } = fakeReporter();
  const resized = () => send.calls.filter(([message]) => message.type === "iframe-resized").length;
  reporter.report();
  assert.equal(resized(), 0);
  reporter.answer(false);
  reporter.answer(true);
  tasks.pop()?.();
  assert.equal(resized(), 1);
  reporter.answer(false);
  tasks.pop()?.();
  size.height = 200;
  reporter.reportChange();
  assert.equal(resized(), 3);
});

test("a query and a fragment are an address", () => {
  for (const address of ["", "?", "#", "#MYS", "?area=cyber-security", "?area=x&clock=today#MYS", "?a=//b#c?d#e"]) {
    assert.equal(isAddress(address), true, address);
  }
});

test("everything else is no address", () => {
  const hostile = [
    undefined,
    null,
    0,
    {},
    [],
    "MYS",
    "/",
    "//example.org",
    "https://example.org",
    "javascript:alert(1)",
  ];
  for (const value of [...hostile, " #MYS", "#a\nb", { toString: () => "#MYS" }, ["#MYS"], `#${"x".repeat(2000)}`]) {
    assert.equal(isAddress(value), false, String(value).slice(0, 40));
  }
});

test("an address replaces query and fragment and never the page", () => {
  const here = "https://example.org/atlas/en/?q=bank&theme=dark#KHM";
  assert.equal(addressOn(here, "#MYS"), "https://example.org/atlas/en/#MYS");
  assert.equal(addressOn(here, "?area=x"), "https://example.org/atlas/en/?area=x");
  assert.equal(addressOn(here, ""), "https://example.org/atlas/en/");
  assert.equal(addressOn("https://example.org//evil.example/", "#MYS"), "https://example.org//evil.example/#MYS");
});

test("the selection is the fragment and the area", () => {
  assert.deepEqual(selectionOf("?area=cyber-security&q=x#MYS"), { place: "MYS", area: "cyber-security" });
  assert.deepEqual(selectionOf("?q=x"), { place: null, area: null });
  assert.deepEqual(selectionOf(""), { place: null, area: null });
  assert.deepEqual(selectionOf("#plan-of-action"), { place: null, area: null });
});

const anyColour = () => true;

test("documented colours become tokens", () => {
  assert.equal(
    themeRule({ accent: "rgb(1 2 3 / 50%)", paper: "#fff" }, anyColour),
    ":root:root{--accent:rgb(1 2 3 / 50%);--paper:#fff;}",
  );
});

test("a value that the browser does not accept is left out", () => {
  assert.equal(
    themeRule({ ink: "red", paper: "nonsense" }, (value) => value === "red"),
    ":root:root{--ink:red;}",
  );
});

test("a hostile value cannot leave its declaration, whatever the browser accepts", () => {
  for (const ink of [
    "red;} * {display:none",
    "red}",
    "url(https://example.org/)",
    "\\65 xpression",
    "a".repeat(81),
    "",
    "red/*",
    0,
    null,
    ["red"],
    { toString: () => "red" },
  ]) {
    assert.equal(themeRule({ ink }, anyColour), ":root:root{}", String(ink));
  }
});

test("an unknown name sets nothing", () => {
  assert.equal(
    themeRule({ "ink:red;--paper": "red", __proto__: { x: 1 }, background: "red" }, anyColour),
    ":root:root{}",
  );
});

test("a message without colours changes nothing", () => {
  for (const colours of [undefined, null, 0, "red"]) assert.equal(themeRule(colours, anyColour), undefined);
});

/**
 * The reactions to one message, by name.
 * @param {unknown} data
 * @param {string} [secret]
 */
const reactionsTo = (data, secret) => {
  const [answer, show, applyTheme] = [recorder(), recorder(), recorder()];
  receive(data, secret, { answer, show, applyTheme });
  return { answer: answer.calls, show: show.calls, applyTheme: applyTheme.calls };
};
const NOTHING = { answer: [], show: [], applyTheme: [] };

test("requests for the height are answered", () => {
  const answer = [[false]];
  assert.deepEqual(reactionsTo({ sentinel: "amp", type: "frames-init" }), { ...NOTHING, answer });
  assert.deepEqual(reactionsTo({ message: "ready", secret: "AbC" }, "AbC"), { ...NOTHING, answer });
  assert.deepEqual(reactionsTo({ type: "iframe-child-init" }), { ...NOTHING, answer: [[true]] });
});

test("a request with a wrong secret is ignored", () => {
  assert.deepEqual(reactionsTo({ message: "ready", secret: "wrong" }, "AbC"), NOTHING);
  assert.deepEqual(reactionsTo({ message: "ready" }, "AbC"), NOTHING);
});

test("the host's address is shown and its colours are applied", () => {
  assert.deepEqual(reactionsTo({ type: "atlas:show", address: "#KHM" }), { ...NOTHING, show: [["#KHM"]] });
  const colours = { ink: "red" };
  assert.deepEqual(reactionsTo({ type: "atlas:theme", colours }), { ...NOTHING, applyTheme: [[colours]] });
});

test("hostile messages cause no reaction", () => {
  for (const data of [
    undefined,
    null,
    0,
    "",
    "pymxPYMxaxPYMxwidthxPYMx1",
    [],
    {},
    Object.create(null),
    { type: null },
    { type: "frames-init" },
    { sentinel: "amp" },
    { type: "atlas:show" },
    { type: "atlas:show", address: "javascript:alert(1)" },
    { type: "atlas:show", address: { href: "#KHM" } },
    { type: ["atlas:show"], address: "#KHM" },
    { type: "atlas:ready" },
    { type: "atlas:address", detail: "#KHM" },
    { message: "height", value: -1, secret: "<b>" },
  ]) {
    assert.deepEqual(reactionsTo(data, "AbC"), NOTHING, JSON.stringify(data));
  }
});

test("the state of the page becomes a message once the module has answered", () => {
  assert.equal(stateMessage("static"), undefined);
  assert.deepEqual(stateMessage("ready"), { type: "atlas:ready" });
  assert.deepEqual(stateMessage("failed"), { type: "atlas:error" });
});

/**
 * A page inside a frame.
 * @param {import("node:test").TestContext} context
 */
const fakeFrame = (context) => {
  const window = new FakeWindow();
  const parent = { postMessage: recorder() };
  const observers = /** @type {(() => void)[]} */ ([]);
  class Observer {
    /** @param {() => void} callback */
    constructor(callback) {
      observers.push(callback);
    }
    observe() {}
  }
  const box = { width: 319.2, height: 99.5 };
  const history = { replaceState: recorder() };
  class Sheet {
    rule = "";
    /** @param {string} rule */
    replaceSync(rule) {
      this.rule = rule;
    }
  }
  setGlobals(context, {
    CSS: { supports: anyColour },
    HTMLElement: class {},
    CSSStyleSheet: Sheet,
    parent,
    history,
    addEventListener: window.addEventListener,
    dispatchEvent: recorder(),
    document: {
      body: { getBoundingClientRect: () => box },
      adoptedStyleSheets: [],
      addEventListener: window.addEventListener,
      querySelectorAll: () => [],
    },
    location: { href: "https://example.org/embed/?theme=dark" },
    MutationObserver: Observer,
    PopStateEvent: Event,
    ResizeObserver: Observer,
  });
  const root = /** @type {any} */ ({ dataset: { app: "static" } });
  const sent = () => parent.postMessage.calls.map(([message]) => message);
  return { box, history, observers, parent, root, sent, window };
};

const OPENED = new URL("https://example.org/embed/?childId=seven#MYS#?secret=AbC");

test("a framed page is marked and sends its height at once, rounded up", (context) => {
  const { parent, root, sent } = fakeFrame(context);
  connectHost(root, OPENED);
  assert.equal(root.dataset.framed, "");
  assert.deepEqual(sent(), [
    { sentinel: "amp", type: "embed-size", height: 100 },
    "pymxPYMxsevenxPYMxheightxPYMx100",
    { message: "height", value: 100, secret: "AbC" },
  ]);
  assert.ok(parent.postMessage.calls.every(([, origin]) => origin === "*"));
});

test("a change of less than a pixel sends no height", (context) => {
  const { box, observers, root, sent } = fakeFrame(context);
  connectHost(root, OPENED);
  const before = sent().length;
  box.height = 99.9;
  observers[0]?.();
  assert.equal(sent().length, before);
  box.height = 100.1;
  observers[0]?.();
  assert.deepEqual(sent()[before], { sentinel: "amp", type: "embed-size", height: 101 });
});

test("only messages of the embedding window are accepted", (context) => {
  const { history, parent, root, window } = fakeFrame(context);
  connectHost(root, OPENED);
  const data = { type: "atlas:show", address: "#KHM" };
  for (const source of [null, globalThis, {}]) window.emit("message", { source, data });
  assert.deepEqual(history.replaceState.calls, []);
  window.emit("message", { source: parent, data });
  assert.deepEqual(history.replaceState.calls, [[null, "", "https://example.org/embed/#KHM"]]);
  assert.equal(/** @type {any} */ (globalThis).dispatchEvent.calls[0][0].type, "popstate");
});

test("a choice of the reader is sent as a selection, and every view as its address", (context) => {
  const { root, sent, window } = fakeFrame(context);
  connectHost(root, OPENED);
  const detail = "?area=diplomacy&q=bank#SGP";
  window.emit("atlas:address", { detail });
  assert.deepEqual(sent().at(-1), { type: "atlas:address", address: detail });
  window.emit("atlas:select", { detail });
  assert.deepEqual(sent().at(-1), { type: "atlas:select", place: "SGP", area: "diplomacy" });
});

test("a state before the connection is sent, and later ones are too", (context) => {
  const { observers, root, sent } = fakeFrame(context);
  root.dataset.app = "failed";
  connectHost(root, OPENED);
  assert.deepEqual(sent().at(-1), { type: "atlas:error" });
  root.dataset.app = "ready";
  observers[1]?.();
  assert.deepEqual(sent().at(-1), { type: "atlas:ready" });
});

test("the colours of a host replace its earlier ones", (context) => {
  const { parent, root, window } = fakeFrame(context);
  const { document } = /** @type {any} */ (globalThis);
  connectHost(root, OPENED);
  for (const ink of ["red", "blue"])
    window.emit("message", { source: parent, data: { type: "atlas:theme", colours: { ink } } });
  window.emit("message", { source: parent, data: { type: "atlas:theme", colours: null } });
  assert.deepEqual(
    document.adoptedStyleSheets.map((/** @type {{ rule: string }} */ { rule }) => rule).filter(Boolean),
    [":root:root{--ink:blue;}"],
  );
});
