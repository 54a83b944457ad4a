/** <pufa-memory>: what this browser remembers, in figures and pictures; the ways to review; the memory as a file, out and in. */

import { book, counts, exportText, importText, merge } from "../core/memory.js";
import { button, confirmed, el } from "./dom.js";
import { download, fileInput } from "./files.js";
import { comingPicture, topicsPicture } from "./picture.js";
import { pageAddress } from "./site.js";
import { CHANGED, keep, memory, takes, today } from "./storage.js";

const REFUSED = "浏览器不让保存：做过的题、错题和标记关掉网页就没有了。";
/** Rows of the wrong-answer book that are shown. */
const SHOWN = 50;

/** Hands out the memory as a file. */
export const saveMemory = () => download(`pufa-progress-${today()}.json`, exportText(memory()), "application/json");

/** A link to practice. @param {string} query */
const drill = (query, words, plain) => el("a", { class: plain ? "pf-btn pf-btn--plain" : "pf-btn", href: pageAddress(`drill/?${query}`).href }, words);

class Memory extends HTMLElement {
  connectedCallback() {
    if (this.body) return;
    this.body = el("div", { class: "pf-memory" });
    this.status = el("p", { class: "pf-hint", role: "status" }, takes(1000) ? null : REFUSED);
    this.append(this.body, this.status);
    this.changed = () => this.draw();
    document.addEventListener(CHANGED, this.changed);
    window.addEventListener("storage", this.changed);
    this.draw();
  }

  disconnectedCallback() {
    document.removeEventListener(CHANGED, this.changed);
    window.removeEventListener("storage", this.changed);
  }

  draw() {
    const known = memory();
    const { seen, wrong, due, flagged } = counts(known, today());
    const number = (value, word) => el("div", {}, el("b", {}, String(value)), word);
    const topics = JSON.parse(this.dataset.topics ?? "[]");
    this.body.replaceChildren(
      el("div", { class: "pf-memory__numbers" }, number(seen, "做过的题"), number(wrong, "错题本"), number(due, "今天该复习")),
      el(
        "div",
        { class: "pf-q__bar" },
        due > 0 ? drill("only=due", `复习今天的 ${due} 题`) : null,
        wrong > 0 ? drill("only=wrong", `练全部错题（${wrong}）`, true) : null,
        flagged > 0 ? drill("only=flagged", `练标记的题（${flagged}）`, true) : null,
        seen === 0 ? el("p", { class: "pf-hint" }, "还没有做过题。做过的题记在这里，快忘的时候提醒复习；答错的另有错题本。") : null,
      ),
      ...[comingPicture(known, today()), topicsPicture(known, topics), wrongBook(known)].filter(Boolean),
      el("div", { class: "pf-memory__file" }, seen > 0 ? button({ class: "pf-link", onclick: () => this.save() }, "导出进度文件") : null, el("label", { class: "pf-link" }, fileInput(([file]) => this.load(file)), "导入进度文件"), seen > 0 ? button({ class: "pf-link", onclick: () => this.clear() }, "清空") : null),
    );
  }

  save() {
    saveMemory();
    this.status.textContent = "进度文件已交给浏览器保存，可以在别的设备上导入。";
  }

  async load(file) {
    try {
      const { memory: merged, changed } = merge(memory(), importText(await file.text()));
      const kept = keep(merged);
      this.status.textContent = kept ? `已导入，更新了 ${changed} 题的记录。` : "浏览器不允许保存，导入的进度没有留下。";
    } catch (error) {
      this.status.textContent = error.message;
    }
  }

  async clear() {
    if (!(await confirmed("清空全部进度吗？", "错题本、标记和复习安排都会删除，不能恢复；可以先导出进度文件。", "清空"))) return;
    keep(null);
    this.status.textContent = "已清空。";
  }
}

/** The wrong-answer book: what went wrong, how often, each a click from its question. */
function wrongBook(known) {
  const rows = book(known);
  if (rows.length === 0) return null;
  const row = ({ id, stem, wrong, tries }) => el("li", {}, el("a", { href: pageAddress(`drill/?${new URLSearchParams({ id })}`).href }, stem), el("small", {}, `答了 ${tries} 次，错 ${wrong} 次`));
  const more = rows.length > SHOWN ? el("p", { class: "pf-hint" }, `这里列出错得最多的 ${SHOWN} 题，一共 ${rows.length} 题。`) : null;
  return el("details", { class: "pf-fold" }, el("summary", {}, `错题本（${rows.length}）`), el("ul", { class: "pf-rows" }, rows.slice(0, SHOWN).map(row)), more);
}

customElements.define("pufa-memory", Memory);
