import assert from "node:assert/strict";
import { test } from "node:test";

import { copiedAttributes, isUnseen, paintAttributes, scaled, tag } from "../src/map_picture.js";
import { fileName } from "../src/save_picture.js";

const seen = { display: "inline", fill: "rgb(1, 2, 3)", opacity: "1", stroke: "none", visibility: "visible" };

test("what only catches a pointer, and what is hidden, is left out", () => {
  assert.equal(isUnseen(seen), false);
  assert.equal(isUnseen({ ...seen, fill: "none" }), true);
  assert.equal(isUnseen({ ...seen, fill: "rgba(0, 0, 0, 0)" }), true);
  assert.equal(isUnseen({ ...seen, fill: "none", stroke: "rgb(0, 0, 0)" }), false);
  for (const hidden of [{ display: "none" }, { visibility: "hidden" }, { opacity: "0" }]) {
    assert.equal(isUnseen({ ...seen, ...hidden }), true);
  }
});

test("a paint is a colour without alpha, its opacity, or a pattern of the picture", () => {
  assert.deepEqual(paintAttributes("fill", "rgb(1, 2, 3)", "1"), { fill: "rgb(1, 2, 3)", "fill-opacity": 1 });
  assert.deepEqual(paintAttributes("fill", "rgba(1, 2, 3, 0.5)", "0.5"), { fill: "rgb(1, 2, 3)", "fill-opacity": 0.25 });
  assert.deepEqual(paintAttributes("stroke", 'url("#hatch")', "1"), { stroke: "url(#hatch)", "stroke-opacity": 1 });
});

test("a text of the page cannot become markup of the picture", () => {
  assert.equal(tag("text", { x: 1.23456, title: '"><script>&\u0000' }), '<text x="1.235" title="&#34;>&#60;script>&#38; ">');
});

test("no handler, style, class or link of the page goes into the picture", () => {
  const attributes = ["d", "x", "cx", "r", "onclick", "style", "class", "href"].map((name) => ({ name, value: "1" }));
  assert.deepEqual(Object.keys(copiedAttributes({ attributes })), ["d", "x", "cx", "r"]);
});

test("each number of a list is multiplied", () => {
  assert.equal(scaled("4px, 2.5px", 2), "8px, 5px");
  assert.equal(scaled("none", 2), "none");
});

test("a file has the id of the report in its name", () => {
  assert.equal(fileName({ dataset: { reportId: "norway-2023" } }, "png"), "norway-2023-map.png");
  assert.equal(fileName({ dataset: {} }, "svg"), "atlas-map.svg");
});
