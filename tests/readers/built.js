// The built page, as its files.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the built page. */
export const dist = process.env.ATLAS_DIST ?? "dist";

/** The languages that are looked at: the report's own, one from right to left, one without spaces. */
export const languages = ["en", "ur", "km"];

/**
 * Reads a file to take.
 * @param {string} language its tag
 * @param {string} ending `csl.json`
 */
export const read = (language, ending) => {
  const folder = join(dist, language, "data");
  // A compressed copy may stand beside it.
  const name = readdirSync(folder).find((each) => each.endsWith(`2023.${ending}`));
  if (!name) throw new Error(`there is no .${ending} in ${folder}`);
  return readFileSync(join(folder, name), "utf8");
};

/** The report in English. */
export const report = JSON.parse(read("en", "json"));
