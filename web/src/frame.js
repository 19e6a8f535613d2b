// Exchanges messages with the window that embeds the page. docs/embed-api.md lists them all.

import { setUpFrameLinks } from "./frame_links.js";
import {
  ADDRESS_KEY_AREA,
  FRAME_MESSAGE_ADDRESS,
  FRAME_MESSAGE_ERROR,
  FRAME_MESSAGE_READY,
  FRAME_MESSAGE_SELECT,
  FRAME_MESSAGE_SHOW,
  FRAME_MESSAGE_THEME,
  THEME_COLORS,
} from "./protocol.js";
import { addSheet } from "./style_sheet.js";
import { keepDialogsVisible } from "./visible_dialogs.js";

/** The longest address that a host may show, in UTF-16 code units. */
const MAX_ADDRESS = 2000;

/** A base to resolve a query and a fragment that have no page. */
const NOWHERE = "https://atlas.invalid/";

/**
 * The size of the content in CSS px, rounded up.
 * @typedef {{ width: number, height: number }} Size
 */

/**
 * What the host put into the address: Pym.js a `childId`, WordPress a secret.
 * @typedef {{ childId?: string | null | undefined, secret?: string | undefined }} HostIds
 */

/**
 * Returns the secret that WordPress appends to the fragment.
 * @param {string} hash
 * @returns {string | undefined}
 */
export const secretOf = (hash) => /[?&]secret=(\w+)/.exec(hash)?.[1];

/**
 * Returns one height in every shape that the host understands.
 * @param {Size} size
 * @param {HostIds & { isResizer?: boolean }} host `isResizer` after a message from open-iframe-resizer
 * @returns {unknown[]}
 */
