// What the browser knows of the texts of the picture for links, and the picture as PNG. The studio asks for it.

import { pngOf } from "./png.js";

export { letters, pieces } from "./text_lines.js";

/** The size at which texts are measured, in CSS px. */
const SIZE = 100;

/** Measures texts. A browser gives only so many canvases. */
const pen = globalThis.document?.createElement("canvas").getContext("2d");

/**
 * Returns the width of a text on one line, in font sizes.
 * @param {string} text
 * @param {string} families as CSS lists them
 * @param {number} weight
 * @returns {number}
 */
export const width = (text, families, weight) => {
  if (!pen) return 0;
  pen.font = `${weight} ${SIZE}px ${families}`;
  return pen.measureText(text).width / SIZE;
};

/**
 * Returns what a language tag most likely means: its language, its script and its territory. Nothing for what is no tag.
 * @param {string} tag
 * @returns {string[] | undefined}
 */
export const likely = (tag) => {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return [language, script ?? "", region ?? ""];
  } catch {
    return undefined;
  }
};

/**
 * Returns a picture in SVG as the bytes of a PNG.
 * @param {string} svg
 * @returns {Promise<Uint8Array>}
 * @throws {Error} if the browser cannot draw it
 */
export const png = async (svg) => new Uint8Array(await (await pngOf(svg)).arrayBuffer());
