/** What a run of questions looks like: its progress as dots, its summary at the end. */

import { isMarked } from "../core/given.js";
import { summary } from "../core/run.js";
import { button, el } from "./dom.js";
import { answered, materialOf, verdictLine, verdictOf } from "./item.js";

/** More questions than this are shown as a bar. */
const DOTS = 60;

/** One dot per question, or a bar; the shape says right or wrong as well as the colour, and the label says it in words. */
export function dots(run, closed) {
  const { answered: done, right, wrong } = summary(run);
  const label = `进度：答了 ${done} 题，对 ${right} 题，错 ${wrong.length} 题，共 ${run.ids.length} 题`;
  if (run.ids.length > DOTS) {
    const part = (name, number) => el("i", { class: `pf-part-of pf-part-of--${name}`, style: `flex-grow:${number}` });
    return el("div", { class: "pf-dots pf-dots--bar", role: "img", "aria-label": label }, part("known", right), part("wrong", wrong.length), el("i", { style: `flex-grow:${run.ids.length - done}` }));
  }
  const dot = (id, place) => {
    const result = Object.hasOwn(run.results, id) ? (run.results[id] ? "right" : "wrong") : "open";
    return el("i", { class: `pf-dot pf-dot--${result}${place === run.at && !closed ? " pf-dot--here" : ""}` });
  };
  return el("div", { class: `pf-dots${run.ids.length > 30 ? " pf-dots--many" : ""}`, role: "img", "aria-label": label }, run.ids.map(dot));
}

/** The end of a run: how it went, what went wrong, and the two ways on. */
export function summaryOf(quiz) {
  const { right, wrong } = summary(quiz.run);
  const count = quiz.run.ids.length;
  const words = wrong.length === 0 ? "全部答对" : right * 2 >= count ? "错的几题看看原因，再练一次" : "先看看每题的依据，再练一遍";
  return el(
    "div",
    { class: "pf-outcome" },
    el("p", { class: "pf-sum__title", tabindex: "-1" }, el("b", {}, `${right}`), ` / ${count} 题答对`, el("span", {}, words)),
    wrong.length > 0 ? el("ol", { class: "pf-sum__wrong" }, wrong.map((id) => reviewOf(quiz.items.get(id), quiz.chosen[id]))) : null,
    el(
      "div",
      { class: "pf-q__bar" },
      wrong.length > 0 ? button({ class: "pf-btn", onclick: () => quiz.restart(wrong) }, `只练错题（${wrong.length}）`) : null,
      button({ class: wrong.length > 0 ? "pf-btn pf-btn--plain" : "pf-btn", onclick: () => quiz.restart(quiz.ids) }, "再练一遍"),
      quiz.source?.another.cloneNode(true),
    ),
  );
}

/** A question to look at again. @param {number[]|undefined} chosen none when it was answered on another day */
export function reviewOf(item, chosen, number = null) {
  const verdict = chosen && isMarked(item) ? verdictLine(verdictOf(item, chosen)) : null;
  return el("li", {}, el("details", { class: "pf-fold" }, el("summary", {}, number === null ? null : `${number}. `, item.stem), materialOf(item), verdict, answered(item, chosen ?? [])));
}
