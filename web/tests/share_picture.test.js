import assert from "node:assert/strict";
import { test } from "node:test";

import { letters, likely, pieces } from "../src/share_picture.js";

test("a tag means its script and its territory", () => {
  assert.deepEqual(likely("zh"), ["zh", "Hans", "CN"]);
  assert.deepEqual(likely("ur"), ["ur", "Arab", "PK"]);
  assert.deepEqual(likely("tet"), ["tet", "Latn", "TL"]);
  assert.equal(likely("not a tag"), undefined);
});

test("letters keep their marks", () => {
  assert.deepEqual(letters("a\u0301b"), ["a\u0301", "b"]);
  assert.deepEqual(letters("ไม้").join("|"), "ไ|ม้");
  assert.deepEqual(letters(""), []);
});

test("lines may end between words", () => {
  assert.deepEqual(pieces("Pakistan and ASEAN", "en").filter(Boolean), ["Pakistan ", "and ", "ASEAN"]);
});
