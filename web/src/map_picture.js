// Draws the map as a picture of its own: as it is seen, with the title, the legend, the source and the note on boundaries.
//
// The picture is written as text, shape by shape. So it contains no part of the page but those named here, and the policy
// of the page, which forbids style attributes, does not matter.

import { wrap } from "./text_lines.js";

/** The attributes that are copied: where a shape is, how a pattern repeats, and the identifiers of both. */
const COPIED = /^(d|[xyr]|[cdr][xy]|id|width|height|pattern.+)$/;

/** Properties that say how a shape looks, beside its paint. Each is inherited, and is also an attribute of SVG. */
const LOOKS = [
  "direction",
  "font-family",
  "font-size",
  "font-weight",
  "paint-order",
  "stroke-linecap",
  "stroke-linejoin",
  "text-anchor",
];

/** The space around the picture, in units of the map. */
const MARGIN = 32;

/** The legend: the size of a colour and of the letters, and where the columns of meanings and of states start. */
const [SWATCH, MEANING, STATES] = [16, 28, 380];

/** @param {number} number */
const round = (number) => Number(number.toFixed(3));

/**
 * Returns text as XML. XML has no form for control characters.
 * @param {string} text
 */
const escape = (text) => text.replace(/[\0-\x1f]/g, " ").replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Returns the start of an element as XML.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
export const tag = (name, attributes) => {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escape(value)}"`,
  );
  return `<${name}${pairs.join("")}>`;
};

/**
 * Returns the text of an element in one line. No-break spaces stay.
 * @param {Element} element
 */
const textOf = ({ textContent }) => (textContent ?? "").replace(/[\t-\r ]+/g, " ").trim();

/**
 * Returns the attributes of an element that a picture takes over.
 * @param {{ attributes: Iterable<{ name: string, value: string }> }} element
 * @returns {Record<string, string>}
 */
export const copiedAttributes = ({ attributes }) =>
  Object.fromEntries([...attributes].flatMap(({ name, value }) => (COPIED.test(name) ? [[name, value]] : [])));

/**
 * Returns whether nothing of an element is seen. The areas that only catch a pointer have no paint.
 * @param {Pick<CSSStyleDeclaration, "display" | "fill" | "opacity" | "stroke" | "visibility">} style
 */
export const isUnseen = ({ display, fill, opacity, stroke, visibility }) =>
  display === "none" ||
  visibility !== "visible" ||
  opacity === "0" ||
  [fill, stroke].every((paint) => /^none$|^rgba.*, 0\)$/.test(paint));

/**
 * Returns the pattern of a paint: browsers write `url("#id")`, some with the address of the page.
 * @param {string} paint
 */
const patternOf = (paint) => /#([\w-]+)/.exec(paint)?.[1];

/**
 * Returns the attributes for a paint. A colour of SVG 1.1 has no alpha.
 * @param {"fill" | "stroke"} name
 * @param {string} paint the computed value
 * @param {string} opacity the computed value of `fill-opacity` or `stroke-opacity`
 */
export const paintAttributes = (name, paint, opacity) => {
  const [, rgb, alpha = 1] = /^rgba\((.*), (.*)\)/.exec(paint) ?? [];
  const pattern = patternOf(paint);
  return {
    [name]: pattern ? `url(#${pattern})` : rgb ? `rgb(${rgb})` : paint,
    [`${name}-opacity`]: Number(opacity) * Number(alpha),
  };
};

/**
 * Multiplies each length of a list.
 * @param {string} list
 * @param {number} factor
 */
export const scaled = (list, factor) => list.replace(/[\d.]+/g, (length) => `${round(Number(length) * factor)}`);

/** @param {string} length in CSS px */
const px = (length) => Number.parseFloat(length);

/**
 * Returns the height of a line for letters of size 1.
 * @param {CSSStyleDeclaration} style
 */
const leadingOf = ({ fontSize, lineHeight }) => px(lineHeight) / px(fontSize);

/**
 * Where a text is set and how large its letters are, in units of the map.
 * @typedef {{ x: number, y: number, width: number, size: number }} Setting
 */

