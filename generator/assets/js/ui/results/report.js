/** Marks and analysis of a sitting on the page, in the order and the words of the page that `pufa results` writes. */

import { fixed, percent } from "../../core/figures.js";
import { letter } from "../../core/run.js";
import { EASY, FEW, HARD, POOR } from "../../core/sitting/advice.js";
import { MISSED } from "../../core/sitting/analysis.js";
import { gravestFirst } from "../../core/sitting/problems.js";
import { button, el } from "../dom.js";
import { download } from "../files.js";
import { histogram, scatter } from "./plots.js";

const known = (value, told) => (value === null ? "—" : told(value));
const share = (value) => known(value, percent);
const figure = (value) => known(value, (one) => fixed(one, 2));
const minutes = (seconds) => fixed(seconds / 60, seconds >= 600 ? 0 : 1);
const plain = (text) => text.replaceAll("**", "");
const cut = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A table; a column is `[head, isFigure]`, a cell words or `[words, class]`; the first cell heads its row. */
function table(columns, rows) {
  const cell = (content, at) => {
    const [told, kind = ""] = Array.isArray(content) ? content : [content];
    const attributes = { class: [columns[at][1] ? "num" : "", kind].filter(Boolean).join(" ") || null, "data-label": columns[at][0].replace(/（.*?）/gu, "") };
    return at === 0 ? el("th", { scope: "row", ...attributes }, told) : el("td", attributes, told);
  };
  const head = el("tr", {}, columns.map(([words, isFigure]) => el("th", { scope: "col", class: isFigure ? "num" : null }, words)));
  return el("div", { class: "wide", tabindex: 0, role: "group", "aria-label": `表：${columns.map(([words]) => words).join("、")}` }, el("table", { class: "pf-table" }, el("thead", {}, head), el("tbody", {}, rows.map((row) => el("tr", {}, row.map(cell))))));
}

/** @param {object} found as analyse gives it @param {object} sitting @param {object} words */
export function report(found, sitting, words) {
  const topic = (id) => words.topics[id] ?? id;
  return el("div", { class: "pf-alone" }, numbers(found), el("h2", {}, "成绩分布"), histogram(found.histogram, found.key.pass_mark / found.key.total), people(sitting), forms(found), sections(found), advice(found, words), topics(found, topic), units(found, topic), items(found, words), options(found, words), how());
}

function numbers(found) {
  const enough = found.items.some((row) => row.people >= FEW);
  const grave = found.items.filter((row) => row.advice.some((one) => one.grave)).length;
  const box = (value, told, kind = null) => el("div", { class: kind }, el("b", {}, String(value)), told);
  const took = found.seconds;
  return [
    el(
      "div",
      { class: "pf-numbers" },
      box(found.present, `实考人数${found.absent > 0 ? `（缺考 ${found.absent}）` : ""}`),
      box(figure(found.mean), `平均分（满分 ${found.key.total}，中位 ${found.median}${found.deviation === null ? "" : `，标准差 ${figure(found.deviation)}`}）`),
      box(share(found.passed), `及格率（${found.key.pass_mark} 分及格）`),
      box(enough ? grave : "—", `答案存疑的题${enough ? "" : "（人数不够，不判断）"}`, grave > 0 ? "gap" : null),
    ),
    el("p", { class: "pf-hint" }, `去掉碰运气猜对的，平均分约 ${figure(found.corrected_mean)}。`, took ? `用时：中位 ${minutes(took.median)} 分钟，最快的一成不到 ${minutes(took.quick)} 分钟，最慢的一成超过 ${minutes(took.slow)} 分钟（${took.people} 人有记录）。` : ""),
    found.present < FEW ? el("p", { class: "pf-note" }, `不到 ${FEW} 人，下面的数字起伏很大，只供参考，也不逐题给建议。`) : null,
  ];
}

