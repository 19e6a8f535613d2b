// The buttons that save the picture of the map.

/** The buttons. */
const BUTTON = "[data-save-map]";

/**
 * What draws and saves the picture: `save_picture.js`.
 * @typedef {Pick<typeof import("./save_picture.js"), "savePicture">} Pictures
 */

/**
 * Makes the buttons save the map: `data-save-map` is `svg` or `png`. They are printed `disabled`, since they need a script.
 *
 * Most readers save no picture, so a click loads what draws it.
 * @param {Document} document
 * @param {(root: HTMLElement) => Promise<Pictures>} load
 */
export const attachPictures = (document, load) => {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(BUTTON))) {
    button.disabled = false;
  }
  document.addEventListener("click", async ({ target }) => {
    const kind = /** @type {Element} */ (target).closest?.(BUTTON)?.getAttribute("data-save-map");
    if (!kind) return;
    const { savePicture } = await load(document.documentElement);
    await savePicture(document, kind);
  });
};
