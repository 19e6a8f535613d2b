// Reads the display options of the address. The style sheet finds them on the root element.

import { EMBED_OPTION_CHROME, EMBED_OPTION_THEME, EMBED_OPTION_VIEW, THEME_OPTIONS, VIEW_OPTIONS } from "./protocol.js";

/**
 * The values that each option accepts.
 * @type {Record<string, readonly string[]>}
 */
const ACCEPTED = {
  [EMBED_OPTION_THEME]: THEME_OPTIONS,
  [EMBED_OPTION_VIEW]: VIEW_OPTIONS,
  [EMBED_OPTION_CHROME]: ["0"],
};

/**
 * Returns the display options of a query. An unknown value counts as absent.
 * @param {URLSearchParams} query
 * @returns {Record<string, string>}
 */
export const displayOptions = (query) => {
  const pairs = Object.keys(ACCEPTED).map((name) => [name, query.get(name) ?? ""]);
  return Object.fromEntries(pairs.filter(([name = "", value = ""]) => ACCEPTED[name]?.includes(value)));
};