/** Everybody's marks, the best first, and the same as a file. */
function people({ candidates, keys }) {
  const ordered = [...candidates].sort((a, b) => Number(a.absent) - Number(b.absent) || b.score - a.score);
  const several = keys.forms.size > 1;
  const result = ({ absent, passed }) => (absent ? "缺考" : passed ? "及格" : "不及格");
  const columns = [["考号"], ["姓名"], ["单位"], ...(several ? [["卷"]] : []), ["得分", true], ["结果"]];
  const rows = ordered.map((one) => [one.number, one.name, one.unit, ...(several ? [one.key.form] : []), one.absent ? "—" : String(one.score), result(one)]);
  return [
    el("h2", {}, "成绩"),
    el("details", { class: "pf-more", open: ordered.length <= 12 }, el("summary", {}, `${ordered.length} 人的成绩`), table(columns, rows)),
    el("p", {}, button({ class: "pf-btn pf-btn--plain", onclick: () => download("成绩.csv", csv(ordered, result), "text/csv;charset=utf-8") }, "下载成绩表（CSV）")),
  ];
}

/** Marks with the points of each question; a cell that a spreadsheet would take for a formula is kept a text. */
function csv(candidates, result) {
  const longest = Math.max(...candidates.map(({ marks }) => marks.length));
  const numbers = Array.from({ length: longest }, (_, at) => String(at + 1));
  const rows = candidates.map((one) => [one.number, one.name, one.unit, one.key.form, one.absent ? "" : one.score, result(one), ...one.marks.map(({ points }) => (one.absent ? "" : points))]);
  const text = (value) => (typeof value === "string" && /^[=+\-@\t]/u.test(value) ? `'${value}` : String(value));
  const line = (row) => row.map((value) => `"${text(value).replaceAll('"', '""')}"`).join(",");
  return `\ufeff${[["考号", "姓名", "单位", "卷别", "得分", "结果", ...numbers], ...rows].map(line).join("\r\n")}\r\n`;
}

function forms(found) {
  if (found.forms.length === 0) return el("p", { class: "pf-note" }, "每人一套卷，题目各不相同，不能算 α 系数；逐题的数字按题目合计。");
  const columns = [["卷"], ["人数", true], ["题数", true], ["平均分", true], ["标准差", true], ["α 系数", true], ["95% 区间", true], ["测量标准误（分）", true]];
  const rows = found.forms.map((row) => [row.form, String(row.people), String(row.items), figure(row.mean), figure(row.deviation), figure(row.alpha), row.alpha === null ? "—" : row.alpha_interval.map(figure).join(" 至 "), figure(row.standard_error)]);
  return [
    el("h2", {}, "试卷可靠不可靠"),
    table(columns, rows),
    el("p", { class: "pf-hint" }, "α 越接近 1，同一个人再考一次名次越不容易变；决定去留的考试一般要 0.8 以上，平时测验 0.7 也够用。测量标准误说的是：一个人的真实水平，大约有三分之二的把握在他的得分上下各一个标准误之内。"),
  ];
}

function sections({ sections: rows }) {
  if (rows.length < 2) return null;
  return [
    el("h2", {}, "各大题的分量"),
    table([["大题"], ["占分", true], ["实际分量", true]], rows.map((row) => [row.title, share(row.nominal), share(row.effective)])),
    el("p", { class: "pf-hint" }, "实际分量是总分的高低有多少由这一大题决定。比占分小得多的，人人得分差不多，拉不开距离。"),
  ];
}

const nameOf = ({ label, item }) => (label ? `第 ${label} 题` : item.id);
const word = (one) => el("span", { class: `word${one.grave ? " word--grave" : ""}` }, one.word);

function advice({ items: rows }, words) {
  const advised = rows.filter((row) => row.advice.length > 0);
  const ordered = gravestFirst(advised, (row) => row.advice[0].grave);
  const few = rows.filter((row) => row.people < FEW).length;
  const entry = (row) =>
    el(
      "li",
      { class: row.advice[0].grave ? "grave" : null },
      el("p", {}, el("b", {}, nameOf(row)), `　${words.types[row.item.typeId].title}　得分率 ${share(row.share)}　区分度 ${figure(row.discrimination)}`),
      el("p", {}, plain(row.item.stem)),
      row.advice.map((one) => el("p", {}, word(one), one.text)),
    );
  return [
    el("h2", {}, "要看一看的题"),
    ordered.length > 0 ? el("ul", { class: "advice" }, ordered.map(entry)) : few < rows.length ? el("p", {}, "没有发现需要看的题。") : null,
    few > 0 ? el("p", { class: "pf-note" }, `${few} 题不到 ${FEW} 人作答，没有给建议。`) : null,
  ];
}

