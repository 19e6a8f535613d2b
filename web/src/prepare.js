// Prepares the page for its module: options, language, host and clicks, then the start.

import { copyTable } from "./copy_table.js";
import { openDisclosures } from "./disclosures.js";
import { answerEarlyClicks } from "./early_clicks.js";
import { connectHost } from "./frame.js";
import { languageRedirect, setUpLanguages } from "./languages.js";
import { defineNotice } from "./notice.js";
import { displayOptions } from "./options.js";
import { attachPictures } from "./picture_buttons.js";
import { fail, failOnTrap, limitLoadTime, startAnew } from "./start.js";

/** @returns {Promise<unknown>} resolves once the page has loaded */
const pageLoaded = () =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve(undefined);
    else addEventListener("load", resolve);
  });

/**
 * Prepares the page and starts its module.
 * @param {(root: HTMLElement, loaded: Promise<unknown>) => Promise<void>} startModule may fetch at once, and starts the
 *   module after the page has loaded
 * @param {Parameters<typeof attachPictures>[1]} loadPictures
 */
export const preparePage = (startModule, loadPictures) => {
  const root = document.documentElement;
  startAnew(root);
  defineNotice();
  // A click before the page has loaded changes the fragment, and with it the secret of WordPress.
  const opened = new URL(location.href);
  Object.assign(root.dataset, displayOptions(opened.searchParams));
  const redirect = languageRedirect(opened.href, root.lang, root.dataset);
  if (redirect) {
    location.replace(redirect);
    return;
  }
  answerEarlyClicks();
  addEventListener("copy", copyTable);
  failOnTrap(root);
  limitLoadTime(root, setTimeout);
  // Firefox does not show the target of a link if a script asks for a size before the style sheet is there.
  const loaded = pageLoaded().then(() => {
    if (parent !== window) connectHost(root, opened);
    setUpLanguages();
    openDisclosures(root);
    attachPictures(document, loadPictures);
  });
  startModule(root, loaded).catch(() => fail(root));
};
