import assert from "node:assert/strict";
import { test } from "node:test";

import { copiedAttributes, isUnseen, mapPicture, paintAttributes, scaled, tag } from "../src/map_picture.js";

/** A style with visible paint. */
const SEEN = { display: "inline", fill: "rgb(1, 2, 3)", opacity: "1", stroke: "none", visibility: "visible" };

test("hidden elements and areas without paint are not drawn", () => {
  assert.equal(isUnseen(SEEN), false);
  assert.equal(isUnseen({ ...SEEN, fill: "none", stroke: "rgba(0, 0, 0, 0.82)" }), false);
  const unseen = [
    { display: "none" },
    { opacity: "0" },
    { visibility: "hidden" },
    { fill: "none" },
    { fill: "rgba(0, 0, 0, 0)" },
    { fill: "none", stroke: "rgba(0, 0, 0, 0)" },
  ];
  for (const change of unseen) assert.equal(isUnseen({ ...SEEN, ...change }), true, JSON.stringify(change));
});

test("only attributes of geometry and of patterns are copied", () => {
  const names = ["d", "x", "cy", "r", "rx", "dy", "width", "id", "patternUnits"];
  const others = ["class", "style", "href", "onclick", "data-place", "fill", "tabindex", "xlink:href", "transform"];
  const attributes = [...names, ...others].map((name) => ({ name, value: "1" }));
  assert.deepEqual(Object.keys(copiedAttributes({ attributes })), names);
});

test("a colour with alpha becomes a colour and an opacity", () => {
  assert.deepEqual(paintAttributes("stroke", "rgba(255, 255, 255, 0.82)", "0.5"), {
    stroke: "rgb(255, 255, 255)",
    "stroke-opacity": 0.41,
  });
  assert.deepEqual(paintAttributes("fill", "rgb(1, 2, 3)", "1"), { fill: "rgb(1, 2, 3)", "fill-opacity": 1 });
});

test("a pattern is one of the picture, whatever address the browser gives it", () => {
  for (const paint of ['url("#hatch")', 'url("https://example.org/atlas/en/#hatch")', "url(#hatch) none"]) {
    assert.equal(paintAttributes("fill", paint, "1").fill, "url(#hatch)");
  }
});

test("lengths and dashes are scaled", () => {
  assert.equal(scaled("0.1px, 5px", 2), "0.2px, 10px");
  assert.equal(scaled("none", 2), "none");
});

test("values are escaped and numbers rounded", () => {
  assert.equal(tag("text", { a: '"<&\u0001', b: 1 / 3, c: -5e-14 }), '<text a="&#34;&#60;&#38; " b="0.333" c="0">');
});

test("a page that shows no map has no picture", () => {
  for (const map of [null, { getClientRects: () => [] }]) {
    const page = { documentElement: {}, querySelector: () => map };
    assert.throws(() => mapPicture(/** @type {any} */ (page)), TypeError);
  }
});
