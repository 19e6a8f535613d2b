import assert from "node:assert/strict";
import { test } from "node:test";

import { frameUrl, isFrameAttribute, isViewAttribute, OBSERVED_ATTRIBUTES } from "../src/attributes.js";

/** @param {Record<string, string>} attributes */
const getter = (attributes) => (/** @type {string} */ name) => attributes[name] ?? null;

const FRAME = "https://example.org/atlas/embed/";
const SITE = {
  script: "https://example.org/atlas/embed.js",
  languages: ["en", "ur", "zh-Hans"],
  base: "https://host.example/page/",
};

/**
 * @param {Record<string, string>} attributes
 * @param {string} [chosen]
 */
const url = (attributes, chosen) => frameUrl(getter(attributes), SITE, chosen)?.href;

test("attributes become a query and a fragment", () => {
  assert.equal(
    url({ theme: "dark", area: "cyber-security", place: "MYS" }),
    `${FRAME}?theme=dark&area=cyber-security#MYS`,
  );
  assert.equal(url({ clock: "today" }), `${FRAME}?clock=today`);
  assert.equal(url({ place: "KHM" }), `${FRAME}#KHM`);
  assert.equal(url({}), FRAME);
});

test("other attributes are not part of the address", () => {
  assert.equal(url({ height: "300", title: "x", q: "bank", id: "a" }), FRAME);
});

test("hostile values stay in their parts of the address", () => {
  assert.equal(url({ area: "a&view=map#MYS" }), `${FRAME}?area=a%26view%3Dmap%23MYS`);
  const address = new URL(url({ place: "MYS?theme=dark#x", area: "//example.net" }) ?? "");
  assert.equal(address.origin, "https://example.org");
  assert.equal(address.searchParams.has("theme"), false);
});

test("src leads to a page, and never runs in the page of the host", () => {
  for (const src of ["javascript:alert(1)", "data:text/html,x", "blob:https://host.example/1", "http://["]) {
    assert.equal(url({ src }), undefined, src);
  }
  // Without a value there is no address of the host's own page to load.
  assert.equal(url({ src: "" }), FRAME);
});

test("without src the frame is beside the script", () => {
  assert.equal(url({ place: "MYS" }), "https://example.org/atlas/embed/#MYS");
});

test("a known language leads to its own frame at once", () => {
  assert.equal(url({ lang: "ur" }), "https://example.org/atlas/ur/embed/?lang=ur");
  assert.equal(url({ lang: "ur-PK" }), "https://example.org/atlas/ur/embed/?lang=ur-PK");
  assert.equal(url({ lang: "zh-CN" }), "https://example.org/atlas/zh-Hans/embed/?lang=zh-CN");
});

test("the tags that hosts have lead to their language", () => {
  for (const [lang, folder] of [
    ["ur_PK", "ur/"],
    ["UR", "ur/"],
    ["zh-Hans-SG", "zh-Hans/"],
    ["zh_CN.UTF-8", "zh-Hans/"],
    ["en-GB", "en/"],
    ["zh-TW", ""],
    ["xx", ""],
    ["..", ""],
    ["", ""],
  ]) {
    assert.equal(new URL(url({ lang: lang ?? "" }) ?? "").pathname, `/atlas/${folder}embed/`, lang);
  }
});

test("src is relative to the host's page and may have a query and a fragment of its own", () => {
  assert.equal(url({ src: "../atlas/embed/" }), "https://host.example/atlas/embed/");
  const src = "https://example.net/?chrome=0#KHM";
  assert.equal(url({ src }), src);
  assert.equal(url({ src, place: "SGP" }), "https://example.net/?chrome=0#SGP");
  assert.equal(url({ src, chrome: "1", theme: "dark" }), "https://example.net/?chrome=1&theme=dark#KHM");
});

test("what the reader chose replaces the view but not the options", () => {
  const attributes = { theme: "dark", lang: "ur", area: "diplomacy", place: "MYS" };
  assert.equal(
    url(attributes, "?q=bank&theme=light&clock=today#KHM"),
    "https://example.org/atlas/ur/embed/?q=bank&theme=dark&clock=today&lang=ur#KHM",
  );
  assert.equal(url({ place: "MYS" }, "?theme=light"), FRAME);
  assert.equal(url({ src: "https://example.net/?chrome=0#MYS" }, "#KHM"), "https://example.net/?chrome=0#KHM");
});

test("without src and without an address of the script there is no frame", () => {
  assert.equal(frameUrl(getter({ place: "MYS" }), { ...SITE, script: undefined }), undefined);
});

test("only attributes of the view change without loading again", () => {
  const followed = OBSERVED_ATTRIBUTES.filter(isViewAttribute);
  assert.deepEqual(followed, ["place", "area", "pillar", "status", "fact", "clock"]);
  assert.deepEqual(
    OBSERVED_ATTRIBUTES.filter((name) => !followed.includes(name)),
    ["src", "height", "title", "theme", "view", "chrome", "lang"],
  );
  assert.deepEqual(OBSERVED_ATTRIBUTES.filter(isFrameAttribute), ["height", "title"]);
});
