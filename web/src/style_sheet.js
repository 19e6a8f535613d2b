// Style sheets that scripts make. The policy of a page does not forbid them.

/**
 * Adds an empty style sheet to the document or to a shadow tree.
 * @param {DocumentOrShadowRoot} root
 * @param {CSSStyleSheetInit} [options]
 * @returns {CSSStyleSheet | undefined} nothing in a browser without such sheets (Safari before 16.4)
 */
export const addSheet = (root, options) => {
  if (!("adoptedStyleSheets" in root)) return undefined;
  const sheet = new CSSStyleSheet(options);
  // Older browsers have a list that cannot be changed.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return sheet;
};
