// Answers clicks before the module is ready. The page selects states by `:target` until then.

/**
 * A mouse or keyboard click, as far as this file reads it.
 * @typedef {Pick<MouseEvent, "altKey" | "button" | "ctrlKey" | "defaultPrevented" | "metaKey" | "shiftKey">} Click
 */

/**
 * Whether a click follows its link in this window. With a modifier it opens another window or saves the link.
 * @param {Click} click
 * @returns {boolean}
 */
export const isPlainClick = (click) =>
  click.button === 0 && !(click.altKey || click.ctrlKey || click.defaultPrevented || click.metaKey || click.shiftKey);

/** A link to a fragment: in the list of states, on the map, or the one that clears the selection. */
const LINK = ".atlas a[href^='#']";

/** The part that shows the selected state and that scrolls by itself. */
const SHEET = ".inspector__sheet";

/**
 * Returns the fragment of a link if it selects a state, or if it is empty and clears the selection.
 *
 * Other fragments lead to a part of the page, so the browser must scroll to it.
 * @param {Pick<Element, "getAttribute"> | null} link
 * @returns {string | undefined} with its `#`
 */
export const selectedFragment = (link) => {
  // A link inside SVG has no text in its property `href`.
  const fragment = link?.getAttribute("href");
  if (!fragment) return undefined;
  const isState = fragment === "#" || document.getElementById(fragment.slice(1))?.closest(SHEET);
  return isState ? fragment : undefined;
};

/**
 * Runs an action and restores every scroll position in the same task, so that the reader sees no movement.
 * @param {readonly Pick<Element, "scrollLeft" | "scrollTop" | "scrollTo">[]} scrollers
 * @param {() => void} action
 */
export const withoutScrolling = (scrollers, action) => {
  const restore = scrollers.map((scroller) => {
    const { scrollLeft: left, scrollTop: top } = scroller;
    // `instant`: a smooth scroll would be visible.
    return () => scroller.scrollTo({ left, top, behavior: "instant" });
  });
  action();
  for (const each of restore) each();
};

/**
 * Returns the nearest element around the target of an event that matches a selector.
 * @param {Event} event
 * @param {string} selector
 * @returns {Element | null}
 */
const closest = ({ target }, selector) => /** @type {Element} */ (target).closest?.(selector) ?? null;

/**
 * Selects the state of a clicked link by the fragment alone, and keeps the page where it is.
 * @param {MouseEvent} event
 */
export const selectByFragment = (event) => {
  const fragment = isPlainClick(event) ? selectedFragment(closest(event, LINK)) : undefined;
  if (fragment === undefined) return;
  event.preventDefault();
  withoutScrolling([...document.querySelectorAll(`:root,${SHEET}`)], () => {
    // A step in a frame would be one of its host's.
    if (parent === window) location.hash = fragment;
    else location.replace(new URL(fragment, location.href));
  });
};

/**
 * Marks the button that opened a pop-over last with `data-opened`. The module returns the focus to it.
 * @param {Event} event
 */
export const markOpener = (event) => {
  const opener = closest(event, "[popovertarget]");
  // A button inside the pop-over closes it.
  if (!opener || opener.getAttribute("popovertargetaction") === "hide") return;
  document.querySelector("[data-opened]")?.removeAttribute("data-opened");
  opener.setAttribute("data-opened", "");
};

/**
 * Listens for clicks until the module is ready. After a failure it still listens: the links must work.
 */
export const answerEarlyClicks = () => {
  const isReady = () => document.documentElement.dataset.app === "ready";
  // On the window, so that a part with a listener of its own prevents the default first.
  addEventListener("click", (event) => isReady() || selectByFragment(event));
  // On the way down, because a listener below may stop the event.
  addEventListener("click", (event) => isReady() || markOpener(event), true);
};
