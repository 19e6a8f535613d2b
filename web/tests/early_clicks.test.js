import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answerEarlyClicks,
  isPlainClick,
  markOpener,
  selectByFragment,
  selectedFragment,
  withoutScrolling,
} from "../src/early_clicks.js";
import { FakeElement, FakeWindow, recorder, setGlobals } from "./fakes.js";

const LINK = ".atlas a[href^='#']";
const SHEET = ".inspector__sheet";
const PLAIN = { altKey: false, button: 0, ctrlKey: false, defaultPrevented: false, metaKey: false, shiftKey: false };

test("a click without a modifier is plain", () => {
  assert.equal(isPlainClick(PLAIN), true);
});

test("modified, middle and answered clicks are left to the browser", () => {
  for (const change of [
    { altKey: true },
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { button: 1 },
    { button: 2 },
    { defaultPrevented: true },
  ]) {
    assert.equal(isPlainClick({ ...PLAIN, ...change }), false, JSON.stringify(change));
  }
});

/** A scroll position that a browser can move. */
class FakeScroller {
  scrollLeft = 0;
  scrollTop = 0;

  /** @param {{ left: number, top: number, behavior: string }} to */
  scrollTo = ({ left, top, behavior }) => {
    assert.equal(behavior, "instant");
    this.scrollLeft = left;
    this.scrollTop = top;
  };
}

/**
 * A document with one state, MYS, inside the sheet and one section outside. Setting the fragment scrolls.
 * @param {import("node:test").TestContext} context
 */
const fakePage = (context) => {
  const scrollers = [new FakeScroller(), new FakeScroller()];
  const marked = /** @type {FakeElement[]} */ ([]);
  const sections = new Map([
    ["MYS", new FakeElement({}, [SHEET])],
    ["table", new FakeElement()],
  ]);
  const documentElement = { dataset: { app: "static" } };
  const document = {
    documentElement,
    /** @param {string} id */
    getElementById: (id) => sections.get(id) ?? null,
    querySelector: () => marked.find((each) => each.hasAttribute("data-opened")) ?? null,
    querySelectorAll: () => scrollers,
  };
  const location = {
    hashes: /** @type {string[]} */ ([]),
    href: "https://example.org/embed/?theme=dark",
    replaced: /** @type {string[]} */ ([]),
    /** @param {URL} url */
    replace(url) {
      this.replaced.push(url.href);
    },
    /** @param {string} hash */
    set hash(hash) {
      this.hashes.push(hash);
      for (const each of scrollers) each.scrollTop = 9999;
    },
  };
  const window = {};
  setGlobals(context, { document, location, window, parent: window });
  return { documentElement, location, marked, scrollers };
};

/** @param {string} href */
const link = (href) => /** @type {any} */ (new FakeElement({ href }, [LINK]));

/**
 * @param {FakeElement} target
 * @param {object} [change]
 * @returns {any}
 */
const click = (target, change = {}) => ({ ...PLAIN, target, preventDefault: recorder(), ...change });

test("links to a state and the clearing link select", (context) => {
  fakePage(context);
  assert.equal(selectedFragment(link("#MYS")), "#MYS");
  assert.equal(selectedFragment(link("#")), "#");
});

test("links to other parts of the page do not select", (context) => {
  fakePage(context);
  assert.equal(selectedFragment(link("#table")), undefined);
  assert.equal(selectedFragment(link("#nowhere")), undefined);
  assert.equal(selectedFragment(null), undefined);
});

test("scroll positions are restored after the action", () => {
  const scroller = new FakeScroller();
  scroller.scrollLeft = 7;
  scroller.scrollTop = 300;
  let during = 0;
  withoutScrolling([/** @type {any} */ (scroller)], () => {
    scroller.scrollTop = 0;
    during = scroller.scrollTop;
  });
  assert.deepEqual([during, scroller.scrollLeft, scroller.scrollTop], [0, 7, 300]);
});

test("an early click selects by the fragment and moves nothing", (context) => {
  const { location, scrollers } = fakePage(context);
  for (const [index, each] of scrollers.entries()) each.scrollTop = 100 + index;
  const event = click(link("#MYS"));
  selectByFragment(event);
  assert.deepEqual(location.hashes, ["#MYS"]);
  assert.deepEqual(
    scrollers.map(({ scrollTop }) => scrollTop),
    [100, 101],
  );
  assert.equal(event.preventDefault.calls.length, 1);
});

test("an early click in a frame takes no step in the history of its host", (context) => {
  const { location } = fakePage(context);
  setGlobals(context, { parent: {} });
  selectByFragment(click(link("#MYS")));
  assert.deepEqual(location.hashes, []);
  assert.deepEqual(location.replaced, ["https://example.org/embed/?theme=dark#MYS"]);
});

test("an early click with a modifier is left to the browser", (context) => {
  const { location } = fakePage(context);
  for (const change of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
    const event = click(link("#MYS"), change);
    selectByFragment(event);
    assert.equal(event.preventDefault.calls.length, 0);
  }
  assert.deepEqual(location.hashes, []);
});

test("a click on no link, or on no element, does nothing", (context) => {
  const { location } = fakePage(context);
  for (const target of [new FakeElement(), /** @type {any} */ ({})]) {
    const event = click(target);
    selectByFragment(event);
    markOpener(event);
    assert.equal(event.preventDefault.calls.length, 0);
  }
  assert.deepEqual(location.hashes, []);
});

/** @param {string} [action] */
const opener = (action) => {
  /** @type {Record<string, string>} */
  const attributes = action ? { popovertargetaction: action } : {};
  return new FakeElement(attributes, ["[popovertarget]"]);
};

test("only the last opener is marked", (context) => {
  const { marked } = fakePage(context);
  marked.push(opener(), opener("show"));
  for (const each of marked) markOpener(click(each));
  assert.deepEqual(
    marked.map((each) => each.hasAttribute("data-opened")),
    [false, true],
  );
});

test("the same opener stays marked", (context) => {
  const { marked } = fakePage(context);
  const button = opener();
  marked.push(button);
  markOpener(click(button));
  markOpener(click(button));
  assert.equal(button.getAttribute("data-opened"), "");
});

test("a button that closes a pop-over is no opener", (context) => {
  const { marked } = fakePage(context);
  marked.push(opener(), opener("hide"));
  for (const each of marked) markOpener(click(each));
  assert.deepEqual(
    marked.map((each) => each.hasAttribute("data-opened")),
    [true, false],
  );
});

test("clicks are answered until the page is ready, and after a failure", (context) => {
  const { documentElement, location, marked } = fakePage(context);
  const window = new FakeWindow();
  setGlobals(context, { addEventListener: window.addEventListener });
  answerEarlyClicks();
  const expected = [];
  for (const app of ["static", "ready", "failed"]) {
    documentElement.dataset.app = app;
    const button = opener();
    marked.splice(0, 1, button);
    window.emit("click", click(link("#MYS")));
    window.emit("click", click(button));
    if (app !== "ready") expected.push("#MYS");
    assert.deepEqual(location.hashes, expected, app);
    assert.equal(button.hasAttribute("data-opened"), app !== "ready", app);
  }
});
