import assert from "node:assert/strict";
import { test } from "node:test";

import { openDisclosures } from "../src/disclosures.js";
import { FakeWindow, setGlobals } from "./fakes.js";

/**
 * A page with a closed and an open disclosure.
 * @param {import("node:test").TestContext} context
 * @param {{ styleCanOpen: boolean, isWide: boolean }} browser
 */
const fakePage = (context, { styleCanOpen, isWide }) => {
  const window = new FakeWindow();
  const details = [{ open: false }, { open: true }];
  setGlobals(context, {
    addEventListener: window.addEventListener,
    document: { querySelectorAll: () => details },
    matchMedia: () => ({ matches: isWide }),
    CSS: { supports: () => styleCanOpen },
  });
  return { window, isOpen: () => details.map(({ open }) => open) };
};

test("disclosures are open on paper and as before after it", (context) => {
  const { window, isOpen } = fakePage(context, { styleCanOpen: false, isWide: false });
  openDisclosures({ dataset: {} });
  assert.deepEqual(isOpen(), [false, true]);
  window.emit("beforeprint", {});
  assert.deepEqual(isOpen(), [true, true]);
  window.emit("afterprint", {});
  assert.deepEqual(isOpen(), [false, true]);
});

test("disclosures of a wide page are open", (context) => {
  const { isOpen } = fakePage(context, { styleCanOpen: false, isWide: true });
  openDisclosures({ dataset: {} });
  assert.deepEqual(isOpen(), [true, true]);
});

test("the table is open where it is all that there is", (context) => {
  const { isOpen } = fakePage(context, { styleCanOpen: false, isWide: false });
  openDisclosures({ dataset: { view: "table" } });
  assert.deepEqual(isOpen(), [true, true]);
});

test("a browser whose style sheet opens them needs no script", (context) => {
  const { window, isOpen } = fakePage(context, { styleCanOpen: true, isWide: true });
  openDisclosures({ dataset: {} });
  assert.deepEqual([window.listeners.size, isOpen()], [0, [false, true]]);
});
