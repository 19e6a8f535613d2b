// What the browser knows of the texts of the picture for links, and the picture as PNG. The studio asks for it.

import { pngOf } from "./png.js";
import { pieces as piecesOf } from "./text_lines.js";

/** The size at which texts are measured, in CSS px. */
const SIZE = 100;

/**
 * Returns the width of a text on one line, in font sizes.
 * @param {string} text
 * @param {string} families as CSS lists them
 * @param {number} weight
 * @returns {number}
 */
export const width = (text, families, weight) => {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = `${weight} ${SIZE}px ${families}`;
  return pen.measureText(text).width / SIZE;
};

/**
 * Returns the parts of a text between which a line may end.
 * @param {string} text
 * @param {string} language
 */
export const pieces = (text, language) => piecesOf(text, language);

/**
 * Returns the letters of a text, each with its marks.
 * @param {string} text
 * @returns {string[]}
 */
export const letters = (text) =>
  // Firefox has the segmenter from version 125.
  Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment) : (text.match(/.\p{M}*/gsu) ?? []);

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