export const heightMessages = ({ width, height }, { childId, secret, isResizer }) => {
  /** @type {unknown[]} */
  const messages = [{ sentinel: "amp", type: "embed-size", height }];
  if (childId) messages.push(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
  if (secret) messages.push({ message: "height", value: height, secret });
  if (isResizer) messages.push({ type: "iframe-resized", width, height });
  return messages;
};

/**
 * Creates the functions that send the height.
 * @param {object} page
 * @param {() => Size} page.measure
 * @param {(message: unknown) => void} page.send
 * @param {(task: () => void) => void} page.schedule runs a task later
 * @param {HostIds} page.ids
 */
export const createHeightReporter = ({ measure, send, schedule, ids }) => {
  let isResizer = false;
  let isScheduled = false;
  /** @type {number | undefined} */
  let sentHeight;
  const report = () => {
    const size = measure();
    isScheduled = false;
    // In a hidden part of the host the frame has no width, so its height says nothing. It gets one when it is shown.
    if (size.width === 0) return;
    sentHeight = size.height;
    for (const message of heightMessages(size, { ...ids, isResizer })) send(message);
  };
  return {
    report,
    /** Sends the height if it differs from the last one. */
    reportChange: () => {
      if (measure().height !== sentHeight) report();
    },
    /**
     * Answers a request. Many requests before the answer get one answer.
     * @param {boolean} fromResizer whether open-iframe-resizer asks
     */
    answer: (fromResizer) => {
      isResizer ||= fromResizer;
      if (isScheduled) return;
      isScheduled = true;
      schedule(report);
    },
  };
};

/**
 * Whether a value has properties to read.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isObject = (value) => value === Object(value);

/**
 * Whether a value is a query and a fragment, each optional, and nothing else.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isAddress = (value) =>
  typeof value === "string" && value.length <= MAX_ADDRESS && /^(\?[^#]*)?(#.*)?$/.test(value);

/**
 * Returns the page's own address with another query and fragment.
 * @param {string} here
 * @param {string} address
 * @returns {string}
 */
export const addressOn = (here, address) => {
  const { search, hash } = new URL(address, NOWHERE);
  return Object.assign(new URL(here), { search, hash }).href;
};

/**
 * Returns the selection that an address holds.
 * @param {string} address a query and a fragment
 * @returns {{ place: string | null, area: string | null }}
 */
export const selectionOf = (address) => {
  const { hash, searchParams } = new URL(address, NOWHERE);
  // Another fragment is none of a state.
  return { place: /^#([A-Z]{3})$/.exec(hash)?.[1] ?? null, area: searchParams.get(ADDRESS_KEY_AREA) };
};

/**
 * Returns the style rule that sets the colours of a host.
 *
 * Only documented tokens are set. A value must look like a colour and the browser must accept it, so that no other
 * declaration gets in.
 * @param {unknown} colours
 * @param {(value: string) => boolean} isColour
 * @returns {string | undefined} nothing if the message holds no colours
 */
export const themeRule = (colours, isColour) => {
  if (!isObject(colours)) return undefined;
  const declarations = THEME_COLORS.map((name) => {
    const value = colours[name];
    const isSafe = typeof value === "string" && /^[\w#%.,()\s/-]{1,80}$/.test(value) && isColour(value);
    return isSafe ? `--${name}:${value};` : "";
  });
  return `:root:root{${declarations.join("")}}`;
};

/**
 * The reactions to messages of the host.
 * @typedef {object} Reactions
 * @property {(fromResizer: boolean) => void} answer
 * @property {(address: string) => void} show
 * @property {(colours: unknown) => void} applyTheme
 */

/**
 * Reacts to the data of a message. Data of an unknown shape is ignored.
 * @param {unknown} data
 * @param {string | undefined} secret the secret of this frame
 * @param {Reactions} reactions
 */
export const receive = (data, secret, { answer, show, applyTheme }) => {
  if (!isObject(data)) return;
  const { type } = data;
  const isAmp = type === "frames-init" && data.sentinel === "amp";
  const isWordPress = data.message === "ready" && data.secret === secret;
  const isResizer = type === "iframe-child-init";
  if (isAmp || isWordPress || isResizer) answer(isResizer);
  else if (type === FRAME_MESSAGE_SHOW && isAddress(data.address)) show(data.address);
  else if (type === FRAME_MESSAGE_THEME) applyTheme(data.colours);
};

/**
 * Returns the message for a value of `data-app`.
 * @param {string | undefined} app
 * @returns {{ type: string } | undefined} nothing while the module loads
 */
export const stateMessage = (app) => {
  if (app === "static") return undefined;
  return { type: app === "ready" ? FRAME_MESSAGE_READY : FRAME_MESSAGE_ERROR };
};

/**
 * Shows an address. The module reads it after the event, or when it starts.
 * @param {string} address
 */
const showAddress = (address) => {
  history.replaceState(null, "", addressOn(location.href, address));
  dispatchEvent(new PopStateEvent("popstate"));
};

/**
 * Returns the function that uses the colours of a host until it sends others.
 * @returns {(colours: unknown) => void}
 */
const createTheme = () => {
  // Not on paper: a dark host would print dark.
  const sheet = addSheet(document, { media: "screen" });
  return (colours) => {
    const rule = themeRule(colours, (value) => CSS.supports("color", value));
    if (rule !== undefined) sheet?.replaceSync(rule);
  };
};

/**
 * Measures the content. The frame's own height must not count, or it would never shrink.
 * @returns {Size}
 */
const measureContent = () => {
  const { width, height } = document.body.getBoundingClientRect();
  return { width: Math.ceil(width), height: Math.ceil(height) };
};

/**
 * Sends a message to the host. No message is secret, so every origin may read it.
 * @param {unknown} message
 */
const sendToHost = (message) => parent.postMessage(message, "*");

/**
 * Sends the height now, after each change, and on request.
 * @param {HostIds} ids
 */
const reportHeight = (ids) => {
  const reporter = createHeightReporter({ measure: measureContent, send: sendToHost, schedule: setTimeout, ids });
  new ResizeObserver(reporter.reportChange).observe(document.body);
  // WordPress hides the frame until it knows the height, and a hidden frame observes no size.
  reporter.report();
  return reporter;
};

/**
 * Sends whether the module is ready or has failed.
 * @param {HTMLElement} root
 */
const reportState = (root) => {
  const report = () => {
    const message = stateMessage(root.dataset.app);
    if (message) sendToHost(message);
  };
  new MutationObserver(report).observe(root, { attributeFilter: ["data-app"] });
  report();
};

/**
 * Returns the address in an event of the module.
 * @param {Event} event
 * @returns {string} a query and a fragment
 */
const addressIn = (event) => /** @type {CustomEvent<string>} */ (event).detail;

/**
 * Starts the exchange of messages, and what a page in a frame does otherwise.
 * @param {HTMLElement} root
 * @param {URL} opened the address at which the page was opened
 */
export const connectHost = (root, opened) => {
  root.dataset.framed = "";
  setUpFrameLinks();
  keepDialogsVisible();
  const ids = { childId: opened.searchParams.get("childId"), secret: secretOf(opened.hash) };
  const { answer } = reportHeight(ids);
  const applyTheme = createTheme();
  addEventListener("message", ({ source, data }) => {
    if (source === parent) receive(data, ids.secret, { answer, show: showAddress, applyTheme });
  });
  addEventListener(FRAME_MESSAGE_ADDRESS, (event) => {
    sendToHost({ type: FRAME_MESSAGE_ADDRESS, address: addressIn(event) });
  });
  addEventListener(FRAME_MESSAGE_SELECT, (event) => {
    sendToHost({ type: FRAME_MESSAGE_SELECT, ...selectionOf(addressIn(event)) });
  });
  reportState(root);
};
