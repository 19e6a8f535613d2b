// Links of a page in a frame: those to other sites open a new tab, and all others take no step in the host's history.

import { isPlainClick } from "./early_clicks.js";
import { parseUrl } from "./url.js";

/** A link to another site: to the report, or to a source of context. Most sites forbid to be shown in a frame. */
const LEAVING = "a[rel~=noreferrer]";

/** The dialog with the address of a link. */
const DIALOG = "LINK-ADDRESS";

/**
 * Returns the link around the target of an event.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLAnchorElement | null} an anchor of HTML, or one of SVG, which has fewer properties
 */
const linkOf = ({ target }, selector) => /** @type {Element} */ (target).closest?.(selector) ?? null;

/**
 * Lets the printed links to other sites open a new tab. The module renders them so.
 * @param {ParentNode} page
 */
export const openNewTabs = (page) => {
  for (const link of page.querySelectorAll(LEAVING)) link.setAttribute("target", "_blank");
};

/**
 * Follows a link of the page without a step in the history, which the frame shares with its host.
 * @param {MouseEvent} event
 */
export const replaceByLink = (event) => {
  const link = linkOf(event, "a[href]");
  if (!link || !isPlainClick(event) || link.hasAttribute("target") || link.hasAttribute("download")) return;
  // A frame without an address of its own (`srcdoc`) resolves fragments alone.
  const url = parseUrl(link.getAttribute("href") ?? "", location.href);
  if (!url) return;
  event.preventDefault();
  location.replace(url);
};

/**
 * Shows the address of a link and selects it.
 * @param {HTMLAnchorElement} link
 */
const showAddressOf = (link) => {
  const dialog = document.getElementById(DIALOG);
  const [title, address] = dialog?.querySelectorAll("h2,.dialog__code") ?? [];
  if (!dialog || !title || !address) return;
  title.textContent = link.textContent;
  address.textContent = link.href;
  // Inside the evidence around the link, which stays open then. Not every browser knows the `source` of a pop-over.
  (link.closest("[popover]") ?? document.body).append(dialog);
  dialog.showPopover();
  getSelection()?.selectAllChildren(address);
};

/**
 * Offers the address of a link whose new tab does not open: the frame may be in a sandbox that forbids it.
 *
 * No interface tells it. Chromium and WebKit use up the reader's activation when they open a tab; Firefox does not, but
 * then the page loses the focus, and `hideAddress` takes the offer back.
 * @param {MouseEvent} event
 */
export const offerAddress = (event) => {
  const link = linkOf(event, LEAVING);
  if (!link || !isPlainClick(event)) return;
  setTimeout(() => navigator.userActivation?.isActive === false || showAddressOf(link));
};

/** Takes the offer back: the reader has left the page, so a tab has opened. */
export const hideAddress = () => {
  const dialog = document.getElementById(DIALOG);
  if (dialog?.matches(":popover-open")) dialog.hidePopover();
};

/** Sets up the links of a page in a frame. */
export const setUpFrameLinks = () => {
  openNewTabs(document);
  addEventListener("click", replaceByLink);
  if (!("popover" in HTMLElement.prototype)) return;
  addEventListener("click", offerAddress);
  addEventListener("blur", hideAddress);
};
