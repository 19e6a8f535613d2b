import assert from "node:assert/strict";
import { test } from "node:test";

import { topInView } from "../src/visible_dialogs.js";

test("a pop-over opens in the middle of what is visible", () => {
  assert.equal(topInView({ top: 2000, bottom: 2800 }, 300, 5000), 2250);
});

test("a pop-over that is higher than what is visible starts at its top", () => {
  assert.equal(topInView({ top: 2000, bottom: 2200 }, 300, 5000), 2008);
});

test("a pop-over stays inside the page", () => {
  assert.equal(topInView({ top: 4800, bottom: 5000 }, 300, 5000), 4692);
  assert.equal(topInView({ top: 0, bottom: 100 }, 6000, 5000), 8);
});
