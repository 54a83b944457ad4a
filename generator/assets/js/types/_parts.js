/** What types share whose answer has parts, each right or wrong by itself. */

import { shareOf } from "../core/given.js";
import { round } from "../core/marking.js";
import { el } from "../ui/dom.js";

/** The points of an answer: the share of its parts that is right. */
export const byShare = (item, given) => round(item.points * shareOf(item, given));

/** A verdict by parts. @param {boolean[]} parts */
export function byParts(parts, empty) {
  const hits = parts.filter(Boolean).length;
  if (empty) return { state: "none", text: "" };
  if (hits === parts.length) return { state: "right", text: "" };
  return hits > 0 ? { state: "partly", text: `${parts.length} 处对 ${hits} 处` } : { state: "wrong", text: "" };
}

/** A part after the answer. @param {boolean|undefined} right undefined where nothing was kept */
export function partOf(right, given, answer, name) {
  const state = right === undefined ? "other" : right ? "right" : "wrong";
  return el(
    "li",
    { class: `pf-part pf-part--${state}` },
    el("span", { "aria-hidden": "true" }, { right: "✓", wrong: "✗", other: "" }[state]),
    name ? el("b", {}, `${name}　`) : null,
    state === "wrong" ? [el("s", {}, given || "没有作答"), el("span", { class: "pf-sr" }, "不对，应是"), " "] : null,
    el("strong", {}, answer),
  );
}
