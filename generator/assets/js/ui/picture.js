/** Small pictures of how practice goes: how each topic stands, and how many items come back on which day. */

import { coming, standing } from "../core/memory.js";
import { el } from "./dom.js";
import { shape } from "./svg.js";

const DAYS = 14;

const WORDS = { known: "记牢了", learning: "在学", wrong: "错题" };

/** A bar for each topic with answers, the most practised first. @param {Array<{path: string, title: string, count: number}>} topics */
export function topicsPicture(memory, topics) {
  const rows = topics.map((topic) => ({ ...topic, ...standing(memory, `${topic.path}/`) })).map((row) => ({ ...row, seen: row.known + row.learning + row.wrong }));
  const begun = rows.filter((row) => row.seen > 0).sort((a, b) => b.seen / b.count - a.seen / a.count);
  if (begun.length === 0) return null;
  const legend = el("p", { class: "pf-legend" }, Object.entries(WORDS).map(([name, word]) => el("span", {}, el("i", { class: `pf-part-of pf-part-of--${name}` }), word)), el("span", {}, el("i", { class: "pf-part-of" }), "没做过"));
  return el("figure", { class: "pf-picture" }, el("figcaption", {}, "各专题做到哪里"), legend, el("ul", { class: "pf-profile" }, begun.map(topicRow)));
}

function topicRow({ title, path, count, seen, ...parts }) {
  let from = 0;
  const bar = shape("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true", class: "pf-picture__bar" });
  for (const name of Object.keys(WORDS)) {
    const width = (100 * parts[name]) / count;
    bar.append(shape("rect", { class: `pf-part-of--${name}`, x: from, y: 0, width, height: 6 }));
    from += width;
  }
  const told = Object.entries(WORDS).filter(([name]) => parts[name] > 0).map(([name, word]) => `${word} ${parts[name]}`);
  return el("li", {}, el("span", { class: "pf-profile__name" }, title), el("span", { class: "pf-profile__bar" }, bar), el("span", { class: "pf-profile__text" }, `${seen} / ${count} 题：${told.join("，")}`));
}

/** Columns for the items that come back on each of the next days; null where none does. */
export function comingPicture(memory, day) {
  const numbers = coming(memory, day, DAYS);
  const most = Math.max(...numbers);
  if (most === 0) return null;
  const label = `今后 ${DAYS} 天要复习的题：今天 ${numbers[0]} 题，明天 ${numbers[1]} 题，${DAYS} 天一共 ${numbers.reduce((a, b) => a + b)} 题`;
  const svg = shape("svg", { viewBox: `0 0 ${DAYS * 24} 92`, role: "img", "aria-label": label, class: "pf-picture__days" });
  numbers.forEach((number, at) => {
    const height = (60 * number) / most;
    const x = at * 24 + 3;
    svg.append(shape("rect", { x, y: 74 - height, width: 18, height: Math.max(height, 1), rx: 2, class: at === 0 ? "pf-day pf-day--today" : "pf-day" }));
    if (number > 0) svg.append(shape("text", { x: x + 9, y: 70 - height, class: "pf-day__number" }, String(number)));
    if (at % 7 === 0 || at === 1) svg.append(shape("text", { x: x + 9, y: 88, class: "pf-day__word" }, ["今天", "明天"][at] ?? `${at} 天后`));
  });
  return el("figure", { class: "pf-picture" }, el("figcaption", {}, `今后 ${DAYS} 天要复习的题`), svg);
}
