import assert from "node:assert/strict";
import { test } from "node:test";

import { ownScript } from "../src/own_script.js";

/**
 * The script that a document with these scripts finds.
 * @param {string | undefined} running the classic script that runs; a module is not known while it runs
 * @param {string[]} [modules]
 */
const found = (running, modules = []) =>
  ownScript(
    /** @type {any} */ ({
      currentScript: running === undefined ? null : { src: running },
      querySelectorAll: (/** @type {string} */ selector) => {
        assert.equal(selector, "script[type=module][src]");
        return modules.map((src) => ({ src }));
      },
    }),
  );

const CDN = "https://cdn.example/npm/atlas@1/dist/embed.js";

test("a classic script is known while it runs, whatever its name is", () => {
  assert.equal(found(`${CDN}?v=3`), `${CDN}?v=3`);
  assert.equal(found("https://cdn.example/atlas.min.js", [CDN]), "https://cdn.example/atlas.min.js");
});

test("a module is found by its name", () => {
  assert.equal(found(undefined, ["https://host.example/app.js", `${CDN}?v=3#x`]), `${CDN}?v=3#x`);
  assert.equal(found(undefined, [CDN, CDN]), CDN);
});

test("a script that is uncertain, inside the page or imported is not found", () => {
  assert.equal(found(undefined, [CDN, "https://other.example/embed.js"]), undefined);
  assert.equal(found(undefined, ["https://host.example/embed.js/app.js"]), undefined);
  assert.equal(found(""), undefined);
  assert.equal(found(undefined), undefined);
});
