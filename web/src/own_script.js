// Finds the address of the script that defines <partnership-atlas>. The frame is beside it.

/** The name of the published script. */
const NAME = /\/embed\.js$/;

/**
 * Returns the address of the running script.
 *
 * A classic script is known while it runs. A module is not, and `import.meta` would be an error in a classic script. So the
 * only module of the document with the name of this script counts.
 * @param {Pick<Document, "currentScript" | "querySelectorAll">} document
 * @returns {string | undefined} nothing if it is not certain
 */
export const ownScript = (document) => {
  const running = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
  if (running) return running;
  /** @type {Iterable<HTMLScriptElement>} */
  const modules = document.querySelectorAll("script[type=module][src]");
  const addresses = [...modules].map(({ src }) => src).filter((src) => NAME.test(new URL(src).pathname));
  const [address, another] = new Set(addresses);
  return another ? undefined : address;
};
