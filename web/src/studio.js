// The entry of the studio: loads its module.

import { fail, failOnTrap, moduleInput } from "./start.js";

const root = document.documentElement;

/** @param {string} name */
const fileUrl = (name) => new URL(root.dataset[name] ?? "", document.baseURI).href;

failOnTrap(root);
try {
  const wasm = fetch(fileUrl("wasm"));
  /** @type {{ default: import("./start.js").Init }} */
  const { default: init } = await import(fileUrl("glue"));
  await init({ module_or_path: await moduleInput(await wasm) });
} catch (error) {
  fail(root);
  throw error;
}