/**
 * Returns the map as a standalone document in SVG.
 *
 * Its units are those of the map. A length in CSS px is multiplied by the scale of the map on the page, so that lines and
 * the partner's tile keep their size beside the countries.
 * @param {Document} document
 * @param {number} [scale] the CSS px of the picture for each unit
 * @returns {string}
 * @throws {TypeError} if the page shows no map
 */
export const mapPicture = (document, scale = 1) => {
  /** @param {string} selector */
  const find = (selector) => document.querySelector(selector);
  const root = document.documentElement;
  const map = /** @type {SVGSVGElement} */ (find(".map__svg"));
  if (!map?.getClientRects().length) throw new TypeError("the page shows no map");
  const base = getComputedStyle(map);
  const { width, height } = map.viewBox.baseVal;
  const toMap = DOMMatrix.fromMatrix(/** @type {DOMMatrix} */ (map.getScreenCTM())).inverse();
  const unit = toMap.a;
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const patterns = new Set();
  let drawn = "";
  let y = 0;

  /** @param {CSSStyleDeclaration} style */
  const looksOf = (style) => Object.fromEntries(LOOKS.map((name) => [name, style.getPropertyValue(name)]));

  /**
   * Draws an element with the attributes whose values differ from those of the whole picture.
   * @param {string} name
   * @param {CSSStyleDeclaration} style
   * @param {Record<string, string | number>} attributes
   * @param {string} [text]
   */
  const draw = (name, style, attributes, text = "") => {
    const all = Object.entries({ ...looksOf(style), ...attributes });
    const own = all.filter(([key, value]) => `${value}` !== base.getPropertyValue(key));
    drawn += `${tag(name, Object.fromEntries(own))}${escape(text)}</${name}>`;
  };

  /**
   * Draws a shape if it is seen, after the pattern that fills it.
   * @param {Element} element
   * @param {DOMMatrix} [matrix] from the units of the shape to those of the picture
   */
  const drawShape = (element, matrix = new DOMMatrix()) => {
    const style = getComputedStyle(element);
    if (isUnseen(style)) return;
    const pattern = patternOf(style.fill);
    if (pattern && !patterns.has(pattern)) {
      patterns.add(pattern);
      const source = /** @type {Element} */ (find(`#${pattern}`));
      drawn += tag("pattern", copiedAttributes(source));
      for (const part of source.children) drawShape(part);
      drawn += "</pattern>";
    }
    // An outline takes the place of its `use`. It inherits from there, and adds its own transform.
    const outline = element.localName === "use" && find(element.getAttribute("href") ?? "");
    const source = /** @type {SVGGraphicsElement} */ (outline || element);
    const place = matrix.multiply(outline ? source.transform.baseVal[0]?.matrix : undefined);
    const factor = getComputedStyle(source).vectorEffect === "none" ? 1 : unit / place.a;
    const attributes = {
      ...copiedAttributes(source),
      ...paintAttributes("fill", style.fill, style.fillOpacity),
      ...paintAttributes("stroke", style.stroke, style.strokeOpacity),
      "stroke-width": scaled(style.strokeWidth, factor),
      "stroke-dasharray": scaled(style.strokeDasharray, factor),
      transform: `matrix(${[place.a, place.b, place.c, place.d, place.e, place.f].map(round)})`,
    };
    draw(source.localName, style, attributes, textOf(element));
  };

  /**
   * Draws the shapes of a drawing where they are on the map.
   * @param {Element} drawing
   */
  const drawShapes = (drawing) => {
    /** @type {NodeListOf<SVGGraphicsElement>} */
    const shapes = drawing.querySelectorAll("rect,use,path,circle,text");
    for (const shape of shapes) drawShape(shape, toMap.multiply(shape.getScreenCTM() ?? undefined));
  };

  /**
   * Sets a text in the style of an element.
   * @param {Element} element
   * @param {Setting} setting
   * @param {Record<string, string>} [others] attributes
   * @param {string} [text]
   * @returns {number} the height of the lines
   */
  const set = (element, { x, y, width, size }, others = {}, text = textOf(element)) => {
    const style = getComputedStyle(element);
    const leading = size * leadingOf(style);
    pen.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
    const lines = wrap(text, root.lang, width, (part) => pen.measureText(part).width);
    lines.forEach((line, index) => {
      const place = { x, y: y + leading * (index + 0.5), dy: ".35em" };
      draw("text", style, { ...place, fill: style.color, "font-size": size, ...others }, line);
    });
    return leading * lines.length;
  };

  /**
   * Draws the partner's tile, which is not a part of the map's drawing.
   * @param {Element} tile
   */
  const drawTile = (tile) => {
    const style = getComputedStyle(tile);
    if (isUnseen(style)) return;
    /** @param {Element} element */
    const boxOf = (element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x * unit + toMap.e, y: box.y * unit + toMap.f, width: box.width * unit, height: box.height * unit };
    };
    const box = boxOf(tile);
    const rx = px(style.borderTopLeftRadius) * unit;
    draw("rect", style, { ...box, rx, fill: style.backgroundColor, stroke: style.borderTopColor, "stroke-width": unit });
    drawShapes(tile);
    for (const text of tile.querySelectorAll("b,span")) {
      const size = px(getComputedStyle(text).fontSize) * unit;
      const setting = { x: box.x + box.width / 2, y: boxOf(text).y, width: tile.clientWidth * unit, size };
      set(text, setting, { "text-anchor": "middle" });
    }
  };

  const isMirrored = root.dir === "rtl";
  /** @param {number} distance from the side where lines start */
  const side = (distance) => (isMirrored ? width - distance : distance);

  /**
   * Sets a paragraph below what is drawn, if the page has it.
   * @param {string} selector
   * @param {number} size
   * @param {number} gap the space below it
   * @param {Record<string, string>} [others] attributes
   * @param {string} [text]
   */
  const add = (selector, size, gap, others, text) => {
    const element = find(selector);
    if (element) y += set(element, { x: side(0), y, width, size }, others, text) + gap;
  };

  add("h1", 36, 12);
  drawn += tag("svg", { y, width, height, viewBox: `0 0 ${width} ${height}` });
  drawShapes(map);
  document.querySelectorAll(".map__partner").forEach(drawTile);
  drawn += "</svg>";
  y += height + 16;
  // Before a choice this region is empty, and the line says how to choose.
  if (find(".map__live-region")?.textContent) add(".map__selection", 18, 10);
  for (const meaning of document.querySelectorAll(".country-list__meaning")) {
    const top = y + (SWATCH / 2) * (leadingOf(getComputedStyle(meaning)) - 1);
    const swatch = /** @type {Element} */ (meaning.querySelector("rect"));
    drawShape(swatch, new DOMMatrix().translate(Math.min(side(0), side(SWATCH)), top));
    const states = [...(meaning.nextElementSibling?.children ?? [])].map((state) => textOf(state).replaceAll(" ", "\xa0"));
    y += 8 + Math.max(
      set(meaning, { x: side(MEANING), y, width: STATES - MEANING - SWATCH, size: SWATCH }),
      set(meaning, { x: side(STATES), y, width: width - STATES, size: SWATCH }, {}, states.join(" · ")),
    );
  }
  y += 8;
  add(".about__cite p", 14, 4);
  const note = ".map__boundaries";
  add(note, 14, 4);
  const [address = ""] = location.href.split("#");
  const leftToRight = { direction: "ltr", "text-anchor": isMirrored ? "end" : "start" };
  if (address.startsWith("http")) add(note, 14, 0, leftToRight, address);

  const frame = { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: Math.ceil(y) + 2 * MARGIN };
  const start = tag("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: frame.width * scale,
    height: frame.height * scale,
    viewBox: Object.values(frame).join(" "),
    "xml:lang": root.lang,
    ...looksOf(base),
  });
  const ground = tag("rect", { ...frame, fill: getComputedStyle(root).backgroundColor });
  return `${start}<title>${escape(document.title)}</title>${ground}</rect>${drawn}</svg>`;
};
