// Languages: matches tags, redirects `?lang=`, offers the browser's language, and keeps the view in language links.

import { isOption, queryOption } from "./options.js";
import { EMBED_OPTION_LANG } from "./protocol.js";

/** The beginning of a tag: language, script, region. */
const LANGUAGE_AND_REGION = /^[a-z]{2,3}(-[a-z]{4})?-[a-z]{2}(?=-)/i;

/**
 * Returns the language and the script of a tag: `ur-PK` and `UR` both give `ur-Arab`.
 *
 * `Intl.Locale` replaces old codes (`tl`, `in`). `maximize` adds the likely script: `Hant` for `zh-TW`, `Hans` for `zh-CN`.
 * @param {string} tag a BCP 47 tag, or the name of a locale on a server: `ur_PK`, `zh_CN.UTF-8`, `pt_PT_ao90`
 * @returns {string | undefined} nothing if the tag is not valid
 */
const writtenLanguage = (tag) => {
  // Of `zh_CN_#Hans` and of `ur-PK,ur;q=0.9` the first tag counts.
  const [first = ""] = tag.trim().replaceAll("_", "-").split(/-*[.@#,;]/);
  // What follows the region says how the language is spelled, and may be no part of the standard.
  for (const known of [first, LANGUAGE_AND_REGION.exec(first)?.[0]]) {
    try {
      const { language, script } = new Intl.Locale(known ?? "").maximize();
      return `${language}-${script}`;
    } catch {
      // Not valid.
    }
  }
  return undefined;
};

/**
 * Returns the known language with the same script as the wanted one. The region may differ.
 * @param {string} wanted a tag from a host or a browser
 * @param {readonly string[]} known
 * @returns {string | undefined}
 */
export const matchLanguage = (wanted, known) => {
  if (known.includes(wanted)) return wanted;
  const written = writtenLanguage(wanted);
  return written && known.find((tag) => writtenLanguage(tag) === written);
};

/**
 * Returns the address of the current view on another page: all of it except the language option.
 * @param {string} page
 * @param {string} here the address of the current page
 * @returns {string}
 */
export const viewOn = (page, here) => {
  const { searchParams, hash } = new URL(here);
  const keys = [...searchParams.keys()].filter((key) => isOption(key, EMBED_OPTION_LANG));
  for (const key of keys) searchParams.delete(key);
  return Object.assign(new URL(page, here), { search: searchParams, hash }).href;
};

/**
 * Returns the address to which `?lang=` redirects.
 *
 * A file on a disk has no other languages beside it.
 * @param {string} here the address of the page
 * @param {string} current the language of the page
 * @param {DOMStringMap} dataset the attributes of the root element
 * @returns {string | undefined} nothing if the page is right already or the language is unknown
 */
export const languageRedirect = (here, current, { edition, home = "", languages = "" }) => {
  const { protocol, searchParams } = new URL(here);
  const wanted = queryOption(searchParams, EMBED_OPTION_LANG);
  const language = wanted && matchLanguage(wanted, languages.split(" "));
  if (!language || language === current || protocol === "file:") return undefined;
  return viewOn(`${home}${language}/${edition ? "embed/" : ""}`, here);
};

/**
 * Returns the language to offer: the first of the reader's languages that the page has.
 * @param {readonly string[]} preferred the reader's languages, best first
 * @param {readonly string[]} known
 * @param {string} current the language of the page
 * @returns {string | undefined} nothing if the page has this language already, or has none of the reader's
 */
export const offeredLanguage = (preferred, known, current) => {
  for (const tag of preferred) {
    const language = matchLanguage(tag, known);
    if (language) return language === current ? undefined : language;
  }
  return undefined;
};

/**
 * Closes the list of languages on Escape.
 *
 * The event ends here, because Escape would also clear the selection.
 * @param {Pick<KeyboardEvent, "key" | "preventDefault">} event
 * @param {Element} menu
 */
export const closeOnEscape = (event, menu) => {
  const details = menu.querySelector("details");
  if (event.key !== "Escape" || !details?.open) return;
  event.preventDefault();
  details.open = false;
  details.querySelector("summary")?.focus();
};

/**
 * Offers the browser's language beside the list, and lets every language link keep the current view.
 */
export const setUpLanguages = () => {
  const menu = document.querySelector(".languages");
  if (!menu) return;
  // A saved copy has an offer already.
  menu.querySelector(":scope > a")?.remove();
  const links = [...menu.querySelectorAll("a")];
  const known = links.map(({ hreflang }) => hreflang);
  const offered = offeredLanguage(navigator.languages, known, document.documentElement.lang);
  const link = links.find(({ hreflang }) => hreflang === offered);
  if (link) menu.append(link.cloneNode(true));
  /** @param {Event} event */
  const keepView = ({ target }) => {
    const used = /** @type {Element} */ (target).closest("a");
    if (used) used.href = viewOn(used.href, location.href);
  };
  // A key causes a click; a context menu that copies the address opens after a press.
  for (const type of ["click", "pointerdown"]) menu.addEventListener(type, keepView);
  menu.addEventListener("keydown", (event) => closeOnEscape(/** @type {KeyboardEvent} */ (event), menu));
};
