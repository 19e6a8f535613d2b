// The entry of the hosted page: prepares it and loads its module.

import { preparePage } from "./prepare.js";
import { loadPictures, startHosted } from "./start.js";

preparePage(startHosted, loadPictures);
