/** What 单选, 多选 and 判断 share: options to choose among, and what stands there afterwards. */

import { choose } from "../core/exam.js";
import { isRight, markItem } from "../core/marking.js";
import { placesIn } from "../core/sitting/cells.js";
import { letter } from "../core/run.js";
import { inOrder, order } from "../core/turn.js";
import { button, el } from "../ui/dom.js";

/**
 * A type of choices.
 * @param {{several: boolean, lettered: boolean, cell: object}} kind `lettered`: options are called by letters, else by their words; `cell`:
 *   how a cell of answers is read, where not as letters in any order
 */
export function choice({ several, lettered, cell = {} }) {
  const named = (item, places) => places.map((place) => (lettered ? letter(place) : item.options[place].text)).join("");
  return {
    marked: true,
    choosing: true,
    judged: !lettered,
    several,
    cell: { ordinals: true, keyed: ({ right }) => right.length > 0, understood: lettersOf, ...cell },
    read: (_, options) => ({ right: options.flatMap((option, place) => (option.correct ? [place] : [])) }),
    turned: ({ texts }, seed) => (!lettered || texts.length < 2 || inOrder(texts) ? null : { options: order(texts, seed) }),
    answer: ({ right }, options) => options.flatMap((old, place) => (right.includes(old) ? [letter(place)] : [])).join(""),
    nothing: () => [],
    isWhole: (_, given) => given.length > 0,
    parts: (item, given) => [isRight(item.right, given)],
    points: (item, given, rule, half) => markItem({ right: item.right, chosen: given, points: item.points, rule, half }),
    verdict(item, given) {
      const text = `正确答案是${lettered ? ` ${named(item, item.right)}` : `“${named(item, item.right)}”`}`;
      if (given.length === 0) return { state: "none", text };
      if (isRight(item.right, given)) return { state: "right", text: "" };
      const few = given.every((place) => item.right.includes(place));
      return few ? { state: "partly", word: "少选了", text } : { state: "wrong", text };
    },
    asked: (item, given, give) => [optionsOf(item, given, several, (place) => give(choose(given, place, several), true, place))],
    settled: (item, given) => [el("ol", { class: "pf-opts" }, item.options.map((option, place) => explained(option, place, given, lettered)))],
    isSaid: (item) => item.options.some((option) => option.why === item.explanation),
  };
}

/** Letters in any order. @throws {Unclear} */
export const lettersOf = (plain, item) => [...new Set(placesIn(plain, item))].sort((a, b) => a - b);

/** The options as buttons. @param {number[]} chosen places @param {(place: number) => void} onChoose */
export function optionsOf(item, chosen, several, onChoose) {
  const row = (option, place) =>
    el(
      "li",
      {},
      button(
        { class: "pf-opt", "aria-pressed": String(chosen.includes(place)), onclick: () => onChoose(place) },
        el("span", { class: "pf-opt__letter", "aria-hidden": "true" }, letter(place)),
        el("span", { class: "pf-opt__text" }, option.text),
      ),
    );
  return el("ol", { class: "pf-opts", "aria-label": several ? "选项，可以选几个" : "选项" }, item.options.map(row));
}

/** An option after the answer. @param {number[]} chosen places */
export function explained(option, place, chosen, lettered) {
  const picked = chosen.includes(place);
  const state = option.correct ? "right" : picked ? "wrong" : "other";
  const words = [picked ? "你选的" : null, option.correct ? "正确" : picked ? "不对" : null].filter(Boolean);
  return el(
    "li",
    { class: `pf-opt pf-opt--${state}` },
    el("span", { class: "pf-opt__letter", "aria-hidden": "true" }, option.correct ? "✓" : picked ? "✗" : letter(place)),
    el(
      "span",
      { class: "pf-opt__text" },
      lettered ? el("span", { class: "pf-sr" }, `${letter(place)}　`) : null,
      option.text,
      words.length > 0 ? el("span", { class: "pf-opt__word" }, words.join("，")) : null,
      option.why ? el("small", {}, option.why) : null,
    ),
  );
}
