/** The annex of a calculation on paper: what was chosen, how it was computed, on what basis; nothing else of the page. */

import { el } from "./dom.js";
import { printAlone } from "./print.js";
import { today } from "./storage.js";

/**
 * Prints one calculation.
 * @param {{title: string, facts: Array<[string, string]>, steps: Array<[string, string, string]>, result: string, notes: string[]}} annex
 */
export function printAnnex({ title, facts, steps, result, notes }) {
  const row = (cells) => el("tr", {}, cells.map((cell) => el("td", {}, cell)));
  const sheet = el(
    "section",
    { class: "pf-annex md-typeset" },
    el("h1", {}, `附：${title}`),
    el("table", {}, el("tbody", {}, facts.map(row))),
    el("h2", {}, "计算过程"),
    el("table", {}, el("tbody", {}, steps.map(row))),
    el("p", { class: "pf-annex__result" }, `结果：${result}`),
    notes.map((note) => el("p", {}, note)),
    el("p", {}, `打印日期：${today()}`),
    el("p", { class: "pf-annex__sign" }, ["计算人", "复核人", "日期"].map((word) => el("span", {}, word))),
  );
  printAlone(sheet);
}
