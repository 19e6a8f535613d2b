// The page in the preview of the studio: loads the module that draws it.

import { load } from "./page_module.js";
import { defineNotice } from "./notice.js";

// The style sheet knows by this element that there is a script. Without one there is none of it: a frame that has had it loads again
// (`src/bin/page/preview.rs`).
addEventListener("atlas:alive", defineNotice, { once: true });
try {
  await /** @type {{ start_preview: () => Promise<void> }} */ (await load()).start_preview();
} catch (error) {
  // `studio::browser::frame` has the same word.
  parent.postMessage("failed", location.origin);
  throw error;
}
