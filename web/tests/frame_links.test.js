import assert from "node:assert/strict";
import { test } from "node:test";

import { openNewTabs, replaceByLink } from "../src/frame_links.js";
import { FakeElement, recorder, setGlobals } from "./fakes.js";

const HERE = "https://example.org/embed/?theme=dark#MYS";
const PLAIN = { altKey: false, button: 0, ctrlKey: false, defaultPrevented: false, metaKey: false, shiftKey: false };

/**
 * Clicks a link and returns where the page went.
 * @param {import("node:test").TestContext} context
 * @param {Record<string, string>} attributes
 * @param {object} [change] of the click
 */
const clicked = (context, attributes, change = {}) => {
  const location = { href: HERE, replace: recorder() };
  setGlobals(context, { location });
  const target = new FakeElement(attributes, ["a[href]"]);
  const event = { ...PLAIN, target, preventDefault: recorder(), ...change };
  replaceByLink(/** @type {any} */ (event));
  assert.equal(event.preventDefault.calls.length, location.replace.calls.length);
  return location.replace.calls.map(([url]) => url.href);
};

test("a link of the page replaces the page", (context) => {
  assert.deepEqual(clicked(context, { href: "#KHM" }), ["https://example.org/embed/?theme=dark#KHM"]);
  assert.deepEqual(clicked(context, { href: "../ur/?theme=dark#MYS" }), [
    "https://example.org/ur/?theme=dark#MYS",
  ]);
});

test("new tabs, downloads, modified and answered clicks are left to the browser", (context) => {
  assert.deepEqual(clicked(context, { href: "https://example.net/", target: "_blank" }), []);
  assert.deepEqual(clicked(context, { href: "data/report.json", download: "" }), []);
  for (const change of [{ ctrlKey: true }, { button: 1 }, { defaultPrevented: true }]) {
    assert.deepEqual(clicked(context, { href: "#KHM" }, change), []);
  }
});

test("links to other sites open a new tab", () => {
  const links = [new FakeElement({ href: "https://example.net/" })];
  openNewTabs(
    /** @type {any} */ ({
      querySelectorAll: (/** @type {string} */ selector) => (selector === "a[rel~=noreferrer]" ? links : []),
    }),
  );
  assert.equal(links[0]?.getAttribute("target"), "_blank");
});
