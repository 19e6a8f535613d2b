// Defines <partnership-atlas>: a frame with the atlas that is as high as its content. docs/embed-api.md describes it.

import { frameUrl, isFrameAttribute, isViewAttribute, OBSERVED_ATTRIBUTES } from "./attributes.js";
import { observeBlockedFrames } from "./embedder_policy.js";
import { attachShadowTree, FRAME_SLOT, setFrameHeight, setFrameStyle } from "./frame_style.js";
import { ownScript } from "./own_script.js";
import {
  FRAME_MESSAGE_ADDRESS,
  FRAME_MESSAGE_ERROR,
  FRAME_MESSAGE_READY,
  FRAME_MESSAGE_SELECT,
  FRAME_MESSAGE_SHOW,
  FRAME_MESSAGE_THEME,
  THEME_COLORS,
} from "./protocol.js";

/** The address of this script. */
const script = ownScript(document);

/** The height before the page has sent its own, in CSS px. */
const DEFAULT_HEIGHT = "720";

/** The limits of a height that a frame may ask for, in CSS px. */
const [MIN_HEIGHT, MAX_HEIGHT] = [100, 30_000];

/** How often a frame that the host has removed is put back. */
const MAX_RESTORED = 5;

/** What the console says if there is no address for the frame. */
const NO_ADDRESS =
  "<partnership-atlas> does not know where the atlas is. Set its attribute `src` to the https address of the folder " +
  "`embed/`. The attribute can be left out where embed.js is loaded by a classic script, or by the only module script " +
  "of that name.";

/** The attributes that are properties as well. */
const PROPERTIES = OBSERVED_ATTRIBUTES.filter((name) => !(name in HTMLElement.prototype));

/**
 * Returns a text from a message, or `null`.
 * @param {unknown} value
 */
const textOrNull = (value) => (typeof value === "string" ? value : null);

class PartnershipAtlas extends HTMLElement {
  static observedAttributes = OBSERVED_ATTRIBUTES;

  /** @type {HTMLIFrameElement | undefined} */
  #frame;

  /** The address by attributes that the frame has heard of: by its own address, or by a message while it was ready. */
  #address = "";

  /**
   * The query and the fragment of what the reader chose since the host asked for something.
   * @type {string | undefined}
   */
  #chosen;

  /** Whether it is in the document. A browser tells of attributes before it tells of the connection. */
  #isActive = false;

  #isReady = false;

  /** The last height that the page sent. */
  #height = DEFAULT_HEIGHT;

  /** The colours that the frame has, as JSON. */
  #colours = "{}";

  /** Whether the host's page accepts only frames without credentials: <https://wicg.github.io/anonymous-iframe/>. */
  #isCredentialless = globalThis.crossOriginIsolated === true;

  /** @type {{ disconnect: () => void } | undefined} */
  #blocked;

