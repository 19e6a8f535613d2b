// Opens disclosures on paper, in browsers whose style sheets cannot do it.

/** What a style sheet needs to show the content of a closed disclosure. */
const STYLE_CAN_OPEN = "selector(::details-content)";

/** Opens every disclosure before the page is printed, and closes those again that were closed. */
export const openDisclosuresForPrint = () => {
  if (CSS.supports(STYLE_CAN_OPEN)) return;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
};
