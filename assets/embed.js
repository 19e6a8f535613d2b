// <partnership-atlas>: the atlas in a page of yours, in a frame as high as what it shows. docs/embedding.md tells all.
(() => {
  const home = document.currentScript?.src;
  // `cargo xtask prerender` writes here which languages there are; a frame in one of them needs no detour.
  const LANGUAGES = [];
  // What the address of the frame says; the frame is loaded anew when one of the first changes.
  const WISHES = ["lang", "theme", "view", "chrome"];
  const CHOICES = ["area", "status", "fact", "clock"];
  const COLOURS = ["accent", "ink", "paper", "selection", "surface"];

  class PartnershipAtlas extends HTMLElement {
    static observedAttributes = ["src", "height", "place", ...WISHES, ...CHOICES];

    #frame;
    #listener = (event) => this.#hear(event);

    connectedCallback() {
      addEventListener("message", this.#listener);
      this.#load();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listener);
      this.#frame?.remove();
      this.#frame = undefined;
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#frame || before === after) return;
      if (name === "place" || CHOICES.includes(name)) this.#tell({ type: "atlas:show", address: this.#address() });
      else this.#load();
    }

    /** Query and fragment that hold what the attributes say. */
    #address() {
      const query = new URLSearchParams();
      for (const name of [...WISHES, ...CHOICES]) {
        if (this.hasAttribute(name)) query.set(name, this.getAttribute(name));
      }
      const [words, place] = [query.toString(), this.getAttribute("place")];
      return `${words && `?${words}`}${place ? `#${place}` : ""}`;
    }

    #load() {
      const lang = LANGUAGES.find((known) => known === this.getAttribute("lang"));
      const base = this.getAttribute("src") ?? (home && new URL(lang ? `${lang}/embed/` : "embed/", home).href);
      if (!base) return;
      const url = new URL(this.#address() || "", new URL(base, document.baseURI));
      // A frame of its own for each load, so that the host's back button never leads into it.
      this.#frame?.remove();
      const frame = document.createElement("iframe");
      frame.title = this.getAttribute("title") ?? "Partnership Atlas";
      frame.loading = "lazy";
      frame.allow = "clipboard-write; fullscreen";
      frame.height = this.getAttribute("height") ?? 720;
      frame.style.cssText = "display:block;width:100%;border:0";
      frame.src = url.href;
      this.#frame = frame;
      this.append(frame);
    }

    #tell(message) {
      this.#frame?.contentWindow?.postMessage(message, "*");
    }

    #hear({ source, origin, data }) {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || data === null || typeof data !== "object") return;
      // A sandboxed frame has no origin but "null".
      if (origin !== new URL(frame.src).origin && origin !== "null") return;
      if (data.type === "embed-size" && Number.isFinite(data.height) && !this.hasAttribute("height")) {
        frame.height = Math.min(Math.max(Math.ceil(data.height), 100), 30000);
      } else if (data.type === "atlas:ready") {
        this.#paint();
        this.#say("atlas:ready");
      } else if (data.type === "atlas:error") this.#say("atlas:error");
      else if (data.type === "atlas:select") this.#say("atlas:select", { place: data.place, area: data.area });
    }

    /** The host's colours, as custom properties of the element: --atlas-accent and its kin. */
    #paint() {
      const style = getComputedStyle(this);
      const set = COLOURS.map((name) => [name, style.getPropertyValue(`--atlas-${name}`).trim()]);
      const colours = Object.fromEntries(set.filter(([, value]) => value));
      if (Object.keys(colours).length) this.#tell({ type: "atlas:theme", colours });
    }

    #say(type, detail) {
      for (const child of this.children) if (child !== this.#frame) child.hidden = true;
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    }
  }

  customElements.get("partnership-atlas") ?? customElements.define("partnership-atlas", PartnershipAtlas);
})();
