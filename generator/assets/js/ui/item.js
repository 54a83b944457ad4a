/** A question: read from the static list (macro `item`), shown with its stem, and shown again with its answer. */

import { TYPES } from "../types/index.js";
import { el } from "./dom.js";

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
  const type = TYPES[li.dataset.type];
  const answer = li.querySelector(".pf-answer > p");
  return {
    id: li.dataset.id,
    type,
    kind: kind?.textContent.trim() ?? "",
    sample: stem.querySelector(".pf-badge--sample") !== null,
    stem: ownText(stem),
    answer: li.dataset.answer ?? "",
    options,
    topics: (li.dataset.topics ?? "").split(/\s+/u).filter(Boolean),
    explanation: answer ? ownText(answer) : "",
    explained: answer ? ownNodes(answer) : [],
    page: li.dataset.page,
    refs: li.querySelector(".pf-refs"),
    takes: 1,
    thought: stem.querySelector(".pf-thought"),
    facts: li.querySelector(".pf-facts-of-case"),
    evidence: [...li.querySelectorAll(".pf-evidence")],
    steps: li.querySelector(".pf-steps"),
    model: li.querySelector(".pf-model"),
    li,
    ...type.read((name) => JSON.parse(li.dataset[name] ?? "[]"), options, li),
  };
}

/** The text that is an element's own, without that of labels in it. */
export function ownText(element) {
  return ownNodes(element)
    .filter((node) => !node.classList?.contains("pf-law-now"))
    .map((node) => node.textContent)
    .join("")
    .trim();
}

/** Texts, links and stressed words of an element: what is its own. */
const ownNodes = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || ["a", "strong"].includes(node.localName));

/** Characters of a stem from which on it is set as text. */
const LONG = 120;

/** The facts, the evidence and the questions of a case. */
export const materialOf = (item) => [item.facts, ...item.evidence, item.steps].map((piece) => piece?.cloneNode(true));

/** The stem, and below it the material of a case. */
export const stemOf = (item, attributes = {}) => [stemLine(item, attributes), ...materialOf(item)];

function stemLine(item, attributes) {
  const line = el(
    "p",
    { class: "pf-q__stem", tabindex: "-1", ...attributes },
    el("span", { class: "pf-kind" }, item.kind),
    item.thought?.cloneNode(true) ?? null,
    item.stem,
    item.sample ? el("span", { class: "pf-badge pf-badge--sample" }, "示例") : null,
  );
  line.classList.toggle("pf-q__stem--long", line.textContent.length > LONG);
  return line;
}

const WORDS = { right: "答对了", partly: "对了一部分", wrong: "答错了", none: "没有作答" };

/** The verdict in a word and a sentence: `{state, word, text}`; state is right, partly, wrong or none. */
export function verdictOf(item, given) {
  const verdict = item.type.verdict(item, given.length === 0 ? item.type.nothing(item) : given);
  return { word: WORDS[verdict.state], ...verdict };
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
export const answered = (item, given) => [item.type.settled(item, given), explanation(item)].flat().filter(Boolean);

function explanation(item) {
  const told = item.type.isSaid?.(item) ?? false;
  const lines = [
    item.type.marked || item.model ? "" : `参考答案：${item.answer}`,
    told || !item.explanation ? "" : (item.explained?.map((node) => node.cloneNode(true)) ?? item.explanation),
  ];
  return el(
    "div",
    { class: "pf-explain" },
    lines.filter((line) => line.length > 0).map((line) => el("p", {}, line)),
    item.refs ? item.refs.cloneNode(true) : null,
  );
}
