import assert from "node:assert/strict";
import { test } from "node:test";

import { frameAddress, frameUrl, isViewAttribute, OBSERVED_ATTRIBUTES } from "../src/attributes.js";

/** @param {Record<string, string>} attributes */
const getter = (attributes) => (/** @type {string} */ name) => attributes[name] ?? null;

const SITE = {
  script: "https://example.org/atlas/embed.js",
  languages: ["en", "ur", "zh-Hans"],
  base: "https://host.example/page/",
};

/** @param {Record<string, string>} attributes */
const url = (attributes) => frameUrl(getter(attributes), SITE);

test("attributes become a query and a fragment", () => {
  assert.equal(
    frameAddress(getter({ theme: "dark", area: "cyber-security", place: "MYS" })),
    "?theme=dark&area=cyber-security#MYS",
  );
  assert.equal(frameAddress(getter({ clock: "today" })), "?clock=today");
  assert.equal(frameAddress(getter({ place: "KHM" })), "#KHM");
  assert.equal(frameAddress(getter({})), "");
});

test("other attributes are not part of the address", () => {
  assert.equal(
    frameAddress(getter({ src: "https://example.org/", height: "300", title: "x", q: "bank", id: "a" })),
    "",
  );
});

test("hostile values stay in their parts of the address", () => {
  assert.equal(frameAddress(getter({ area: "a&view=map#MYS" })), "?area=a%26view%3Dmap%23MYS");
  const address = url({ place: "MYS?theme=dark#x", area: "//example.net" }) ?? "";
  assert.equal(new URL(address).origin, "https://example.org");
  assert.equal(new URL(address).searchParams.has("theme"), false);
});

test("without src the frame is beside the script", () => {
  assert.equal(url({ place: "MYS" }), "https://example.org/atlas/embed/#MYS");
});

test("a known language leads to its own frame at once", () => {
  assert.equal(url({ lang: "ur" }), "https://example.org/atlas/ur/embed/?lang=ur");
  assert.equal(url({ lang: "ur-PK" }), "https://example.org/atlas/ur/embed/?lang=ur-PK");
  assert.equal(url({ lang: "zh-CN" }), "https://example.org/atlas/zh-Hans/embed/?lang=zh-CN");
});

test("an unknown language leads to the first frame", () => {
  for (const lang of ["zh-TW", "xx", ".."]) {
    assert.equal(url({ lang }), `https://example.org/atlas/embed/?lang=${lang}`);
  }
});

test("src is relative to the host's page and may have a query of its own", () => {
  assert.equal(url({ src: "../atlas/embed/" }), "https://host.example/atlas/embed/");
  assert.equal(url({ src: "https://example.net/?chrome=0", place: "SGP" }), "https://example.net/?chrome=0#SGP");
});

test("without src and without an address of the script there is no frame", () => {
  assert.equal(frameUrl(getter({ place: "MYS" }), { ...SITE, script: undefined }), undefined);
});

test("only attributes of the view change without loading again", () => {
  const followed = OBSERVED_ATTRIBUTES.filter(isViewAttribute);
  assert.deepEqual(followed, ["place", "area", "status", "fact", "clock"]);
  assert.deepEqual(
    OBSERVED_ATTRIBUTES.filter((name) => !followed.includes(name)),
    ["src", "height", "theme", "view", "chrome", "lang"],
  );
});
