// Saves the picture of the map as a file: SVG or PNG. The hosted page loads this script with the first click.

import { mapPicture } from "./map_picture.js";
import { pngOf } from "./png.js";

/** The pixels of a PNG for each unit of the map. */
const PNG_SCALE = 2;

/** A browser has this many milliseconds to begin a download. */
const DOWNLOAD_TIME = 40_000;

/**
 * Returns the name of the file.
 * @param {{ dataset: DOMStringMap }} root
 * @param {string} kind
 */
export const fileName = ({ dataset }, kind) => `${dataset.reportId ?? "atlas"}-map.${kind}`;

/**
 * Saves the map as it is seen now.
 * @param {Document} document
 * @param {string} kind `svg` or `png`
 * @throws {Error} if the page shows no map, or if the browser cannot draw it. Then no file is saved.
 */
export const savePicture = async (document, kind) => {
  const blob =
    kind === "png"
      ? await pngOf(mapPicture(document, PNG_SCALE))
      : new Blob([mapPicture(document)], { type: "image/svg+xml" });
  const href = URL.createObjectURL(blob);
  const download = fileName(document.documentElement, kind);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), DOWNLOAD_TIME);
};
