// What the page does before its module is there, and in a frame: the host's wishes, the height, the start.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  // The wishes of whoever links to the page or embeds it; the sheet reads them from the root element.
  const WISHES = { theme: ["light", "dark"], view: ["map", "cards", "table"], chrome: ["0"] };
  for (const [wish, values] of Object.entries(WISHES)) {
    const value = query.get(wish);
    if (values.includes(value)) root.dataset[wish] = value;
  }

  // The same view in another language: everything of the address but the wish for one.
  const inLanguage = (address) => {
    const rest = new URLSearchParams(location.search);
    rest.delete("lang");
    return Object.assign(new URL(address, location.href), { search: rest, hash: location.hash });
  };

  // A host may wish for a language, a browser only has one offered; the links to them all work without this.
  const { edition, home, languages } = root.dataset;
  const wished = query.get("lang");
  if (wished !== root.lang && languages.split(" ").includes(wished) && location.protocol !== "file:") {
    location.replace(inLanguage(`${home}${wished}/${edition ? "embed/" : ""}`));
    return;
  }

  // Nothing that is told is secret, so whoever embeds the page may hear it.
  const tell = (message) => parent.postMessage(message, "*");

  const talk = () => {
    root.dataset.framed = "";
    const child = query.get("childId");
    const secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1];
    let resizer = false;
    let told;
    let waiting;

    // Once for each change, in every shape that hosts understand (docs/embedding.md has the table).
    const tellHeight = () => {
      waiting = undefined;
      const box = document.body.getBoundingClientRect();
      const height = Math.ceil(box.height);
      told = height;
      tell({ sentinel: "amp", type: "embed-size", height });
      if (child) tell(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
      if (secret) tell({ message: "height", value: height, secret });
      if (resizer) tell({ type: "iframe-resized", width: Math.ceil(box.width), height });
    };
    // However often a host asks, one answer.
    const answer = () => {
      waiting ??= setTimeout(tellHeight);
    };
    new ResizeObserver(() => {
      if (Math.ceil(document.body.getBoundingClientRect().height) !== told) tellHeight();
    }).observe(document.body);
    // A frame that its host hides until it has told its height, as WordPress does, is not drawn and observes nothing.
    tellHeight();

    const show = (address) => {
      if (typeof address !== "string" || address.length > 2000 || !/^(\?[^#]*)?(#.*)?$/.test(address)) return;
      history.replaceState(null, "", location.pathname + address);
      dispatchEvent(new PopStateEvent("popstate"));
    };

    // Colours alone, and of the tokens only these.
    const paint = (colours) => {
      if (colours === null || typeof colours !== "object") return;
      const isColour = (value) => typeof value === "string" && /^[\w#%.,()\s/-]{1,80}$/.test(value) && CSS.supports("color", value);
      const rules = ["accent", "ink", "paper", "selection", "surface"]
        .filter((name) => isColour(colours[name]))
        .map((name) => `--${name}:${colours[name]};`);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root:root{${rules.join("")}}`);
      document.adoptedStyleSheets = [sheet];
    };

    addEventListener("message", ({ source, data }) => {
      if (source !== parent || data === null || typeof data !== "object") return;
      const asks = (data.type === "frames-init" && data.sentinel === "amp") || (data.message === "ready" && data.secret === secret);
      if (asks) answer();
      else if (data.type === "iframe-child-init") {
        resizer = true;
        answer();
      } else if (data.type === "atlas:show") show(data.address);
      else if (data.type === "atlas:theme") paint(data.colours);
    });

    addEventListener("atlas:address", ({ detail }) => {
      const { hash, search } = new URL(detail, "https://atlas.invalid/");
      tell({ type: "atlas:select", place: hash.slice(1) || null, area: new URLSearchParams(search).get("area") });
    });
    new MutationObserver(() => {
      const { app } = root.dataset;
      if (app !== "static") tell({ type: app === "ready" ? "atlas:ready" : "atlas:error" });
    }).observe(root, { attributeFilter: ["data-app"] });
  };

  const offerLanguages = () => {
    const shelf = document.querySelector(".languages");
    if (!shelf) return;
    // What browsers still call Filipino and Indonesian; whoever reads traditional characters is not offered the others.
    const base = (tag) => tag.replace(/^tl\b/, "fil").replace(/^in\b/, "id").replace(/^zh-(TW|HK|MO|Hant).*/, "").split("-")[0];
    const links = [...shelf.querySelectorAll("a")];
    const own = navigator.languages.map((tag) => links.find(({ hreflang }) => base(hreflang) === base(tag))).find(Boolean);
    if (own && own.hreflang !== root.lang) shelf.append(own.cloneNode(true));
    const keep = ({ target }) => {
      const link = target.closest("a");
      if (link) link.href = inLanguage(link.href);
    };
    // The list is a leaf to be put away like any other; the selection behind it is not what Escape means then.
    shelf.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !shelf.querySelector("details").open) return;
      event.preventDefault();
      shelf.querySelector("details").open = false;
      shelf.querySelector("summary").focus();
    });
    // However a link is used: a key clicks it, a menu that copies it opens on a press.
    for (const use of ["click", "pointerdown"]) shelf.addEventListener(use, keep);
  };

  const fail = () => {
    root.dataset.app = "failed";
  };

  // Whatever the module cannot go on from is an error of its own, at once or in a promise.
  const listen = ({ error, reason }) => (error ?? reason) instanceof WebAssembly.RuntimeError && fail();
  for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, listen);

  const here = (name) => new URL(root.dataset[name], document.baseURI);

  const add = (name, what) => document.head.append(Object.assign(document.createElement(name), what));

  // A module script is refused where its integrity does not hold; what is imported afterwards is the same module.
  const verified = (address, integrity) =>
    new Promise((resolve, reject) => {
      add("script", { type: "module", src: address, integrity, onload: resolve, onerror: reject });
    });

  // The single file carries its module: gzip in base64.
  const unpacked = (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream);
  };

  // The content comes first, and the machine may have little besides. Where nothing is painted, in a frame that is not shown yet,
  // that is not waited for.
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 300);
    });

  const start = async () => {
    await painted();
    const packed = document.getElementById("atlas-wasm");
    if (packed) {
      // `cargo xtask prerender` has put the glue before this script, and its start under this name.
      await atlasStart(unpacked(packed.textContent));
      return;
    }
    const wasm = fetch(here("wasm"), { integrity: root.dataset.wasmIntegrity });
    // It is waited for below; until then nobody shall call its failure unhandled.
    wasm.catch(() => {});
    // The module asks for the facts itself, and for their integrity; then they are on their way already.
    add("link", { rel: "preload", as: "fetch", crossOrigin: "", href: here("facts") });
    await verified(here("glue"), root.dataset.glueIntegrity);
    const glue = await import(here("glue"));
    await glue.default(wasm);
  };

  // What never answers is told as well; should it come later, the page comes alive all the same.
  setTimeout(() => {
    if (root.dataset.app === "static") fail();
  }, 1000 * root.dataset.patience);

  const begin = () => {
    if (parent !== window) talk();
    offerLanguages();
    start().catch(fail);
  };
  // The page does not wait for this script: the state that a link leads to is shown when the page is read to its end, and what it
  // defers is a part of that. This script waits for the page and its sheet: whoever asks for a height before the sheet is there
  // keeps Firefox from showing that state.
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
})();
