import assert from "node:assert/strict";
import { test } from "node:test";

import { copyTable, tableText, textOf } from "../src/copy_table.js";
import { recorder, setGlobals } from "./fakes.js";

/** An element with a value of `display`; strings become text nodes. */
class FakeElement {
  nodeType = 1;

  /** @type {object[]} */
  childNodes = [];

  /** @param {string} display @param {(FakeElement | string)[]} children */
  constructor(display, children) {
    this.display = display;
    this.childNodes = children.map((child) =>
      typeof child === "string" ? { nodeType: 3, nodeValue: child, childNodes: [] } : child,
    );
  }
}

/** @param {import("node:test").TestContext} context */
const fakeStyles = (context) =>
  setGlobals(context, {
    Element: FakeElement,
    Node: { TEXT_NODE: 3 },
    getComputedStyle: (/** @type {FakeElement} */ { display }) => ({ display }),
  });

/** @param {string} display @param {(FakeElement | string)[]} children */
const element = (display, ...children) => /** @type {any} */ (new FakeElement(display, children));

test("the words of blocks are separated, and those of a line are not", (context) => {
  fakeStyles(context);
  const cell = element("table-cell", element("block", "Title"), element("block", "Text", element("inline", "s")));
  assert.equal(textOf(cell).replace(/\s+/g, " ").trim(), "Title Texts");
});

test("what is not displayed is not copied", (context) => {
  fakeStyles(context);
  assert.equal(textOf(element("inline", element("inline", "as reported"), element("none", "today"))), "as reported");
});

test("a cell is one cell in both forms, whatever stands in it", () => {
  const rows = /** @type {const} */ ([
    [{ name: "th", text: "Fact" }, { name: "th", text: "Reach" }],
    [{ name: "th", text: "A <b> & c" }, { name: "td", text: "" }],
  ]);
  const { html, plain } = tableText(rows);
  assert.equal(html, "<table><tr><th>Fact</th><th>Reach</th></tr><tr><th>A &lt;b> &amp; c</th><td></td></tr></table>");
  assert.equal(plain, "Fact\tReach\nA <b> & c\t");
});

test("without a selection or a table nothing is copied", (context) => {
  const event = { clipboardData: { setData: recorder() }, preventDefault: recorder() };
  for (const [selection, table] of [
    [null, {}],
    [{ rangeCount: 0 }, {}],
    [{ rangeCount: 1 }, null],
  ]) {
    setGlobals(context, { getSelection: () => selection, document: { querySelector: () => table } });
    copyTable(/** @type {any} */ (event));
  }
  assert.deepEqual([event.clipboardData.setData.calls, event.preventDefault.calls], [[], []]);
});
