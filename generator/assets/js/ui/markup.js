/** Pieces of the site's own pages as plain data, to keep and to give away in files; what comes back is built anew, known parts only. */

import { el } from "./dom.js";
import { siteRoot } from "./site.js";

const TAGS = new Set("a b br details div em figcaption figure i li ol p small span strong sub summary sup table tbody td th thead tr ul".split(" "));
const ATTRIBUTES = /^(?:class|colspan|id|rowspan|scope|start|title|type|value|data-[a-z][a-z-]*)$/u;
/** Deeper than any question is. */
const DEEPEST = 40;

/** `[tag, {attribute: value}, ...children]`, or a text; a link keeps its address below the site's root. @param {Node} node */
export function packed(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const kept = [...node.attributes].filter(({ name }) => ATTRIBUTES.test(name)).map(({ name, value }) => [name, value]);
  if (node.localName === "a") {
    const root = siteRoot().href;
    if (node.href.startsWith(root)) kept.push(["href", node.href.slice(root.length)]);
  }
  const children = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE || child.nodeType === Node.ELEMENT_NODE);
  return [node.localName, Object.fromEntries(kept), ...children.map(packed)];
}

/** The node of packed data; of what is none of the site's markup only the text. @returns {Node|string} */
export function unpacked(data, depth = 0) {
  if (typeof data === "string") return data;
  if (!Array.isArray(data) || typeof data[0] !== "string" || depth > DEEPEST) return "";
  const [tag, attributes, ...children] = data;
  const inside = children.map((child) => unpacked(child, depth + 1));
  if (!TAGS.has(tag)) return el("span", {}, inside);
  const kept = Object.entries(attributes ?? {}).filter(([name, value]) => ATTRIBUTES.test(name) && typeof value === "string");
  const node = el(tag, Object.fromEntries(kept), inside);
  if (tag === "a" && typeof attributes?.href === "string" && !/^[a-z][a-z0-9+.-]*:|^[\\/]/iu.test(attributes.href)) node.href = new URL(attributes.href, siteRoot()).href;
  return node;
}
