import assert from "node:assert/strict";
import { test } from "node:test";

import { pieces, wrap } from "../src/text_lines.js";
import { setGlobals } from "./fakes.js";

/** The width of a text in letters; marks have none. */
const letters = (/** @type {string} */ text) => [...text.replace(/\p{M}/gu, "")].length;

test("lines end after spaces and are not wider than allowed", () => {
  const lines = wrap("Boundaries and names do not imply any opinion.", "en", 14, letters);
  assert.deepEqual(lines, ["Boundaries and", "names do not", "imply any", "opinion."]);
});

test("a line may end between words of scripts without spaces", () => {
  const texts = {
    km: "ព្រំដែននិងឈ្មោះដែលបង្ហាញ",
    lo: "ເຂດແດນແລະຊື່ທີ່ສະແດງ",
    my: "ဖော်ပြထားသောနယ်နိမိတ်များ",
    th: "เขตแดนและชื่อที่แสดง",
    "zh-Hans": "所示边界和名称不意味着任何意见",
  };
  for (const [language, text] of Object.entries(texts)) {
    const found = pieces(text, language);
    assert(found.length > 2, language);
    assert.equal(found.join(""), text);
    const lines = wrap(text, language, 8, letters);
    assert(lines.length > 1 && lines.every((line) => letters(line) <= 8), language);
  }
});

test("punctuation, brackets and no-break spaces do not leave their word", () => {
  assert.deepEqual(pieces("(ASEAN), “8\xa0June”.", "en").filter(Boolean), ["(ASEAN), ", "“8\xa0June”."]);
  assert.deepEqual(pieces("会议，“东盟”", "zh-Hans").filter(Boolean), ["会议，“东", "盟”"]);
});

test("an address is broken after its signs, which stay on the right of their line", () => {
  const lines = wrap("https://example.org/atlas/a-name/", "ur", 22, letters);
  assert.deepEqual(lines, ["https://example.org/\u200e", "atlas/a-name/"]);
});

test("a word wider than a line is broken between letters with their marks", () => {
  assert.deepEqual(wrap("இஸ்லாமாபாத்", "ta", 4, letters), ["இஸ்லாமா", "பாத்"]);
});

test("without the segmenter lines end after spaces", (context) => {
  setGlobals(context, { Intl: {} });
  assert.deepEqual(wrap("one two three", "en", 8, letters), ["one two", "three"]);
});

test("an empty text has no lines", () => {
  assert.deepEqual(wrap("", "en", 8, letters), []);
});
