// The element of the notice.

/**
 * Defines the element of the notice. The style sheet asks for it: in a saved copy without its scripts it is not defined.
 *
 * A web archive leaves out what is `hidden`. The style sheet keeps the notice out of sight all the same.
 */
export const defineNotice = () => {
  const Notice = class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
    }
  };
  customElements.define("atlas-notice", Notice);
};
