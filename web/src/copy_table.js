// Copies the table of facts as a table: one row for each fact, one cell for each column, whatever its layout.
//
// A browser copies what it lays out. A cell with two lines would become two rows of a spreadsheet, and on a narrow screen
// the table is no table at all.

/** The table whose rows are facts. */
const TABLE = ".facts__table";

/**
 * Returns the text of a cell in one line. Words of blocks are separated. What is not displayed is left out, but a folded
 * part is in.
 * @param {Node} node
 * @returns {string}
 */
export const textOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  if (!(node instanceof Element)) return "";
  const { display } = getComputedStyle(node);
  if (display === "none") return "";
  const text = [...node.childNodes].map(textOf).join("");
  return /^(inline|contents)/.test(display) ? text : ` ${text} `;
};

/**
 * A cell of a table to copy.
 * @typedef {{ name: "td" | "th", text: string }} Cell
 */

/**
 * Returns rows as the two forms that a clipboard holds.
 * @param {readonly (readonly Cell[])[]} rows
 * @returns {{ html: string, plain: string }}
 */
export const tableText = (rows) => {
  /** @param {string} text */
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  /** @param {Cell} cell */
  const element = ({ name, text }) => `<${name}>${escape(text)}</${name}>`;
  return {
    html: `<table>${rows.map((row) => `<tr>${row.map(element).join("")}</tr>`).join("")}</table>`,
    plain: rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n"),
  };
};

/**
 * Returns whether a selection ends with the table: nothing but blanks and buttons is selected before and after it.
 * @param {Range} range
 * @param {Element} table
 * @returns {boolean}
 */
const isOfTable = (range, table) => {
  const [before, after] = [range.cloneRange(), range.cloneRange()];
  if (!table.contains(range.startContainer)) before.setEndBefore(table);
  else before.collapse(true);
  if (!table.contains(range.endContainer)) after.setStartAfter(table);
  else after.collapse();
  return [before, after].every((rest) => {
    const content = rest.cloneContents();
    for (const button of content.querySelectorAll("button")) button.remove();
    return !content.textContent?.trim();
  });
};

/**
 * Returns the rows of a table that a selection touches, each with all of its cells.
 * @param {Selection} selection
 * @param {Element} table
 * @returns {Cell[][]}
 */
const selectedRows = (selection, table) => {
  const rows = [...table.querySelectorAll("tr")].filter((row) => selection.containsNode(row, true));
  return rows.map((row) =>
    [...row.children].map((cell) => ({
      name: cell.localName === "th" ? "th" : "td",
      text: [...cell.childNodes].map(textOf).join("").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim(),
    })),
  );
};

/**
 * Puts the selected rows onto the clipboard. A selection within one row, or beyond the table, is the browser's.
 * @param {ClipboardEvent} event
 */
export const copyTable = (event) => {
  const selection = getSelection();
  const table = document.querySelector(TABLE);
  if (!selection?.rangeCount || !table || !event.clipboardData) return;
  const rows = selectedRows(selection, table);
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  if (rows.length < 2 || !ranges.every((range) => isOfTable(range, table))) return;
  const { html, plain } = tableText(rows);
  event.clipboardData.setData("text/html", html);
  event.clipboardData.setData("text/plain", plain);
  event.preventDefault();
};
