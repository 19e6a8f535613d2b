// Opens disclosures on a wide page and on paper, in browsers whose style sheets cannot do it.

/** What a style sheet needs to show the content of a closed disclosure. Firefox has it from version 143. */
const STYLE_CAN_OPEN = "selector(::details-content)";

/** A page this wide has room for the content: the 51.25rem of `disclosure.css` and the margins of the page. */
const WIDE = "(min-width: 54.75em)";

/** @returns {HTMLDetailsElement[]} the disclosures that are closed */
const closed = () =>
  [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".disclosure"))].filter(
    (details) => !details.open,
  );

/**
 * Opens the disclosures of a wide page and of `?view=table` now, and all of them before the page is printed. After
 * printing, those that were closed are closed again.
 * @param {{ dataset: DOMStringMap }} root
 */
export const openDisclosures = ({ dataset }) => {
  if (CSS.supports(STYLE_CAN_OPEN)) return;
  if (matchMedia(WIDE).matches || dataset.view === "table") for (const details of closed()) details.open = true;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = closed();
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
};
