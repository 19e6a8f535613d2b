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

/**
 * Prepares the page and starts its module.
 * @param {(root: HTMLElement) => Promise<void>} startModule
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
  const begin = () => {
    if (parent !== window) connectHost(root, opened);
    setUpLanguages();
    openDisclosures(root);
    attachPictures(document, loadPictures);
    startModule(root).catch(() => fail(root));
  };
  // Firefox does not show the target of a link if a script asks for a size before the style sheet is there.
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
};
