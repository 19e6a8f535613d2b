import assert from "node:assert/strict";
import { test } from "node:test";

import { attachPictures } from "../src/picture_buttons.js";
import { FakeElement, recorder } from "./fakes.js";

/** Attaches two buttons; returns them, the page, the listener, and what is loaded and saved. */
const attached = () => {
  const buttons = [{ disabled: true }, { disabled: true }];
  const [addEventListener, load, savePicture] = [recorder(), recorder(), recorder()];
  const documentElement = new FakeElement();
  const page = { addEventListener, documentElement, querySelectorAll: () => buttons };
  attachPictures(/** @type {any} */ (page), async (root) => {
    load(root);
    return { savePicture: async (page, kind) => savePicture(page, kind) };
  });
  const [type, listener] = addEventListener.calls[0] ?? [];
  assert.deepEqual([type, addEventListener.calls.length], ["click", 1]);
  return { buttons, page, listener, load, savePicture };
};

test("the buttons are enabled, and nothing is loaded for other clicks", async () => {
  const { buttons, page, listener, load } = attached();
  assert(buttons.every(({ disabled }) => !disabled));
  await listener({ target: new FakeElement() });
  await listener({ target: page });
  assert.deepEqual(load.calls, []);
});

test("a click on a button loads what draws the picture, and saves it", async () => {
  const { page, listener, load, savePicture } = attached();
  const button = { getAttribute: () => "png" };
  await listener({ target: { closest: () => button } });
  assert.deepEqual(load.calls, [[page.documentElement]]);
  assert.deepEqual(savePicture.calls, [[page, "png"]]);
});
