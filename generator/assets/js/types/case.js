/** 案例分析题: the twin of generator/questions/types/case.py.  A page can't mark it: the learner holds the answer against the key, a marker gives the points. */

import { round } from "../core/marking.js";
import { short, Unclear } from "../core/sitting/cells.js";
import { el } from "../ui/dom.js";

const POINTS = /^(\d{1,4}(?:\.\d{1,4})?)分?$/u;

/** The points that whoever marks it gave. @throws {Unclear} */
function understood(plain, item) {
  const found = POINTS.exec(plain.replaceAll(" ", ""));
  if (!found) throw new Unclear(`案例题要填阅卷人给的分数，“${short(plain)}”不是分数`);
  if (Number(found[1]) > item.points) throw new Unclear(`给了 ${found[1]} 分，超过满分 ${item.points} 分`);
  return [found[1]];
}

export default {
  marked: false,
  cell: { platform: (text) => text, understood, keyed: () => true },
  read: () => ({}),
  nothing: () => "",
  isWhole: (_, given) => given.trim() !== "",
  parts: (item, [points]) => [Number(points) === item.points],
  points: (item, [points = "0"]) => round(Number(points)),
  asked(_, given, give) {
    const words = el("textarea", { rows: "6", "aria-label": "你的答案", oninput: () => give(words.value.trim(), false) });
    words.value = typeof given === "string" ? given : "";
    return [words];
  },
  settled: (item) => [item.model?.cloneNode(true)],
};
