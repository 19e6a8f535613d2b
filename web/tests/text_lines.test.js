import assert from "node:assert/strict";
import { test } from "node:test";

import { pieces, wrap } from "../src/text_lines.js";

/** Each sign is one unit wide. */
const measure = (/** @type {string} */ text) => [...text].length;

test("lines end between words and are no wider than they may be", () => {
  const lines = wrap("Boundaries and names shown do not imply any opinion", "en", 20, measure);
  assert.deepEqual(lines, ["Boundaries and names", "shown do not imply", "any opinion"]);
});

test("a script without spaces is broken between its words", () => {
  const text = "รายงานข่าวกล่าวถึงประเทศมาเลเซีย";
  const lines = wrap(text, "th", 12, measure);
  assert.equal(lines.join(""), text);
  assert.ok(lines.length > 1 && lines.every((line) => measure(line) <= 12), lines.join("|"));
  assert.ok(pieces(text, "th").includes("ประเทศ"));
});

test("a word that is wider than a line is broken, and no sign is lost", () => {
  const lines = wrap("https://example.org/a-long-address", "en", 10, measure);
  assert.equal(lines.join("").replaceAll("\u200e", ""), "https://example.org/a-long-address");
});

test("a no-break space and an opening quote stay with the word after them", () => {
  assert.deepEqual(wrap("a “word here", "en", 6, measure), ["a", "“word", "here"]);
  assert.deepEqual(wrap("USD\xa05 million", "en", 6, measure), ["USD\xa05", "millio", "n"]);
});
