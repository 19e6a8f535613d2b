// Translates the attributes of <partnership-atlas> into the address of its frame.

import { matchLanguage } from "./languages.js";
import {
  ADDRESS_KEY_AREA,
  ADDRESS_KEY_AS_OF,
  ADDRESS_KEY_FACT,
  ADDRESS_KEY_STATUS,
  EMBED_OPTION_LANG,
  EMBED_OPTIONS,
} from "./protocol.js";

/** Attributes that the page can follow while it is open. */
const VIEW_ATTRIBUTES = [ADDRESS_KEY_AREA, ADDRESS_KEY_STATUS, ADDRESS_KEY_FACT, ADDRESS_KEY_AS_OF];

/** The attribute of the selected state; the fragment holds its value. */
const PLACE = "place";

/** Every attribute that changes the frame. */
export const OBSERVED_ATTRIBUTES = ["src", "height", PLACE, ...EMBED_OPTIONS, ...VIEW_ATTRIBUTES];

/**
 * Returns the value of an attribute, or `null`.
 * @typedef {(name: string) => string | null} GetAttribute
 */

/**
 * Whether the page can follow a change of this attribute without loading again.
 * @param {string} name
 * @returns {boolean}
 */
export const isViewAttribute = (name) => name === PLACE || VIEW_ATTRIBUTES.includes(name);

/**
 * Returns the query and the fragment that hold the attributes.
 * @param {GetAttribute} get
 * @returns {string} empty without any attribute
 */
export const frameAddress = (get) => {
  const query = new URLSearchParams();
  for (const name of [...EMBED_OPTIONS, ...VIEW_ATTRIBUTES]) {
    const value = get(name);
    if (value !== null) query.set(name, value);
  }
  const text = query.toString();
  const place = get(PLACE);
  return `${text && `?${text}`}${place ? `#${place}` : ""}`;
};

/**
 * Returns the address of the frame: `src`, or else the edition for frames beside the script.
 * @param {GetAttribute} get
 * @param {object} site
 * @param {string | undefined} site.script the address of the script
 * @param {readonly string[]} site.languages the languages that have a folder beside the script
 * @param {string} site.base the base address of the host's page
 * @returns {string | undefined} nothing if neither is known
 */
export const frameUrl = (get, { script, languages, base }) => {
  // Without this folder the page would redirect, which takes a request more.
  const language = matchLanguage(get(EMBED_OPTION_LANG) ?? "", languages);
  const beside = script && new URL(language ? `${language}/embed/` : "embed/", script).href;
  const source = get("src") ?? beside;
  return source && new URL(frameAddress(get), new URL(source, base)).href;
};
