import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import {
  failOnTrap,
  isTrap,
  limitLoadTime,
  loadPictures,
  moduleInput,
  startContained,
  startHosted,
  unpackModule,
} from "../src/start.js";
import { FakeWindow, recorder, setGlobals } from "./fakes.js";

test("a trap of the module differs from other errors", () => {
  const trap = new WebAssembly.RuntimeError("unreachable");
  assert.equal(isTrap({ error: trap }), true);
  assert.equal(isTrap({ reason: trap }), true);
  assert.equal(isTrap({ error: null, reason: trap }), true);
  for (const other of [
    new Error("of an extension"),
    new WebAssembly.CompileError("x"),
    "unreachable",
    null,
    undefined,
  ]) {
    assert.equal(isTrap({ error: other }), false);
    assert.equal(isTrap({ reason: other }), false);
  }
});

test("a trap in an event or in a promise fails, another error does not", (context) => {
  const trap = new WebAssembly.RuntimeError("unreachable");
  for (const [type, event] of /** @type {[string, object][]} */ ([
    ["error", { error: trap }],
    ["unhandledrejection", { reason: trap }],
  ])) {
    const window = new FakeWindow();
    setGlobals(context, { addEventListener: window.addEventListener });
    const root = /** @type {any} */ ({ dataset: { app: "ready" } });
    failOnTrap(root);
    window.emit(type, { error: new Error("of an extension") });
    assert.equal(root.dataset.app, "ready");
    window.emit(type, event);
    assert.equal(root.dataset.app, "failed");
  }
});

/** @param {string} app @param {string} loadTimeout */
const timeOut = (app, loadTimeout) => {
  const root = { dataset: /** @type {DOMStringMap} */ ({ app: "static", loadTimeout }) };
  const schedule = recorder();
  limitLoadTime(root, schedule);
  root.dataset.app = app;
  const [task, milliseconds] = schedule.calls[0] ?? [];
  task();
  return { app: root.dataset.app, milliseconds };
};

test("a page that is still static fails after its timeout in seconds", () => {
  assert.deepEqual(timeOut("static", "30"), { app: "failed", milliseconds: 30_000 });
  assert.deepEqual(timeOut("static", "0.5"), { app: "failed", milliseconds: 500 });
});

test("a page that has answered keeps its state", () => {
  assert.equal(timeOut("ready", "30").app, "ready");
  assert.equal(timeOut("failed", "30").app, "failed");
});

/** @param {string | undefined} type @param {number} [status] */
const response = (type, status = 200) =>
  new Response("wasm", { status, headers: type ? { "Content-Type": type } : {} });

test("a module of the right type is streamed", async () => {
  const given = response("application/wasm");
  assert.equal(await moduleInput(given), given);
});

test("a module of another type is passed as bytes, so that the glue prints no warning", async () => {
  for (const type of ["text/plain", "application/octet-stream", "application/wasm; charset=utf-8", undefined]) {
    const input = await moduleInput(response(type));
    assert.ok(input instanceof ArrayBuffer, type);
    assert.equal(new TextDecoder().decode(input), "wasm");
  }
});

test("a failed response reaches the glue, which reports its status", async () => {
  const given = response("text/html", 404);
  assert.equal(await moduleInput(given), given);
});

test("a contained module is unpacked and has the type that can be streamed", async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
  const unpacked = unpackModule(gzipSync(bytes).toString("base64"));
  assert.equal(await moduleInput(unpacked), unpacked);
  assert.deepEqual(new Uint8Array(await unpacked.arrayBuffer()), bytes);
});

test("a damaged module is an error", async () => {
  assert.throws(() => unpackModule("<not base64>"));
  const cut = gzipSync(Buffer.from("some bytes")).subarray(0, 15).toString("base64");
  await assert.rejects(unpackModule(cut).arrayBuffer());
});

