import assert from "node:assert/strict";
import { test } from "node:test";

import { displayOptions } from "../src/options.js";

/** @param {string} query */
const read = (query) => displayOptions(new URLSearchParams(query));

test("known options are read", () => {
  assert.deepEqual(read("?theme=dark&view=map&chrome=0"), { theme: "dark", view: "map", chrome: "0" });
  assert.deepEqual(read("?view=table"), { view: "table" });
});

test("unknown values count as absent", () => {
  assert.deepEqual(read("?theme=auto&view=atlantis&chrome=1"), {});
  assert.deepEqual(read("?theme=&view&chrome=00"), {});
});

test("options are read from links that were changed on their way", () => {
  for (const query of [
    "?Theme=dark",
    "?THEME=Dark",
    "?view=&amp;theme=dark",
    "?a=b&amp;amp;theme=dark",
    "?theme=dark%20",
    "?theme=dark).",
    "?theme=%22dark%22",
    "?theme=%E2%80%9Cdark%E2%80%9D",
    "?theme=dark?utm_source=x",
    "?theme=dark%26utm_source%3Dx",
    "?theme=dark%C2%A0",
    "?theme=dark;view=map",
  ]) {
    assert.deepEqual(read(query), { theme: "dark" }, query);
  }
});

test("no other key becomes an attribute of the page", () => {
  assert.deepEqual(read("?app=ready&wasm=evil.wasm&lang=ur&__proto__=light&xtheme=dark&theme-x=dark"), {});
});

test("the first of two values counts", () => {
  assert.deepEqual(read("?theme=light&theme=dark"), { theme: "light" });
  assert.deepEqual(read("?theme=pink&theme=dark"), {});
});
