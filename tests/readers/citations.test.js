// Reference managers read the references: citation-js, which reads all three formats.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

import { languages, read, report } from "./built.js";

const formats = [
  { ending: "csl.json", forceType: "@csl/list+object" },
  { ending: "bib", forceType: "@bibtex/text" },
  { ending: "ris", forceType: "@ris/file" },
];

for (const language of languages) {
  for (const { ending, forceType } of formats) {
    test(`${language}: .${ending} has the report, the atlas and each fact`, () => {
      const text = read(language, ending);
      const input = ending === "csl.json" ? JSON.parse(text) : text;
      const items = new Cite(input, { forceType }).data;
      assert.equal(items.length, 2 + report.facts.length);
      const [source, atlas, ...facts] = items;
      assert.equal(source.title, report.sources[0].title);
      assert.deepEqual(source.issued["date-parts"][0].map(Number), [2023, 6, 8]);
      assert.equal(source.URL, report.sources[0].url);
      const author = source.author[0];
      assert.ok(author.literal ?? author.family, JSON.stringify(author));
      assert.equal(author.given, undefined, "an organisation is no person");
      assert.ok(atlas.title);
      assert.ok(facts.every(({ title }) => title));
      if (language === "en") {
        assert.equal(atlas.title, report.atlas.title);
        assert.deepEqual(facts.map(({ title }) => title), report.facts.map(({ title }) => title));
        assert.ok(facts.every((fact) => fact["container-title"] === report.atlas.title));
      }
    });
  }
}

test("a reference is written in a style", () => {
  const text = new Cite(JSON.parse(read("en", "csl.json"))).format("bibliography", { template: "apa" });
  assert.match(text, /Radio Pakistan\. \(2023, June 8\)/);
});
