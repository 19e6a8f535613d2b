import assert from "node:assert/strict";
import { test } from "node:test";

import {
  closeOnEscape,
  languageRedirect,
  matchLanguage,
  offeredLanguage,
  setUpLanguages,
  viewOn,
} from "../src/languages.js";
import { recorder, setGlobals } from "./fakes.js";

const KNOWN = ["en", "fil", "id", "km", "lo", "ms", "my", "pt", "ta", "tet", "th", "ur", "vi", "zh-Hans"];

/** @param {[wanted: string, matched: string | undefined][]} cases */
const check = (cases) => {
  for (const [wanted, matched] of cases) assert.equal(matchLanguage(wanted, KNOWN), matched, wanted);
};

test("every known language matches itself", () => {
  check(KNOWN.map((tag) => [tag, tag]));
});

test("a region does not matter", () => {
  check([
    ["pt-BR", "pt"],
    ["pt-TL", "pt"],
    ["ur-PK", "ur"],
    ["en-GB", "en"],
    ["ms-MY", "ms"],
    ["tet-TL", "tet"],
  ]);
});

test("capitals and underscores of hosts are accepted", () => {
  check([
    ["UR", "ur"],
    ["EN-us", "en"],
    ["ZH-HANS", "zh-Hans"],
    ["pt_BR", "pt"],
    ["zh_CN", "zh-Hans"],
    ["ur_PK", "ur"],
    [" ms-MY ", "ms"],
    ["zh_CN.UTF-8", "zh-Hans"],
    ["ms_MY@euro", "ms"],
    ["pt_PT_ao90", "pt"],
    ["pt-PT-ao1990", "pt"],
    ["ur-Arab-PK", "ur"],
    ["zh_CN_#Hans", "zh-Hans"],
    ["zh_TW_#Hant", undefined],
    ["ur_PK.utf8", "ur"],
    ["UR-pk-u-nu-arabext", "ur"],
    ["ms-MY;q=0.8", "ms"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt"],
  ]);
});

test("old codes match the new ones", () => {
  check([
    ["tl", "fil"],
    ["tl-PH", "fil"],
    ["in", "id"],
    ["in_ID", "id"],
    ["zsm", "ms"],
    ["cmn-Hans-CN", "zh-Hans"],
    ["vie", "vi"],
    ["tgl", "fil"],
    ["ind", "id"],
    ["may", "ms"],
    ["bur", "my"],
    ["chi", "zh-Hans"],
    ["urd", "ur"],
  ]);
});

test("Chinese matches by its script", () => {
  check([
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
  ]);
  check(["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "zh_TW"].map((tag) => [tag, undefined]));
});

test("another script of a known language is not offered", () => {
  check([
    ["ms-Arab", undefined],
    ["ur-Latn", undefined],
  ]);
});

test("unknown and malformed tags match nothing", () => {
  const tags = [
    "xx",
    "de",
    "",
    " ",
    "..",
    "-",
    "e",
    "https://example.org",
    "//example.org",
    "<b>",
    "ur/../en",
    "u".repeat(1e5),
  ];
  check(tags.map((tag) => [tag, undefined]));
});

test("an exact tag wins over another region", () => {
  assert.equal(matchLanguage("pt-BR", ["pt", "pt-BR"]), "pt-BR");
  assert.equal(matchLanguage("pt", ["pt-BR", "pt"]), "pt");
});

test("no languages match nothing", () => {
  assert.equal(matchLanguage("en", []), undefined);
  assert.equal(matchLanguage("en", [""]), undefined);
});

const HERE = "https://example.org/atlas/en/?area=cyber-security&lang=pt#MYS";

test("the view moves to another page without its language option", () => {
  assert.equal(viewOn("https://example.org/atlas/pt/", HERE), "https://example.org/atlas/pt/?area=cyber-security#MYS");
  assert.equal(viewOn("https://example.org/pt/?q=old#KHM", "https://example.org/en/"), "https://example.org/pt/");
});

test("unknown keys and a secret stay in the view", () => {
  const here = "https://example.org/en/?utm_source=x&childId=7#MYS#?secret=AbC";
  assert.equal(viewOn("../pt/", here), "https://example.org/pt/?utm_source=x&childId=7#MYS#?secret=AbC");
});

/** @type {DOMStringMap} */
const DATASET = { home: "../", languages: KNOWN.join(" ") };

test("a language option redirects to the page in this language", () => {
  const target = "https://example.org/atlas/pt/?area=cyber-security#MYS";
  assert.equal(languageRedirect(HERE, "en", DATASET), target);
  assert.equal(languageRedirect(HERE.replace("lang=pt", "lang=pt-BR"), "en", DATASET), target);
});

test("the root page redirects into a folder", () => {
  const here = "https://example.org/some/path/?lang=ur-PK";
  assert.equal(languageRedirect(here, "en", { home: "", languages: "en ur" }), "https://example.org/some/path/ur/");
});

test("the edition for frames redirects to the same edition", () => {
  const dataset = { home: "../../", languages: "en ur", edition: "single" };
  const here = "https://example.org/en/embed/?lang=ur&chrome=0";
  assert.equal(languageRedirect(here, "en", dataset), "https://example.org/ur/embed/?chrome=0");
});

test("the current, an unknown or no language does not redirect", () => {
  for (const [here, current] of [
    ["https://example.org/en/", "en"],
    ["https://example.org/en/?lang=", "en"],
    ["https://example.org/en/?lang=en-GB", "en"],
    ["https://example.org/ur/?lang=UR", "ur"],
    ["https://example.org/en/?lang=zh-TW", "en"],
    ["https://example.org/en/?lang=%2F%2Fexample.com", "en"],
    ["https://example.org/en/?lang=..", "en"],
  ]) {
    assert.equal(languageRedirect(here ?? "", current ?? "", DATASET), undefined, here);
  }
});

test("a file on a disk does not redirect", () => {
  const dataset = { home: "", languages: "en ur", edition: "single" };
  assert.equal(languageRedirect("file:///tmp/atlas.html?lang=ur", "en", dataset), undefined);
});

test("a redirect ends: the target has no language option", () => {
  const target = languageRedirect(HERE, "en", DATASET) ?? "";
  assert.equal(languageRedirect(target, "pt", DATASET), undefined);
});

test("the reader's first language that the page has is offered", () => {
  assert.equal(offeredLanguage(["de-DE", "ur-PK", "en"], KNOWN, "en"), "ur");
  assert.equal(offeredLanguage(["tl"], KNOWN, "en"), "fil");
});

test("nothing is offered if the page has the reader's language already", () => {
  assert.equal(offeredLanguage(["en-GB", "ur"], KNOWN, "en"), undefined);
  assert.equal(offeredLanguage(["zh-TW", "en"], KNOWN, "en"), undefined);
  assert.equal(offeredLanguage(["de"], KNOWN, "en"), undefined);
  assert.equal(offeredLanguage([], KNOWN, "en"), undefined);
});

/** @param {boolean} open */
const fakeMenu = (open) => {
  const summary = { focus: recorder() };
  const details = { open, querySelector: () => summary };
  return { summary, details, menu: /** @type {any} */ ({ querySelector: () => details }) };
};

test("Escape closes the open list, focuses its button and does nothing else", () => {
  const { summary, details, menu } = fakeMenu(true);
  const preventDefault = recorder();
  closeOnEscape({ key: "Escape", preventDefault }, menu);
  assert.deepEqual([details.open, summary.focus.calls.length, preventDefault.calls.length], [false, 1, 1]);
});

test("Escape with a closed list, and other keys, are left to the page", () => {
  for (const [key, open] of /** @type {[string, boolean][]} */ ([
    ["Escape", false],
    ["Enter", true],
  ])) {
    const { summary, details, menu } = fakeMenu(open);
    const preventDefault = recorder();
    closeOnEscape({ key, preventDefault }, menu);
    assert.deepEqual([details.open, summary.focus.calls.length, preventDefault.calls.length], [open, 0, 0]);
  }
});

/**
 * @param {import("node:test").TestContext} context
 * @param {string[]} preferred
 */
const fakeLanguages = (context, preferred) => {
  const links = KNOWN.map((hreflang) => ({
    hreflang,
    href: `https://example.org/${hreflang}/`,
    cloneNode: () => ({ offered: hreflang }),
  }));
  /** @type {Record<string, (event: any) => void>} */
  const listeners = {};
  const menu = {
    append: recorder(),
    querySelector: () => null,
    querySelectorAll: () => links,
    /** @param {string} type @param {(event: any) => void} listener */
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
  };
  const document = { documentElement: { lang: "en" }, querySelector: () => menu };
  const location = { href: "https://example.org/en/?q=bank#SGP" };
  setGlobals(context, { document, navigator: { languages: preferred }, location });
  return { links, listeners, menu };
};

test("the offered language stands beside the list", (context) => {
  const { menu } = fakeLanguages(context, ["vi-VN"]);
  setUpLanguages();
  assert.deepEqual(menu.append.calls, [[{ offered: "vi" }]]);
});

test("the offer of a saved copy is replaced", (context) => {
  const { menu } = fakeLanguages(context, ["vi-VN"]);
  const offer = { remove: recorder() };
  menu.querySelector = () => /** @type {any} */ (offer);
  setUpLanguages();
  assert.deepEqual([offer.remove.calls.length, menu.append.calls.length], [1, 1]);
});

test("a language link keeps the view, however it is used", (context) => {
  const { links, listeners, menu } = fakeLanguages(context, ["de"]);
  setUpLanguages();
  assert.deepEqual(menu.append.calls, []);
  for (const [index, type] of ["click", "pointerdown"].entries()) {
    listeners[type]?.({ target: { closest: () => links[index] } });
    assert.equal(links[index]?.href, `https://example.org/${KNOWN[index]}/?q=bank#SGP`);
  }
});

test("a page without a list of languages is left alone", (context) => {
  setGlobals(context, { document: { querySelector: () => null } });
  setUpLanguages();
});
