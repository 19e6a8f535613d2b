import assert from "node:assert/strict";
import { test } from "node:test";

import { openDisclosuresForPrint } from "../src/print.js";
import { FakeWindow, setGlobals } from "./fakes.js";

/**
 * A page with a closed and an open disclosure.
 * @param {import("node:test").TestContext} context
 * @param {boolean} styleCanOpen
 */
const fakePage = (context, styleCanOpen) => {
  const window = new FakeWindow();
  const details = [{ open: false }, { open: true }];
  setGlobals(context, {
    addEventListener: window.addEventListener,
    document: { querySelectorAll: () => details },
    CSS: { supports: () => styleCanOpen },
  });
  return { window, isOpen: () => details.map(({ open }) => open) };
};

test("disclosures are open on paper and as before after it", (context) => {
  const { window, isOpen } = fakePage(context, false);
  openDisclosuresForPrint();
  window.emit("beforeprint", {});
  assert.deepEqual(isOpen(), [true, true]);
  window.emit("afterprint", {});
  assert.deepEqual(isOpen(), [false, true]);
});

test("a browser whose style sheet opens them needs no script", (context) => {
  const { window } = fakePage(context, true);
  openDisclosuresForPrint();
  assert.equal(window.listeners.size, 0);
});
