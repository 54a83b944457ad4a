/** The result of a paper: the points, the profile by topic, and every question with its answer. */

import { isMarked, nothing } from "../core/given.js";
import { certificateOf } from "./certificate.js";
import { dataIn, el } from "./dom.js";
import { reviewOf } from "./quiz-parts.js";

/**
 * @param {{items: object[], answers: Object<string, number[]|string>, result: object, title: string, pass: number, done: number, note: string,
 *   ways: Array<Node|null>}} sitting `result` is what markPaper gives for the items that can be marked; `ways` lead on from here
 */
export function resultOf({ items, answers, result, title, pass, done, note, ways }) {
  const graded = pass > 0; // practice has no pass mark
  const passed = result.score >= pass;
  const byHand = items.filter((item) => !isMarked(item));
  const lost = byHand.reduce((sum, item) => sum + item.points, 0);
  const list = el("ol", { class: "pf-sum__wrong pf-sum__all" }, items.map((item, at) => entry(item, at, answers, result)));
  const only = el("input", { type: "checkbox", checked: true, onchange: () => list.classList.toggle("pf-sum__all--wrong", only.checked) });
  list.classList.add("pf-sum__all--wrong");
  const wrong = items.some((item) => isMarked(item) && result.marks[item.id] < item.points);
  return el(
    "div",
    { class: "pf-outcome" },
    note ? el("p", { class: "pf-note" }, note) : null,
    el("p", { class: "pf-sum__title", tabindex: "-1" }, el("b", {}, String(result.score)), ` / ${result.total} 分`, graded ? el("span", { class: passed ? "pf-passed" : "pf-failed" }, passed ? "✓ 及格" : "✗ 没有及格") : null, el("span", {}, `答对 ${result.right} 题${graded ? `，${pass} 分及格` : ""}`)),
    byHand.length > 0 ? el("p", { class: "pf-note" }, `有 ${byHand.length} 题（共 ${lost} 分）要对照参考答案自己评分，没有计入上面的得分。`) : null,
    el("div", { class: "pf-q__bar" }, ways),
    graded ? certificateOf({ title, score: result.score, total: result.total, passed, pass, done }) : null,
    el("h3", {}, "各专题掌握情况"),
    profile(result.topics),
    el("h3", {}, "逐题对照"),
    wrong || byHand.length > 0 ? el("label", { class: "pf-switch" }, only, el("span", {}, "只看没有得满分的题")) : null,
    list,
  );
}

/** Topics with the weakest first: a bar each, and the same in words. */
function profile(topics) {
  const names = dataIn("pf-topics");
  const row = ({ topic, right, count, points, total }) =>
    el(
      "li",
      {},
      el("span", { class: "pf-profile__name" }, names[topic] ?? topic),
      el("span", { class: "pf-profile__bar", "aria-hidden": "true" }, el("i", { style: `width:${(100 * points) / total}%` })),
      el("span", { class: "pf-profile__text" }, `${count} 题对 ${right} 题，得分率 ${Math.round((100 * points) / total)}%`),
    );
  return el("ul", { class: "pf-profile" }, topics.map(row));
}

function entry(item, at, answers, result) {
  const given = answers[item.id] ?? nothing(item);
  const li = reviewOf(item, Array.isArray(given) ? given : [], item.number ?? at + 1);
  const points = isMarked(item) ? `${result.marks[item.id]} / ${item.points} 分` : `自评，${item.points} 分`;
  const full = isMarked(item) && result.marks[item.id] === item.points;
  li.firstChild.firstChild.append(el("span", { class: `pf-points${full ? "" : " pf-points--lost"}` }, points));
  if (typeof given === "string" && given !== "") li.firstChild.firstChild.after(el("p", { class: "pf-own" }, el("b", {}, "你的答案："), given));
  if (full) li.classList.add("pf-full");
  return li;
}
