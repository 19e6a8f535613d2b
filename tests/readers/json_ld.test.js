// The description for search engines has schema.org's own terms: schema-dts, which is made from the vocabulary.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { dist, languages } from "./built.js";

const here = import.meta.dirname;

/** Returns the description in a page. */
const description = (language) => {
  const page = readFileSync(join(dist, language, "index.html"), "utf8");
  const [, json] = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? [];
  assert.ok(json, `${language} describes nothing`);
  return JSON.parse(json);
};

/** Returns what the compiler says of descriptions. */
const compiled = (descriptions) => {
  // Beside the packages, so that the compiler finds them.
  const folder = mkdtempSync(join(here, ".check-"));
  try {
    const file = join(folder, "check.ts");
    const lines = descriptions.map((each) => `dataset(${JSON.stringify(each)});`);
    writeFileSync(file, `import type { Dataset, WithContext } from "schema-dts";\nconst dataset = (_: WithContext<Dataset>) => {};\n${lines.join("\n")}\n`);
    const options = ["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext", "--ignoreConfig"];
    execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), ...options, file], { encoding: "utf8" });
    return "";
  } catch (error) {
    return error.stdout || String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test("every term is schema.org's", () => {
  assert.equal(compiled(languages.map(description)), "");
});

test("a term that schema.org does not have is found", () => {
  assert.match(compiled([{ ...description("en"), basedUpon: "x" }]), /basedUpon/);
});
