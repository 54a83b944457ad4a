/** Building shapes of pictures, as `el` builds elements. */

const SVG = "http://www.w3.org/2000/svg";

/** @param {Object<string, unknown>} attributes @param {...(Node|string)} children */
export function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