const missed = (value) => (value !== undefined && value !== null && value < MISSED ? "missed" : "");

function topics(found, topic) {
  return [el("h2", {}, "哪些内容没有掌握"), table([["专题（由弱到强）"], ["得分率", true]], found.topics.map((row) => [topic(row.topic), [share(row.share), missed(row.share)]]))];
}

function units(found, topic) {
  if (found.units.length === 1 && found.units[0].unit === "") return null;
  const ordered = [...found.units].sort((a, b) => a.share - b.share);
  const weakest = (unit) => Object.entries(unit.topics).filter(([, value]) => value < MISSED).sort((a, b) => a[1] - b[1]).map(([id, value]) => `${topic(id)} ${share(value)}`);
  const columns = [["单位（由弱到强）"], ["人数", true], ["得分率", true], ["及格率", true], [`没有掌握的专题（得分率不到 ${percent(MISSED)}）`]];
  return [el("h2", {}, "各单位"), table(columns, ordered.map((unit) => [unit.unit || "（未填）", String(unit.people), share(unit.share), share(unit.passed), weakest(unit).join("、") || "—"]))];
}

function items({ items: rows }, words) {
  const columns = [["题"], ["题型"], ["人数", true], ["得分率", true], ["区分度", true], ["高分组", true], ["低分组", true], ["未答", true], ["建议"]];
  const told = (row) => [...new Map(row.advice.map((one) => [one.word, one])).values()].map(word);
  const line = (row) => [row.label || row.item.id, words.types[row.item.typeId].title, String(row.people), share(row.share), [figure(row.discrimination), row.discrimination < 0 ? "missed" : ""], share(row.upper), share(row.lower), share(row.empty), [told(row)]];
  return [el("h2", {}, "逐题"), scatter(rows), table(columns, rows.map(line))];
}

function options({ items: rows }, words) {
  const row = ({ text, correct, count, share: all, upper, lower }, place, lettered) => [[`${lettered ? `${letter(place)}．` : ""}${text}${correct ? "（正确）" : ""}`, correct ? "right" : ""], String(count), share(all), share(upper), share(lower)];
  const columns = [["选项"], ["人数", true], ["全体", true], ["高分组", true], ["低分组", true]];
  const told = rows.filter((one) => one.options.length > 0 || one.wrong.length > 0);
  if (told.length === 0) return null;
  const wrong = (one) => el("p", {}, `正确答案：${one.item.answer}。常见的错答：${one.wrong.map(({ answer, count }) => `${answer}（${count} 人）`).join("、")}`);
  const entry = (one) => el("details", { class: "pf-more" }, el("summary", {}, `${nameOf(one)}　${cut(plain(one.item.stem))}`), el("p", {}, plain(one.item.stem)), one.options.length > 0 ? table(columns, one.options.map((option, place) => row(option, place, words.types[one.item.typeId].lettered))) : wrong(one));
  return [el("h2", {}, "各选项有多少人选"), told.map(entry)];
}

function how() {
  const told = [
    ["得分率", `这一题全体得到的分占满分的比例；高于 ${percent(EASY)} 算太易，低于 ${percent(HARD)} 算太难。`],
    ["区分度", `这一题的得分与卷子其余部分得分的相关系数，从 −1 到 1；低于 ${fixed(POOR, 2)} 算低，小于 0 时先怀疑答案。`],
    ["高分组、低分组", "按总分排在最前和最后 27% 的人。"],
    ["多选题", "各选项的比例是选了它的人占全体的比例，加起来可以超过 100%。"],
  ];
  return [el("h2", {}, "这些数字怎么看"), el("dl", {}, told.map(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]))];
}
