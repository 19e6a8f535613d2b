// The page in the preview of the studio, whose module draws it.

import { openDisclosures } from "./disclosures.js";
import { defineNotice } from "./notice.js";

defineNotice();
addEventListener("load", () => openDisclosures(document.documentElement));
