// The entry of the single-file edition: the module and its glue are inside the file.

import init from "atlas-glue";
import { preparePage } from "./prepare.js";
import { startContained } from "./start.js";

preparePage(() => startContained(init));
