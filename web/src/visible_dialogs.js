// Opens pop-overs where the reader is: a frame can be much higher than the window of its host.

import { addSheet } from "./style_sheet.js";

/** The space around a pop-over, in CSS px. */
const GAP = 8;

/** A pop-over of which less is visible moves. */
const VISIBLE = 0.99;

/**
 * Returns where a pop-over starts: in the middle of what is visible, or at its top if the pop-over is higher.
 * @param {{ top: number, bottom: number }} visible the visible part of the document, in CSS px from its start
 * @param {number} height the height of the pop-over
 * @param {number} end the height of the document
 * @returns {number} in CSS px from the start of the document
 */
export const topInView = ({ top, bottom }, height, end) => {
  const middle = top + (bottom - top - height) / 2;
  const highest = Math.min(Math.max(middle, top + GAP), end - height - GAP);
  return Math.round(Math.max(highest, GAP));
};

/**
 * Returns the rule that puts a pop-over there.
 * @param {string} id the pop-over
 * @param {number} top in CSS px from the start of the document
 */
export const ruleOf = (id, top) =>
  `#${CSS.escape(id)}:popover-open{position:absolute;position-area:none;inset:${top}px 0 auto;margin:0 auto;justify-self:auto}`;

/**
 * Moves pop-overs into the visible part of the frame as they open.
 */
export const keepDialogsVisible = () => {
  const sheet = addSheet(document);
  if (!sheet) return;
  /** @type {Map<string, string>} */
  const rules = new Map();
  /** @param {string} id @param {string} [rule] */
  const place = (id, rule) => {
    if (rule) rules.set(id, rule);
    else rules.delete(id);
    sheet.replaceSync([...rules.values()].join(""));
  };
  const root = document.documentElement;
  /** @param {Element} dialog */
  const bringIntoView = (dialog) => {
    // Only an observer knows what a host on another site shows of its frame.
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      const page = entries.find(({ target }) => target === root);
      const opened = entries.find(({ target }) => target === dialog);
      if (!page?.isIntersecting || !opened || opened.intersectionRatio > VISIBLE) return;
      const start = page.boundingClientRect.top;
      const visible = { top: page.intersectionRect.top - start, bottom: page.intersectionRect.bottom - start };
      place(dialog.id, ruleOf(dialog.id, topInView(visible, opened.boundingClientRect.height, root.offsetHeight)));
    });
    observer.observe(root);
    observer.observe(dialog);
  };
  // `toggle` does not bubble, but it comes down.
  document.addEventListener(
    "toggle",
    ({ target, newState }) => {
      if (!(target instanceof Element) || !target.matches(".dialog")) return;
      if (newState === "open") bringIntoView(target);
      else place(target.id);
    },
    true,
  );
};
