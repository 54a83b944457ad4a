/** A certificate of a paper to print: the name is typed here, goes on paper and is kept nowhere. */

import { button, el, labelled } from "./dom.js";
import { printAlone } from "./print.js";

/** @param {{title: string, score: number, total: number, passed: boolean, pass: number, done: number}} result `done`: the moment it was handed in */
export function certificateOf(result) {
  const word = result.passed ? "合格证书" : "成绩单";
  const name = el("input", { type: "text", class: "pf-blank__input", autocomplete: "off", maxlength: 40 });
  const go = button({ class: "pf-btn pf-btn--plain", onclick: () => printAlone(sheetOf(word, name.value.trim(), result)) }, `打印${word}`);
  return el(
    "details",
    { class: "pf-fold pf-cert-form" },
    el("summary", {}, `打印${word}`),
    labelled("姓名", name),
    go,
    el("p", { class: "pf-hint" }, "姓名只写在纸上，不保存，也不离开这台电脑。"),
  );
}

function sheetOf(word, name, { title, score, total, passed, pass, done }) {
  const day = new Date(done);
  const site = document.querySelector(".pf-brand")?.textContent.trim() ?? "";
  return el(
    "section",
    { class: "pf-annex pf-cert md-typeset" },
    el("p", { class: "pf-cert__site" }, site),
    el("h1", {}, word),
    el("p", { class: "pf-cert__name" }, name || "　"),
    el("p", {}, `在“${title || "练习"}”模拟考试中得 `, el("b", {}, `${score}`), ` 分，满分 ${total} 分，${pass} 分及格${passed ? "，成绩合格。" : "。"}`),
    el("p", { class: "pf-cert__day" }, `${day.getFullYear()} 年 ${day.getMonth() + 1} 月 ${day.getDate()} 日`),
    el("p", { class: "pf-cert__note" }, "网页上的模拟考试，由本人自己作答，没有监考。"),
  );
}
