// Loads the module of the studio that draws pages. It stands beside the studio, in whose folder `data` this is.

/**
 * Returns the module once it can be called. A second call gets the same.
 * @returns {Promise<object>}
 */
export const load = async () => {
  const address = new URL("../page.js", import.meta.url).href;
  /** @type {{ default: () => Promise<unknown> }} */
  const page = await import(address);
  await page.default();
  return page;
};