test("the contained module starts even if the frame is never painted", async (context) => {
  const text = gzipSync(Buffer.from("wasm")).toString("base64");
  const document = {
    getElementById: (/** @type {string} */ id) => (id === "ATLAS-wasm" ? { textContent: text } : null),
  };
  setGlobals(context, { document, requestAnimationFrame: recorder() });
  /** @type {unknown} */
  let started;
  await startContained(async ({ module_or_path: input }) => {
    started = await /** @type {Response} */ (input).text();
  }, Promise.resolve());
  assert.equal(started, "wasm");
});

const GLUE = "data:text/javascript,export default async (options) => { globalThis.started.push(options); };";

/**
 * A hosted page whose head loads nothing: `onload` or `onerror` of the glue is called soon.
 * @param {import("node:test").TestContext} context
 * @param {"onload" | "onerror"} outcome
 */
const fakeHost = (context, outcome) => {
  const added = /** @type {any[]} */ ([]);
  const fetched = recorder();
  const started = /** @type {any[]} */ ([]);
  /** @param {any} element */
  const append = (element) => {
    added.push(element);
    if (element.name === "script") setTimeout(element[outcome], 10);
  };
  setGlobals(context, {
    started,
    requestAnimationFrame: (/** @type {() => void} */ task) => task(),
    document: {
      baseURI: "https://example.org/atlas/en/",
      head: { append },
      createElement: (/** @type {string} */ name) => ({ name }),
    },
    fetch: async (/** @type {any[]} */ ...request) => {
      fetched(...request);
      return response("application/wasm");
    },
  });
  const dataset = {
    glue: GLUE,
    glueIntegrity: "sha384-glue",
    wasm: "../a_bg.wasm",
    wasmIntegrity: "sha384-wasm",
    report: "../en.json",
  };
  return { added, fetched, root: /** @type {any} */ ({ dataset }), started };
};

test("the hosted module is fetched and its glue is checked by integrity", async (context) => {
  const { added, fetched, root, started } = fakeHost(context, "onload");
  await startHosted(root, Promise.resolve());
  assert.deepEqual(fetched.calls, [["https://example.org/atlas/a_bg.wasm", { integrity: "sha384-wasm" }]]);
  const [preload, script] = added;
  assert.deepEqual(preload, {
    name: "link",
    rel: "preload",
    as: "fetch",
    crossOrigin: "",
    href: "https://example.org/atlas/en.json",
  });
  assert.deepEqual([script.type, script.src, script.integrity], ["module", new URL(GLUE).href, "sha384-glue"]);
  assert.ok(started.length === 1 && started[0].module_or_path instanceof Response);
});

test("the module is requested at once, and nothing else before the page has loaded", async (context) => {
  const { added, fetched, root, started } = fakeHost(context, "onload");
  let load = () => {};
  const start = startHosted(root, new Promise((resolve) => (load = () => resolve(undefined))));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([fetched.calls.length, added.length, started.length], [1, 0, 0]);
  load();
  await start;
  assert.deepEqual([fetched.calls.length, started.length], [1, 1]);
});

test("a glue with a wrong integrity is never imported", async (context) => {
  const { root, started } = fakeHost(context, "onerror");
  await assert.rejects(startHosted(root, Promise.resolve()));
  assert.deepEqual(started, []);
});

test("the script of the pictures is checked by integrity", async (context) => {
  const { added, root } = fakeHost(context, "onload");
  const src = "data:text/javascript,export const savePicture = () => {};";
  Object.assign(root.dataset, { pictures: src, picturesIntegrity: "sha384-pictures" });
  const { savePicture } = await loadPictures(root);
  assert.equal(typeof savePicture, "function");
  const [script] = added;
  assert.deepEqual([script.type, script.src, script.integrity], ["module", new URL(src).href, "sha384-pictures"]);
});

test("a module that cannot be fetched is an error, and no unhandled one", async (context) => {
  const { root, started } = fakeHost(context, "onload");
  setGlobals(context, { fetch: () => Promise.reject(new TypeError("network")) });
  await assert.rejects(startHosted(root, Promise.resolve()), TypeError);
  assert.deepEqual(started, []);
});
