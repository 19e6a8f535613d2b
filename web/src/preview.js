// The page in the preview of the studio: loads the module that draws it.

import { load } from "./page_module.js";
import { defineNotice } from "./notice.js";

defineNotice();
try {
  await /** @type {{ start_preview: () => Promise<void> }} */ (await load()).start_preview();
} catch (error) {
  // `studio::browser::frame` has the same word.
  parent.postMessage("failed", location.origin);
  throw error;
}
