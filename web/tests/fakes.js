// Small stand-ins for the parts of a browser that the scripts use.

/**
 * Sets global names for one test.
 * @param {import("node:test").TestContext} context
 * @param {Record<string, unknown>} globals
 */
export const setGlobals = (context, globals) => {
  for (const [name, value] of Object.entries(globals)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    context.after(() => {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
};

/**
 * Keeps what a function was called with.
 * @returns {{ (...values: any[]): void, calls: any[][] }}
 */
export const recorder = () => {
  /** @type {any[][]} */
  const calls = [];
  return Object.assign((/** @type {any[]} */ ...values) => void calls.push(values), { calls });
};

/** A window to listen to: keeps its listeners and calls them. */
export class FakeWindow {
  /** @type {Map<string, ((event: any) => void)[]>} */
  listeners = new Map();

  /** @type {(type: string, listener: (event: any) => void) => void} */
  addEventListener = (type, listener) => {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  };

  /** @type {(type: string, listener: (event: any) => void) => void} */
  removeEventListener = (type, listener) => {
    this.listeners.set(
      type,
      (this.listeners.get(type) ?? []).filter((each) => each !== listener),
    );
  };

  /**
   * @param {string} type
   * @param {object} event
   */
  emit(type, event) {
    for (const listener of this.listeners.get(type) ?? []) listener(event);
  }
}

/** An element with attributes, enough for `closest` by a list of selectors that it matches. */
export class FakeElement {
  /** @type {Map<string, string>} */
  attributes = new Map();

  /**
   * @param {Record<string, string>} [attributes]
   * @param {string[]} [matched] selectors for which `closest` returns this element
   */
  constructor(attributes = {}, matched = []) {
    this.attributes = new Map(Object.entries(attributes));
    this.matched = matched;
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.attributes.has(name);
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.attributes.delete(name);
  }

  /** @param {string} selector */
  closest(selector) {
    return this.matched.includes(selector) ? this : null;
  }
}
