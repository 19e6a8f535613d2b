// Translates the attributes of <partnership-atlas> into the address of its frame.

import { matchLanguage } from "./languages.js";
import {
  ADDRESS_KEY_AREA,
  ADDRESS_KEY_AS_OF,
  ADDRESS_KEY_FACT,
  ADDRESS_KEY_PILLAR,
  ADDRESS_KEY_STATUS,
  EMBED_OPTION_LANG,
  EMBED_OPTIONS,
} from "./protocol.js";
import { parseUrl } from "./url.js";

/** Attributes that the page can follow while it is open. */
const VIEW_ATTRIBUTES = [
  ADDRESS_KEY_AREA,
  ADDRESS_KEY_PILLAR,
  ADDRESS_KEY_STATUS,
  ADDRESS_KEY_FACT,
  ADDRESS_KEY_AS_OF,
];

/** The attribute of the selected state; the fragment holds its value. */
const PLACE = "place";

/** Attributes of the frame itself, which change nothing inside. */
const FRAME_ATTRIBUTES = ["height", "title"];

/** Every attribute that changes the frame. */
export const OBSERVED_ATTRIBUTES = ["src", ...FRAME_ATTRIBUTES, PLACE, ...EMBED_OPTIONS, ...VIEW_ATTRIBUTES];

/** A base to resolve a query and a fragment that have no page. */
const NOWHERE = "https://atlas.invalid/";

/**
 * Returns the value of an attribute, or `null`.
 * @typedef {(name: string) => string | null} GetAttribute
 */

/**
 * What the element knows of its site and of its host.
 * @typedef {object} Site
 * @property {string | undefined} script the address of the script
 * @property {readonly string[]} languages the languages that have a folder beside the script
 * @property {string} base the base address of the host's page
 */

/**
 * Whether the page can follow a change of this attribute without loading again.
 * @param {string} name
 * @returns {boolean}
 */
export const isViewAttribute = (name) => name === PLACE || VIEW_ATTRIBUTES.includes(name);

/**
 * Whether an attribute belongs to the frame and not to the page inside.
 * @param {string} name
 * @returns {boolean}
 */
export const isFrameAttribute = (name) => FRAME_ATTRIBUTES.includes(name);

/**
 * Returns the address of the page: `src`, or else the edition for frames beside the script.
 * @param {GetAttribute} get
 * @param {Site} site
 * @returns {URL | undefined} nothing if neither is known, or if it is not the address of a page
 */
const pageUrl = (get, { script, languages, base }) => {
  // Without this folder the page would redirect, which takes a request more.
  const language = matchLanguage(get(EMBED_OPTION_LANG) ?? "", languages);
  const beside = script && new URL(language ? `${language}/embed/` : "embed/", script).href;
  const source = get("src") || beside;
  const url = source ? parseUrl(source, base) : undefined;
  // `javascript:` would run in the page of the host.
  return url && /^(https?|file):$/.test(url.protocol) ? url : undefined;
};

/**
 * Returns the address of the frame. Attributes replace what `src` says itself.
 * @param {GetAttribute} get
 * @param {Site} site
 * @param {string} [chosen] the query and the fragment of what the reader chose, in the place of the view's attributes
 * @returns {URL | undefined} nothing if the address of the page is not known
 */
export const frameUrl = (get, site, chosen) => {
  const url = pageUrl(get, site);
  if (!url) return undefined;
  const { searchParams: query, hash } = chosen === undefined ? url : new URL(chosen, NOWHERE);
  for (const name of EMBED_OPTIONS) {
    const value = get(name) ?? url.searchParams.get(name);
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  if (chosen !== undefined) return Object.assign(url, { search: query, hash });
  for (const name of VIEW_ATTRIBUTES) {
    const value = get(name);
    if (value !== null) query.set(name, value);
  }
  const place = get(PLACE);
  return Object.assign(url, place ? { hash: place } : {});
};
