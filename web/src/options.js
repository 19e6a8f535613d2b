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
 * Whether a key of a query means an option. Links change on their way: `?Theme=dark`, `?view=map&amp;theme=dark`.
 * @param {string} key
 * @param {string} name
 */
export const isOption = (key, name) => key.toLowerCase().replace(/^(amp;)+/, "") === name;

/** A value without what stands around it or comes after it: `(dark).`, `dark?utm_source=x`. Language tags have all signs. */
const VALUE = /[\p{L}\d](?:[\p{L}\d_.@-]*[\p{L}\d])?/u;

/**
 * Returns the first value of an option, without the blanks and the punctuation of a text around the link: `?theme=dark.`
 * @param {URLSearchParams} query
 * @param {string} name
 * @returns {string | undefined}
 */
export const queryOption = (query, name) => {
  const [, value] = [...query].find(([key]) => isOption(key, name)) ?? [];
  return value && VALUE.exec(value)?.[0];
};

/**
 * Returns the display options of a query. An unknown value counts as absent.
 * @param {URLSearchParams} query
 * @returns {Record<string, string>}
 */
export const displayOptions = (query) => {
  const pairs = Object.keys(ACCEPTED).map((name) => [name, queryOption(query, name)?.toLowerCase() ?? ""]);
  return Object.fromEntries(pairs.filter(([name = "", value = ""]) => ACCEPTED[name]?.includes(value)));
};