  #fallback = attachShadowTree(
    this,
    () => this.#sendColours(),
    () => this.#restoreFrame(),
  );

  /** How often the frame was put back since it was ready. */
  #restored = 0;

  /** A hidden element hears of no colour. */
  #resizes = new ResizeObserver(() => this.#sendColours());

  /** @param {MessageEvent} event */
  #listener = (event) => this.#receive(event);

  connectedCallback() {
    this.#takeOverProperties();
    this.#isActive = true;
    addEventListener("message", this.#listener);
    this.#resizes.observe(this);
    this.#load();
    this.#blocked = observeBlockedFrames((url) => this.#loadWithoutCredentials(url));
  }

  disconnectedCallback() {
    this.#isActive = false;
    removeEventListener("message", this.#listener);
    this.#resizes.disconnect();
    this.#blocked?.disconnect();
    this.#removeFrames();
  }

  /** `moveBefore` moves the element with its frame, so nothing loads again. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (isViewAttribute(name) || name === "src") this.#chosen = undefined;
    if (!this.#isActive) return;
    if (isFrameAttribute(name)) this.#setTitleAndHeight();
    else if (isViewAttribute(name)) this.#show();
    else this.#load();
  }

  /** Properties that the host set before this script was there hide those of the class. */
  #takeOverProperties() {
    const properties = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name))) {
      const value = properties[name];
      delete properties[name];
      properties[name] = value;
    }
  }

  /** @param {string} [chosen] */
  #url = (chosen) =>
    frameUrl((name) => this.getAttribute(name), { script, languages: LANGUAGES, base: document.baseURI }, chosen);

  /** Returns the query and the fragment that the attributes ask for. */
  #addressOfAttributes() {
    const { search = "", hash = "" } = this.#url() ?? {};
    return search + hash;
  }

  /** Removes the frame, and the ones of an earlier life that came with the markup: of a cache, or of a clone. */
  #removeFrames() {
    for (const frame of this.querySelectorAll(`:scope > iframe[slot=${FRAME_SLOT}]`)) frame.remove();
    this.#frame = undefined;
    this.#isReady = false;
    this.#colours = "{}";
  }

  #load() {
    // A new frame for each address: otherwise the host's back button would step through them.
    this.#removeFrames();
    const url = this.#url(this.#chosen);
    if (!url) {
      console.error(NO_ADDRESS);
      return;
    }
    const frame = document.createElement("iframe");
    frame.slot = FRAME_SLOT;
    frame.loading = "lazy";
    frame.allow = "clipboard-write; fullscreen";
    frame.toggleAttribute("credentialless", this.#isCredentialless);
    frame.src = url.href;
    setFrameStyle(frame.style);
    this.#address = this.#addressOfAttributes();
    this.#frame = frame;
    this.#setTitleAndHeight();
    this.append(frame);
  }

  /** Puts the frame back after a script of the host has replaced all children of the element. */
  #restoreFrame() {
    if (!this.#isActive || !this.#frame || this.#frame.parentNode === this) return;
    // A script may remove every frame on purpose, as until the reader consents to them.
    if (this.#restored === MAX_RESTORED) this.#fallback.hidden = false;
    else {
      this.#restored += 1;
      this.#load();
    }
  }

  /** @param {string} blocked the address of a frame */
  #loadWithoutCredentials(blocked) {
    if (this.#isCredentialless || blocked !== this.#frame?.src.split("#")[0]) return;
    this.#isCredentialless = true;
    this.#load();
  }

  #setTitleAndHeight() {
    if (!this.#frame) return;
    this.#frame.title = this.getAttribute("title") || "Partnership Atlas";
    setFrameHeight(this.#frame.style, this.getAttribute("height") || this.#height);
  }

  /** Asks the frame to show what the attributes ask for. A frame that loads may not hear it, and is asked again later. */
  #show() {
    const address = this.#addressOfAttributes();
    this.#send({ type: FRAME_MESSAGE_SHOW, address });
    if (this.#isReady) this.#address = address;
  }

  /** @param {unknown} message */
  #send(message) {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  /**
   * Whether a message comes from the page in the frame. The origin of a sandboxed frame is "null". A site may lead from
   * http to https.
   * @param {MessageEvent} event
   */
  #isFromFrame({ source, origin }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow) return false;
    const { origin: own, host } = new URL(frame.src);
    return origin === own || origin === "null" || origin === `https://${host}`;
  }

  /** @param {MessageEvent} event */
  #receive(event) {
    const { data } = event;
    if (!this.#isFromFrame(event) || data === null || typeof data !== "object") return;
    if (data.type === "embed-size") this.#resize(data.height);
    else if (data.type === FRAME_MESSAGE_ADDRESS) this.#keepChoice(data.address);
    else if (data.type === FRAME_MESSAGE_READY) this.#becomeReady();
    else if (data.type === FRAME_MESSAGE_ERROR) this.#dispatch(FRAME_MESSAGE_ERROR);
    else if (data.type === FRAME_MESSAGE_SELECT) {
      this.#dispatch(FRAME_MESSAGE_SELECT, { place: textOrNull(data.place), area: textOrNull(data.area) });
    }
  }

  /** @param {unknown} address */
  #keepChoice(address) {
    // Until it is ready, the frame may not have heard of the attributes.
    if (this.#isReady && typeof address === "string") this.#chosen = address;
  }

  /** @param {unknown} height */
  #resize(height) {
    if (!Number.isFinite(height)) return;
    this.#height = String(Math.min(Math.max(Math.ceil(Number(height)), MIN_HEIGHT), MAX_HEIGHT));
    this.#setTitleAndHeight();
  }

  #becomeReady() {
    this.#isReady = true;
    this.#restored = 0;
    this.#sendColours();
    if (this.#address !== this.#addressOfAttributes()) this.#show();
    this.#dispatch(FRAME_MESSAGE_READY);
  }

  /** Sends the colours of the element, `--atlas-accent` and the others, if they differ from those of the frame. */
  #sendColours() {
    if (!this.#isReady) return;
    const style = getComputedStyle(this);
    const pairs = THEME_COLORS.map((name) => [name, style.getPropertyValue(`--atlas-${name}`).trim()]);
    const colours = Object.fromEntries(pairs.filter(([, value]) => value));
    const text = JSON.stringify(colours);
    if (text === this.#colours) return;
    this.#colours = text;
    this.#send({ type: FRAME_MESSAGE_THEME, colours });
  }

  /**
   * Hides the fallback, because the frame has answered, and dispatches an event of the element.
   * @param {string} type
   * @param {object} [detail]
   */
  #dispatch(type, detail) {
    this.#fallback.hidden = true;
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

// `title` and `lang` are properties of every element.
for (const name of PROPERTIES) {
  Object.defineProperty(PartnershipAtlas.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      return this.getAttribute(name);
    },
    /** @this {HTMLElement} @param {unknown} value */
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

if (!customElements.get("partnership-atlas")) customElements.define("partnership-atlas", PartnershipAtlas);
