/** Plots of a sitting: scores, and items by difficulty and discrimination, as generator/sitting/analysis/plots.py draws them. */

import { fixed, percent } from "../../core/figures.js";
import { EASY, HARD, POOR } from "../../core/sitting/advice.js";
import { BARS } from "../../core/sitting/analysis.js";
import { el } from "../dom.js";
import { shape } from "../svg.js";

const WIDTH = 640;
const LEFT = 44;
const TOP = 24;
const BOTTOM = 66;
/** Room above the bars: their counts, and above those the name of the pass mark. */
const HEAD = 44;

const words = (x, y, text, kind = "", anchor = "middle") => shape("text", { class: kind, x, y, "text-anchor": anchor }, text);
const line = (kind, x1, y1, x2, y2) => shape("line", { class: kind, x1, y1, x2, y2 });

const picture = (label, height, parts) => el("figure", { class: "pf-chart pf-plot" }, shape("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label }, ...parts));

/** People in each tenth of the total. @param {number[]} counts @param {number} pass the pass mark as a share of the total */
export function histogram(counts, pass) {
  const height = 260;
  const step = (WIDTH - LEFT) / BARS;
  const parts = counts.flatMap((count, at) => {
    const tall = (count / (Math.max(...counts) || 1)) * (height - HEAD - BOTTOM);
    const [x, y] = [LEFT + at * step, height - BOTTOM - tall];
    return [shape("rect", { class: "mark", x: x + 3, y, width: step - 6, height: tall }), words(x + step / 2, y - 6, String(count)), words(x, height - BOTTOM + 26, percent(at / BARS), at % 2 ? "soft odd" : "soft")];
  });
  const limit = LEFT + pass * (WIDTH - LEFT);
  parts.push(words(WIDTH, height - BOTTOM + 26, "100%", "soft", "end"), words(WIDTH / 2, height - 4, "得分占满分的比例", "soft"));
  parts.push(line("limit", limit, 18, limit, height - BOTTOM), words(limit, 12, "及格线", "limit-name", pass > 0.9 ? "end" : "middle"));
  return picture(`成绩分布：${counts.map((count, at) => `${percent(at / BARS)} 起 ${count} 人`).join("，")}`, height, parts);
}

/** Each item by the share of its points that was earned and its discrimination. */
export function scatter(rows) {
  const height = 340;
  const known = rows.filter(({ discrimination }) => discrimination !== null);
  const values = known.map(({ discrimination }) => discrimination);
  const [low, high] = [Math.min(0, ...values) - 0.05, Math.max(0.5, ...values) + 0.05];
  const x = (share) => LEFT + share * (WIDTH - LEFT - 12);
  const y = (value) => TOP + ((high - value) / (high - low)) * (height - TOP - BOTTOM);
  const level = (value, kind) => [line(kind, LEFT, y(value), WIDTH, y(value)), words(LEFT - 8, y(value) + 4, String(value), "soft", "end")];
  const parts = [...level(0, "limit"), ...level(POOR, "guide")];
  for (const share of [0, HARD, 0.5, EASY]) parts.push(line("guide", x(share), TOP, x(share), height - BOTTOM), words(x(share), height - BOTTOM + 26, percent(share), "soft"));
  parts.push(words(WIDTH / 2, height - 4, "得分率（越右越易）", "soft"), words(LEFT, TOP - 8, "区分度（越高越好）", "soft", "start"));
  for (const { label, share, discrimination } of known) {
    const told = shape("title", {}, `第 ${label} 题：得分率 ${percent(share)}，区分度 ${fixed(discrimination, 2)}`);
    parts.push(shape("circle", { class: discrimination < 0 ? "bad" : "mark", cx: x(share), cy: y(discrimination), r: 4.5 }, told));
  }
  const negative = values.filter((value) => value < 0).length;
  return picture(`${known.length} 题的得分率与区分度，其中 ${negative} 题区分度为负；逐题数字见下表`, height, parts);
}
