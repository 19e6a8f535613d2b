import assert from "node:assert/strict";
import { test } from "node:test";

import { attachPictures, fileName, savePicture } from "../src/save_picture.js";
import { FakeElement, recorder, setGlobals } from "./fakes.js";

test("the file has the name of the report", () => {
  assert.equal(fileName({ dataset: { reportId: "pakistan-asean-2023" } }, "svg"), "pakistan-asean-2023-map.svg");
  assert.equal(fileName({ dataset: {} }, "png"), "atlas-map.png");
});

test("without a map nothing is saved", async (context) => {
  const createElement = recorder();
  const createObjectURL = recorder();
  setGlobals(context, { URL: { createObjectURL } });
  const page = { createElement, documentElement: { dataset: {} }, querySelector: () => null };
  for (const kind of ["svg", "png"]) {
    await assert.rejects(savePicture(/** @type {any} */ (page), kind), TypeError);
  }
  assert.deepEqual([createElement.calls, createObjectURL.calls], [[], []]);
});

test("the buttons are enabled, and one listener hears of their clicks", () => {
  const buttons = [{ disabled: true }, { disabled: true }];
  const addEventListener = recorder();
  const page = { addEventListener, querySelectorAll: () => buttons, querySelector: recorder() };
  attachPictures(/** @type {any} */ (page));
  assert(buttons.every(({ disabled }) => !disabled));
  assert.equal(addEventListener.calls.length, 1);
  const [type, listener] = addEventListener.calls[0] ?? [];
  assert.equal(type, "click");
  listener({ target: new FakeElement() });
  listener({ target: page });
  assert.deepEqual(page.querySelector.calls, []);
});
