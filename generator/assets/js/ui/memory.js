/** <pufa-memory>: what this browser remembers; review of what is due; the memory as a file, out and in. */

import { book, counts, empty, exportText, importText, isDue, merge } from "../core/memory.js";
import { button, confirmed, el } from "./dom.js";
import { download } from "./files.js";
import { siteRoot } from "./search-api.js";
import { CHANGED, keep, memory, today } from "./storage.js";

class Memory extends HTMLElement {
  connectedCallback() {
    if (this.body) return;
    this.body = el("div", { class: "pf-memory" });
    this.status = el("p", { class: "pf-hint", role: "status" });
    this.review = el("div", {});
    this.append(this.body, this.status, this.review);
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
    const { seen, wrong, due } = counts(known, today());
    const rows = book(known).flatMap((row) => row.items);
    const number = (value, word) => el("div", {}, el("b", {}, String(value)), word);
    this.body.replaceChildren(
      el("div", { class: "pf-memory__numbers" }, number(seen, "做过的题"), number(wrong, "错题本"), number(due, "今天该复习")),
      el(
        "div",
        { class: "pf-q__bar" },
        due > 0 ? button({ class: "pf-btn", onclick: () => this.practise(rows.filter((item) => isDue(item, today()))) }, `复习今天的 ${due} 题`) : null,
        wrong > 0 ? button({ class: "pf-btn pf-btn--plain", onclick: () => this.practise(rows) }, `练全部错题（${wrong}）`) : null,
        wrong === 0 ? el("p", { class: "pf-hint" }, seen === 0 ? "还没有做过题。答错的题会记在这里，隔几天提醒复习。" : "错题本是空的。") : null,
      ),
      el("div", { class: "pf-memory__file" }, seen > 0 ? button({ class: "pf-link", onclick: () => this.save() }, "导出进度文件") : null, this.picker(), seen > 0 ? button({ class: "pf-link", onclick: () => this.clear() }, "清空") : null),
    );
  }

  picker() {
    const input = el("input", { type: "file", class: "pf-sr", accept: ".json,application/json", onchange: () => input.files[0] && this.load(input.files[0]) });
    return el("label", { class: "pf-link" }, input, "导入进度文件");
  }

  save() {
    download(`pufa-progress-${today()}.json`, exportText(memory()), "application/json");
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
    if (!(await confirmed("清空全部进度吗？", "错题本和复习安排都会删除，不能恢复；可以先导出进度文件。", "清空"))) return;
    keep(empty());
    this.review.replaceChildren();
    this.status.textContent = "已清空。";
  }

  /** Brings the questions here from the pages they stand on. */
  async practise(wanted) {
    this.status.textContent = "正在取题…";
    const pages = [...new Set(wanted.map((item) => item.page))];
    const lists = await Promise.all(pages.map((page) => itemsOn(page).catch(() => new Map())));
    const where = new Map(pages.map((page, at) => [page, lists[at]]));
    const found = wanted.map((item) => where.get(item.page).get(item.id)).filter(Boolean);
    const missing = wanted.length - found.length;
    this.status.textContent = missing > 0 ? `有 ${missing} 题没有取到：网络不通，或者题目已随法律更新换掉。` : "";
    if (found.length === 0) return;
    const list = el("ol", { class: "pf-items" }, found);
    this.review.replaceChildren(el("h3", {}, "错题复习"), el("pufa-quiz", { class: "pf-quiz", "data-fresh": true }, list));
    this.review.querySelector(".pf-q__stem")?.focus();
  }
}

/** Questions of a page of this site: id -> its `li`, with addresses that hold here too. */
async function itemsOn(page) {
  const address = new URL(page, siteRoot());
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const other = new DOMParser().parseFromString(await response.text(), "text/html");
  const rows = [...other.querySelectorAll("li.pf-item")].map((li) => {
    const here = document.importNode(li, true);
    here.removeAttribute("id");
    here.dataset.page = page;
    for (const link of here.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    return [here.dataset.id, here];
  });
  return new Map(rows);
}

customElements.define("pufa-memory", Memory);
