/** A question: read from the static list (macro `item`), shown with its options, and shown again with its answer. */

import { formOf, isEmpty, isMarked, partsOf } from "../core/given.js";
import { letter } from "../core/run.js";
import { button, el } from "./dom.js";
import { settledResponse } from "./response.js";

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
  const { type } = li.dataset;
  const data = (name) => JSON.parse(li.dataset[name] ?? "[]");
  const right = type === "match" || type === "order" ? [] : options.flatMap((option, place) => (option.correct ? [place] : []));
  const answer = li.querySelector(".pf-answer > p");
  return {
    id: li.dataset.id,
    type,
    kind: kind?.textContent.trim() ?? "",
    sample: stem.querySelector(".pf-badge--sample") !== null,
    stem: ownText(stem),
    answer: li.dataset.answer ?? "",
    options,
    right,
    prompts: [...li.querySelectorAll(".pf-prompts > li")].map((prompt) => prompt.textContent.trim()),
    sequence: data("sequence"),
    blanks: data("blanks"),
    several: type === "multiple" || right.length > 1,
    topics: (li.dataset.topics ?? "").split(/\s+/u).filter(Boolean),
    explanation: answer ? ownText(answer) : "",
    page: li.dataset.page,
    refs: li.querySelector(".pf-refs"),
    facts: li.querySelector(".pf-facts-of-case"),
    steps: li.querySelector(".pf-steps"),
    model: li.querySelector(".pf-model"),
    li,
  };
}

/** The text that is an element's own, without that of labels in it. */
function ownText(element) {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || ["a", "strong"].includes(node.localName));
  return texts.map((node) => node.textContent).join("").trim();
}

export { isMarked };

/** The letters of options; the words themselves for 判断. */
export function letters(item, places) {
  return item.type === "judge" ? places.map((place) => item.options[place].text).join("") : places.map(letter).join("");
}

/** Characters of a stem from which on it is set as text. */
const LONG = 120;

/** The stem, and below it the facts and the questions of a case. */
export function stemOf(item, attributes = {}) {
  return [stemLine(item, attributes), item.facts?.cloneNode(true), item.steps?.cloneNode(true)];
}

function stemLine(item, attributes) {
  const line = el(
    "p",
    { class: "pf-q__stem", tabindex: "-1", ...attributes },
    el("span", { class: "pf-kind" }, item.kind),
    item.stem,
    item.sample ? el("span", { class: "pf-badge pf-badge--sample" }, "示例") : null,
  );
  line.classList.toggle("pf-q__stem--long", line.textContent.length > LONG);
  return line;
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
export function verdictOf(item, given) {
  const choosing = formOf(item) === "choose";
  const judge = item.type === "judge";
  const key = choosing ? `正确答案是${judge ? "“" : " "}${letters(item, item.right)}${judge ? "”" : ""}` : "";
  if (given.length === 0 || isEmpty(given)) return { state: "none", word: "没有作答", text: key };
  const parts = partsOf(item, given);
  const hits = parts.filter(Boolean).length;
  if (hits === parts.length) return { state: "right", word: "答对了", text: "" };
  if (hits > 0) return { state: "partly", word: "对了一部分", text: `${parts.length} 处对 ${hits} 处` };
  if (choosing && given.every((place) => item.right.includes(place))) return { state: "partly", word: "少选了", text: key };
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

/** The answer with what was given and why, the explanation and the articles: what stands below the verdict. */
export function answered(item, given) {
  const form = formOf(item);
  if (form === "words") return [item.model?.cloneNode(true), explanation(item, item.model === null)];
  if (form !== "choose") return [settledResponse(item, given), explanation(item, false)];
  return [el("ol", { class: "pf-opts" }, item.options.map((option, place) => explained(item, option, place, given))), explanation(item, false)];
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

function explanation(item, withKey) {
  const said = formOf(item) === "choose" && item.options.some((option) => option.why === item.explanation);
  const lines = [withKey ? `参考答案：${item.answer}` : "", said ? "" : item.explanation];
  return el(
    "div",
    { class: "pf-explain" },
    lines.filter(Boolean).map((line) => el("p", {}, line)),
    item.refs ? item.refs.cloneNode(true) : null,
  );
}
