/** A question: read from the static list (macro `item`), shown with its options, and shown again with its answer. */

import { letter } from "../core/run.js";
import { isRight } from "../core/marking.js";
import { button, el } from "./dom.js";

/** The questions of a list, in order. @param {ParentNode} list */
export const readItems = (list) => [...list.querySelectorAll("li.pf-item")].map(readItem);

function readItem(li) {
  const stem = li.querySelector(".pf-stem");
  const kind = stem.querySelector(".pf-kind");
  const options = [...li.querySelectorAll(".pf-options > li")].map((option) => ({
    text: option.textContent.trim(),
    correct: option.dataset.correct === "true",
    why: option.dataset.why ?? "",
  }));
  const right = options.flatMap((option, place) => (option.correct ? [place] : []));
  const answer = li.querySelector(".pf-answer > p");
  return {
    id: li.dataset.id,
    type: li.dataset.type,
    kind: kind?.textContent.trim() ?? "",
    sample: stem.querySelector(".pf-badge--sample") !== null,
    stem: ownText(stem),
    answer: li.dataset.answer ?? "",
    options,
    right,
    several: li.dataset.type === "multiple" || right.length > 1,
    topics: (li.dataset.topics ?? "").split(/\s+/u).filter(Boolean),
    explanation: answer ? ownText(answer) : "",
    page: li.dataset.page,
    refs: li.querySelector(".pf-refs"),
    li,
  };
}

/** The text that is an element's own, without that of labels in it. */
function ownText(element) {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.localName === "a");
  return texts.map((node) => node.textContent).join("").trim();
}

/** Whether the page can tell a right answer: it can't where nothing is to be chosen. */
export const isMarked = (item) => item.right.length > 0;

/** The letters of options; the words themselves for 判断. */
export function letters(item, places) {
  return item.type === "judge" ? places.map((place) => item.options[place].text).join("") : places.map(letter).join("");
}

export function stemOf(item, attributes = {}) {
  return el(
    "p",
    { class: "pf-q__stem", tabindex: "-1", ...attributes },
    el("span", { class: "pf-kind" }, item.kind),
    item.stem,
    item.sample ? el("span", { class: "pf-badge pf-badge--sample" }, "示例") : null,
  );
}

/**
 * The options as buttons.
 * @param {object} item
 * @param {number[]} chosen places
 * @param {(place: number) => void} onChoose
 */
export function optionsOf(item, chosen, onChoose) {
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
  const label = item.several ? "选项，可以选几个" : "选项";
  return el("ol", { class: "pf-opts", "aria-label": label }, item.options.map(row));
}

/** The verdict in a word and a sentence: `{state, word, text}`; state is right, partly, wrong or none. */
export function verdictOf(item, chosen) {
  const key = `正确答案是${item.type === "judge" ? "“" : " "}${letters(item, item.right)}${item.type === "judge" ? "”" : ""}`;
  if (isRight(item.right, chosen)) return { state: "right", word: "答对了", text: "" };
  if (chosen.length === 0) return { state: "none", word: "没有作答", text: key };
  if (chosen.every((place) => item.right.includes(place))) return { state: "partly", word: "少选了", text: key };
  return { state: "wrong", word: "答错了", text: key };
}

const SIGNS = { right: "✓", partly: "◐", wrong: "✗", none: "–" };

export function verdictLine(verdict, attributes = {}) {
  return el(
    "p",
    { class: `pf-verdict pf-verdict--${verdict.state}`, ...attributes },
    el("span", { class: "pf-verdict__sign", "aria-hidden": "true" }, SIGNS[verdict.state]),
    el("b", {}, verdict.word),
    verdict.text ? el("span", {}, verdict.text) : null,
  );
}

/** The options with what they are and why, the explanation and the articles: what stands below the verdict. */
export function answered(item, chosen) {
  return [item.options.length > 0 ? el("ol", { class: "pf-opts" }, item.options.map((option, place) => explained(item, option, place, chosen))) : null, explanation(item)];
}

function explained(item, option, place, chosen) {
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
      item.type === "judge" ? null : el("span", { class: "pf-sr" }, `${letter(place)}　`),
      option.text,
      words.length > 0 ? el("span", { class: "pf-opt__word" }, words.join("，")) : null,
      option.why ? el("small", {}, option.why) : null,
    ),
  );
}

function explanation(item) {
  const said = item.options.some((option) => option.why === item.explanation);
  const lines = item.options.length === 0 ? [`参考答案：${item.answer}`, item.explanation] : [said ? "" : item.explanation];
  return el(
    "div",
    { class: "pf-explain" },
    lines.filter(Boolean).map((line) => el("p", {}, line)),
    item.refs ? item.refs.cloneNode(true) : null,
  );
}
