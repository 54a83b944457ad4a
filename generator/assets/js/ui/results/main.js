/** <pufa-results>: answers and keys are dropped in, marks and analysis come out; nothing leaves the computer. */

import { fixed, percent } from "../../core/figures.js";
import { readTables } from "../../core/reading/table.js";
import { createFiles } from "../../core/shards.js";
import { analyse } from "../../core/sitting/analysis.js";
import { isAnswerHeader } from "../../core/sitting/heads.js";
import { firstOf, keysOf, NoKey } from "../../core/sitting/key.js";
import { markTables } from "../../core/sitting/marker.js";
import { gravestFirst, Problems } from "../../core/sitting/problems.js";
import { mean } from "../../core/sitting/responses.js";
import { openWords } from "../../core/sitting/words.js";
import { TYPES } from "../../types/index.js";
import { el, freshId } from "../dom.js";
import { fileInput } from "../files.js";
import { load, siteRoot } from "../site.js";
import { report } from "./report.js";

/** Problems that are shown before one asks for all. */
const SHOWN = 12;
const files = createFiles(new URL("results/", siteRoot()), load);

class Results extends HTMLElement {
  async connectedCallback() {
    if (this.live) return;
    this.live = el("p", { class: "pf-results__live", role: "status" }, "正在打开……");
    this.replaceChildren(this.live);
    try {
      this.words = openWords(await files.json("words.json"));
    } catch {
      this.live.textContent = "没有打开。请检查网络以后刷新本页；从本机文件夹直接打开的网页要由网站打开。";
      return;
    }
    this.keys = null;
    this.answers = [];
    this.build();
  }

  build() {
    this.told = { keys: el("p", { class: "pf-hint" }, "还没有选"), answers: el("p", { class: "pf-hint" }, "还没有选") };
    const picker = (words, accept, told) => {
      const id = freshId("file");
      const input = fileInput((chosen) => this.take(chosen), { id, accept, multiple: true });
      return el("div", { class: "pf-drop" }, input, el("label", { class: "pf-btn pf-btn--plain", for: id }, words), told);
    };
    const half = el("input", { type: "checkbox", id: freshId("half"), onchange: () => this.mark() });
    this.half = half;
    this.out = el("div", {});
    this.replaceChildren(
      el("div", { class: "pf-drops" }, picker("1. 选答案文件", ".json,application/json", this.told.keys), picker("2. 选答卷", ".xlsx,.csv,.txt,text/csv", this.told.answers)),
      el("p", {}, half, el("label", { for: half.id }, "漏选得一半时取整数分（同问卷星）：1 分及以下的题不得分，其余一半进位到整数")),
      this.live,
      this.out,
    );
    this.live.textContent = "把文件拖到这里也可以。";
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.take([...event.dataTransfer.files]);
    });
  }

  /** Files of either kind: the keys are JSON, everything else is answers. */
  async take(chosen) {
    const isKey = ({ name }) => /\.json$/iu.test(name);
    const [keys, answers] = [chosen.filter(isKey), chosen.filter((file) => !isKey(file))];
    if (keys.length > 0) await this.takeKeys(keys);
    if (answers.length > 0) {
      this.answers = answers;
      this.told.answers.textContent = answers.map(({ name }) => name).join("、");
    }
    await this.mark();
  }

  async takeKeys(chosen) {
    try {
      this.keys = keysOf(await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() }))), TYPES);
      const first = firstOf(this.keys);
      const forms = this.keys.drawn ? `每人一卷，${this.keys.forms.size} 份` : [...this.keys.forms.keys()].map((form) => `${form} 卷`).join("、");
      this.told.keys.textContent = `${first.title}：${forms}，${first.items.length} 题，满分 ${first.total} 分`;
    } catch (error) {
      if (!(error instanceof NoKey)) throw error;
      this.keys = null;
      this.told.keys.textContent = `${error.message}。`;
    }
  }

  async mark() {
    this.out.replaceChildren();
    if (!this.keys || this.answers.length === 0) {
      this.live.textContent = this.keys ? "再选答卷。" : "再选答案文件。";
      return;
    }
    this.live.textContent = "正在评分……";
    const problems = new Problems();
    const [tables, notes] = [[], []];
    for (const file of this.answers) {
      const read = await readTables(file.name, new Uint8Array(await file.arrayBuffer()), problems, (row) => isAnswerHeader(this.words, row));
      tables.push(...read.tables);
      if (read.done) notes.push(`${file.name}：${read.done}。`);
    }
    const sitting = markTables(tables, this.keys, { words: this.words, problems, half: this.half.checked ? "whole" : "exact" });
    this.live.textContent = summary(sitting);
    this.out.replaceChildren(...[notes.map((note) => el("p", { class: "pf-hint" }, note)), wrong(problems.list)].flat().filter(Boolean));
    if (sitting.candidates.some(({ absent }) => !absent)) this.out.append(report(analyse(sitting, this.words), sitting, this.words));
  }
}

/** What came out, in a line. */
function summary({ candidates, keys }) {
  if (candidates.length === 0) return "答卷里没有可以评的考生，原因见下。";
  const present = candidates.filter(({ absent }) => !absent);
  const told = `评了 ${present.length} 人${present.length < candidates.length ? `，缺考 ${candidates.length - present.length} 人` : ""}`;
  if (present.length === 0) return `${told}。`;
  const passed = present.filter(({ passed: one }) => one).length;
  return `${told}；平均 ${fixed(mean(present.map(({ score }) => score)), 2)} 分（满分 ${firstOf(keys).total}），及格 ${passed} 人（${percent(passed / present.length, 1)}）。`;
}

/** What could not be read or marked, the gravest first. */
function wrong(list) {
  if (list.length === 0) return null;
  const ordered = gravestFirst(list);
  const place = ({ file, line, column }) => `${file}${line ? ` 第 ${line} 行` : ""}${column ? `第 ${column} 列` : ""}`;
  const entry = ({ at, message, hint, grave }) => el("li", {}, el("b", {}, grave ? "" : "提醒　", place(at)), `　${message}。`, el("span", { class: "pf-hint" }, hint));
  const rest = ordered.slice(SHOWN);
  return el(
    "section",
    { class: "pf-note", "aria-label": "没有读懂的地方" },
    el("p", {}, `有 ${ordered.length} 处要看一看：`),
    el("ul", {}, ordered.slice(0, SHOWN).map(entry)),
    rest.length > 0 ? el("details", { class: "pf-more" }, el("summary", {}, `其余 ${rest.length} 处`), el("ul", {}, rest.map(entry))) : null,
  );
}

customElements.define("pufa-results", Results);
