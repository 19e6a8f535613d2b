// The style of <partnership-atlas> and of its frame: no rule of the host may change the size of the frame.

import { THEME_COLORS } from "./protocol.js";
import { addSheet } from "./style_sheet.js";

/** The slot of the frame. It also tells the frame of the element from frames that the host put into it. */
export const FRAME_SLOT = "frame";

/**
 * What the frame must be, whatever the host's style sheet says of its frames. Declarations of an element that are important
 * win over every rule of the page.
 * @type {Record<string, string>}
 */
const FRAME = {
  display: "block",
  position: "static",
  float: "none",
  width: "100%",
  "min-width": "0",
  "max-width": "none",
  "min-height": "0",
  "max-height": "none",
  margin: "0",
  padding: "0",
  border: "0",
  "aspect-ratio": "auto",
};

/**
 * Sets what the frame must be.
 * @param {Pick<CSSStyleDeclaration, "setProperty">} style
 */
export const setFrameStyle = (style) => {
  for (const [name, value] of Object.entries(FRAME)) style.setProperty(name, value, "important");
};

/**
 * Sets the height of the frame.
 * @param {Pick<CSSStyleDeclaration, "setProperty">} style
 * @param {string} height in CSS px, or as CSS has it
 */
export const setFrameHeight = (style, height) => {
  style.setProperty("height", /^\d+(\.\d+)?$/.test(height) ? `${height}px` : height, "important");
};

/**
 * The style sheet of the element's shadow tree.
 *
 * `span` inherits the colours. A change of one starts a transition there, and its event tells the element. What changes is a property
 * that always has a value: Firefox starts no transition to or from a property without one.
 */
const SHEET = `
:host { display: block; box-sizing: border-box; inline-size: 100%; min-inline-size: 0 }
:host([hidden]), [hidden] { display: none }
span {
  display: block;
  ${THEME_COLORS.map((name) => `--seen-${name}: var(--atlas-${name}, none);`).join(" ")}
  transition: ${THEME_COLORS.map((name) => `--seen-${name} 1ms allow-discrete`).join()};
}
`;

/**
 * Adds the shadow tree of the element: the frame has a slot, and all other children, texts too, are the fallback.
 * @param {HTMLElement} element
 * @param {() => void} onColours runs after a change of a colour
 * @param {() => void} onFrame runs after a frame was put into the element or taken out of it
 * @returns {HTMLSlotElement} the slot of the fallback
 */
export const attachShadowTree = (element, onColours, onFrame) => {
  const shadow = element.attachShadow({ mode: "open" });
  const sheet = addSheet(shadow);
  if (sheet) sheet.replaceSync(SHEET);
  else shadow.append(Object.assign(document.createElement("style"), { textContent: SHEET }));
  const colours = document.createElement("span");
  colours.addEventListener("transitionrun", onColours);
  const [frame, fallback] = [document.createElement("slot"), document.createElement("slot")];
  frame.name = FRAME_SLOT;
  frame.addEventListener("slotchange", onFrame);
  shadow.append(colours, frame, fallback);
  return fallback;
};
