// Breaks a text into lines, for pictures: SVG cannot do it.

/** A line cannot end after these: an opening bracket or quote, what forbids a break, the start of an isolate. */
const NO_BREAK_AFTER = /[\p{Ps}\p{Pi}"'\xa0\u202f\u2060\u2066-\u2068]$/u;

/**
 * Splits a text where a line may end: after a space, and before a word in scripts without spaces.
 * @param {string} text
 * @param {string} language
 * @returns {string[]}
 */
export const pieces = (text, language) => {
  // Firefox has the segmenter from version 125.
  const segments = Intl.Segmenter
    ? new Intl.Segmenter(language, { granularity: "word" }).segment(text)
    : (text.match(/[^ ]* ?/g) ?? []).map((segment) => ({ segment, isWordLike: false }));
  let found = "";
  for (const { segment, isWordLike } of segments) {
    if (/ [\u2066-\u2069]*$/.test(found) || (isWordLike && !NO_BREAK_AFTER.test(found))) found += "\n";
    found += segment;
  }
  return found.split("\n");
};

/**
 * Returns the letters of a text, each with its marks.
 * @param {string} text
 * @returns {string[]}
 */
export const letters = (text) => text.match(/.\p{M}*/gsu) ?? [];

/**
 * Breaks a text into lines. A word that is wider than a line is broken between its letters.
 * @param {string} text
 * @param {string} language
 * @param {number} width
 * @param {(text: string) => number} measure returns the width of a text
 * @returns {string[]}
 */
export const wrap = (text, language, width, measure) => {
  /** @param {string} line */
  const isTooWide = (line) => measure(line.trim()) > width;
  const parts = pieces(text, language).flatMap((word) => (isTooWide(word) ? letters(word) : word));
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const part of parts) {
    if (isTooWide(line + part)) {
      // In an address that continues, the last sign must stay on the right, also in a line from right to left.
      lines.push(line.replace(/\w[-./]$/, "$&\u200e"));
      line = "";
    }
    line += part;
  }
  return [...lines, line].map((each) => each.trim()).filter(Boolean);
};
