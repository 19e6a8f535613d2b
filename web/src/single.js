// The entry of the single-file edition: the module and its glue are inside the file.

import init from "atlas-glue";
import { preparePage } from "./prepare.js";
import { savePicture } from "./save_picture.js";
import { startContained } from "./start.js";

preparePage(
  (_root, loaded) => startContained(init, loaded),
  async () => ({ savePicture }),
);
