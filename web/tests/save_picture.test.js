import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, savePicture } from "../src/save_picture.js";
import { recorder, setGlobals } from "./fakes.js";

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
