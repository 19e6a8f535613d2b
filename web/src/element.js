// Defines <partnership-atlas>: a frame with the atlas that is as high as its content. docs/embed-api.md describes it.

import { frameAddress, frameUrl, isViewAttribute, OBSERVED_ATTRIBUTES } from "./attributes.js";
import {
  FRAME_MESSAGE_ERROR,
  FRAME_MESSAGE_READY,
  FRAME_MESSAGE_SELECT,
  FRAME_MESSAGE_SHOW,
  FRAME_MESSAGE_THEME,
  THEME_COLORS,
} from "./protocol.js";

/** The address of this script, which is only known while it runs. */
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;

/** The height before the page has sent its own, in CSS px. */
const DEFAULT_HEIGHT = "720";

/** The limits of a height that a frame may ask for, in CSS px. */
const [MIN_HEIGHT, MAX_HEIGHT] = [100, 30_000];

/**
 * Returns a text from a message, or `null`.
 * @param {unknown} value
 */
const textOrNull = (value) => (typeof value === "string" ? value : null);

class PartnershipAtlas extends HTMLElement {
  static observedAttributes = OBSERVED_ATTRIBUTES;

  /** @type {HTMLIFrameElement | undefined} */
  #frame;

  /** The query and the fragment that a loading frame has. */
  #address = "";

  /** @param {MessageEvent} event */
  #listener = (event) => this.#receive(event);

  connectedCallback() {
    addEventListener("message", this.#listener);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listener);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (!this.#frame || before === after) return;
    if (isViewAttribute(name)) this.#show();
    else this.#load();
  }

  /** @param {string} name */
  #get = (name) => this.getAttribute(name);

  #load() {
    const url = frameUrl(this.#get, { script, languages: LANGUAGES, base: document.baseURI });
    if (!url) return;
    // A new frame for each address: otherwise the host's back button would step through them.
    this.#frame?.remove();
    const frame = document.createElement("iframe");
    frame.title = this.#get("title") ?? "Partnership Atlas";
    frame.loading = "lazy";
    frame.allow = "clipboard-write; fullscreen";
    frame.height = this.#get("height") ?? DEFAULT_HEIGHT;
    frame.style.cssText = "display:block;width:100%;border:0";
    frame.src = url;
    this.#address = frameAddress(this.#get);
    this.#frame = frame;
    this.append(frame);
  }

  #show() {
    this.#send({ type: FRAME_MESSAGE_SHOW, address: frameAddress(this.#get) });
  }

  /** @param {unknown} message */
  #send(message) {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  /**
   * Whether a message comes from the page in the frame. The origin of a sandboxed frame is "null".
   * @param {MessageEvent} event
   */
  #isFromFrame({ source, origin }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow) return false;
    return origin === new URL(frame.src).origin || origin === "null";
  }

  /** @param {MessageEvent} event */
  #receive(event) {
    const { data } = event;
    if (!this.#isFromFrame(event) || data === null || typeof data !== "object") return;
    if (data.type === "embed-size") this.#resize(data.height);
    else if (data.type === FRAME_MESSAGE_READY) this.#becomeReady();
    else if (data.type === FRAME_MESSAGE_ERROR) this.#dispatch(FRAME_MESSAGE_ERROR);
    else if (data.type === FRAME_MESSAGE_SELECT) {
      this.#dispatch(FRAME_MESSAGE_SELECT, { place: textOrNull(data.place), area: textOrNull(data.area) });
    }
  }

  /** @param {unknown} height */
  #resize(height) {
    if (!this.#frame || !Number.isFinite(height) || this.hasAttribute("height")) return;
    this.#frame.height = String(Math.min(Math.max(Math.ceil(Number(height)), MIN_HEIGHT), MAX_HEIGHT));
  }

  #becomeReady() {
    this.#sendTheme();
    const address = frameAddress(this.#get);
    // The frame could not receive attributes that changed while it loaded.
    if (this.#address !== address) this.#show();
    this.#address = address;
    this.#dispatch(FRAME_MESSAGE_READY);
  }

  /** Sends the custom properties of the element: `--atlas-accent` and the other colours. */
  #sendTheme() {
    const style = getComputedStyle(this);
    const pairs = THEME_COLORS.map((name) => [name, style.getPropertyValue(`--atlas-${name}`).trim()]);
    const colours = pairs.filter(([, value]) => value);
    if (colours.length) this.#send({ type: FRAME_MESSAGE_THEME, colours: Object.fromEntries(colours) });
  }

  /**
   * Hides the fallback content, because the frame has answered, and dispatches an event of the element.
   * @param {string} type
   * @param {object} [detail]
   */
  #dispatch(type, detail) {
    for (const child of this.children) {
      if (child !== this.#frame) /** @type {HTMLElement} */ (child).hidden = true;
    }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

if (!customElements.get("partnership-atlas")) customElements.define("partnership-atlas", PartnershipAtlas);
