// An annotation tool reads the quotes: Recogito's own parser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { languages, read, report } from "./built.js";

// The library is made for a page, and looks for one while it loads.
globalThis.window ??= globalThis;
const { parseW3CTextAnnotation } = await import("@recogito/text-annotator");

for (const language of languages) {
  test(`${language}: every quote is an annotation that Recogito reads`, () => {
    const annotations = JSON.parse(read(language, "annotations.json"));
    const quotes = report.facts.flatMap((fact) => fact.quotes);
    assert.equal(annotations.length, quotes.length);
    annotations.forEach((annotation, index) => {
      const { parsed, error } = parseW3CTextAnnotation(annotation);
      assert.equal(error, undefined);
      const [selector] = parsed.target.selector;
      assert.equal(selector.quote, quotes[index].exact);
      assert.equal(selector.start, quotes[index].start);
      assert.equal(selector.end - selector.start, [...quotes[index].exact].length);
      assert.ok(parsed.bodies[0].value);
    });
  });
}
