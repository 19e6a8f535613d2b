// Starts the module, and sets `data-app="failed"` where it cannot start.

/**
 * The function that the glue of wasm-bindgen exports by default.
 * @typedef {(options: { module_or_path: Response | ArrayBuffer }) => Promise<unknown>} Init
 */

const WASM_TYPE = "application/wasm";

/**
 * Leaves the page as it is and makes the style sheet show its notice. A page that was ready may show a filter or a search,
 * so its notice is another one.
 * @param {{ dataset: DOMStringMap }} root
 */
export const fail = ({ dataset }) => {
  if (dataset.app === "ready") dataset.stale = "";
  dataset.app = "failed";
};

/**
 * Prepares a page that was saved while it was alive: its attributes say that it is ready, or that it has failed.
 * @param {{ dataset: DOMStringMap }} root
 */
export const startAnew = ({ dataset }) => {
  if (dataset.app === "ready") dataset.stale = "";
  delete dataset.framed;
  dataset.app = "static";
};

/**
 * Whether an event reports a trap of the module. Other errors may come from an extension.
 * @param {{ error?: unknown, reason?: unknown }} event
 * @returns {boolean}
 */
export const isTrap = ({ error, reason }) => (error ?? reason) instanceof WebAssembly.RuntimeError;

/**
 * Fails when the module traps, in an event or in a promise.
 * @param {HTMLElement} root
 */
export const failOnTrap = (root) => {
  for (const type of ["error", "unhandledrejection"]) {
    addEventListener(type, (event) => {
      if (isTrap(/** @type {ErrorEvent & PromiseRejectionEvent} */ (event))) fail(root);
    });
  }
};

/**
 * Fails if nothing has answered in time. A module that answers later still sets `data-app="ready"`.
 * @param {{ dataset: DOMStringMap }} root `data-load-timeout` is in seconds
 * @param {(task: () => void, milliseconds: number) => void} schedule
 */
export const limitLoadTime = (root, schedule) => {
  schedule(
    () => {
      if (root.dataset.app === "static") fail(root);
    },
    1000 * Number(root.dataset.loadTimeout),
  );
};

/**
 * Returns what the glue can instantiate.
 *
 * Some hosts do not know the type of a module. The glue would print a warning, so it gets the bytes instead.
 * @param {Response} response
 * @returns {Promise<Response | ArrayBuffer>}
 */
export const moduleInput = async (response) => {
  const canStream = response.headers.get("Content-Type") === WASM_TYPE;
  // The glue names the status of a failed response in its error.
  return canStream || !response.ok ? response : response.arrayBuffer();
};

/**
 * Unpacks the module that the single-file edition contains.
 * @param {string} text gzip in base64
 * @returns {Response}
 */
export const unpackModule = (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": WASM_TYPE } });
};

/**
 * Waits for the first paint: a slow processor must not start the module before it draws the content.
 *
 * A frame that is not visible is never painted, so there is a limit.
 * @returns {Promise<void>}
 */
const firstPaint = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 300);
  });

/**
 * Adds an element to the head.
 * @param {"link" | "script"} name
 * @param {object} properties
 */
const addToHead = (name, properties) => {
  document.head.append(Object.assign(document.createElement(name), properties));
};

/**
 * Returns the address of a file that the root element names.
 * @param {DOMStringMap} dataset
 * @param {string} name
 */
const fileUrl = (dataset, name) => new URL(dataset[name] ?? "", document.baseURI).href;

/**
 * Imports a script that the root element names, with its integrity: a browser refuses a module script without the right
 * one, and `import` reuses the script.
 * @param {DOMStringMap} dataset
 * @param {string} name
 */
const importVerified = async (dataset, name) => {
  const [src, integrity] = [fileUrl(dataset, name), dataset[`${name}Integrity`] ?? ""];
  await new Promise((resolve, reject) => {
    addToHead("script", { type: "module", src, integrity, onload: resolve, onerror: reject });
  });
  return import(src);
};

/**
 * Starts the module from the files that the root element names.
 *
 * The module is most of a first visit, so it is requested at once. The small files wait for the paint.
 * @param {HTMLElement} root
 * @param {Promise<unknown>} loaded resolves once the page has loaded
 */
export const startHosted = async ({ dataset }, loaded) => {
  const wasm = fetch(fileUrl(dataset, "wasm"), { integrity: dataset.wasmIntegrity ?? "" });
  // The failure is handled below; until then the browser would report it as unhandled.
  wasm.catch(() => {});
  await loaded;
  await firstPaint();
  // The module fetches the report itself and checks its integrity. This starts the download earlier.
  addToHead("link", { rel: "preload", as: "fetch", crossOrigin: "", href: fileUrl(dataset, "report") });
  /** @type {{ default: Init }} */
  const { default: init } = await importVerified(dataset, "glue");
  await init({ module_or_path: await moduleInput(await wasm) });
};

/**
 * Loads what draws and saves the picture of the map.
 * @param {HTMLElement} root
 * @returns {Promise<import("./picture_buttons.js").Pictures>}
 */
export const loadPictures = ({ dataset }) => importVerified(dataset, "pictures");

/**
 * Starts the module that the page contains.
 * @param {Init} init
 * @param {Promise<unknown>} loaded resolves once the page has loaded
 */
export const startContained = async (init, loaded) => {
  await loaded;
  await firstPaint();
  const text = document.getElementById("ATLAS-wasm")?.textContent ?? "";
  await init({ module_or_path: unpackModule(text) });
};
