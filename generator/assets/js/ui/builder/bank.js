/** The bank to look through: items by topic, type, thought and article, to read, to flag and to put into the paper. */

import { button, el } from "../dom.js";
import { copied } from "../files.js";
import { ownText } from "../item.js";
import { elements } from "./items.js";
import { select, text } from "./fields.js";

const PER_PAGE = 20;

export class Bank {
  /** @param {object} shelf @param {{add: (item: number) => void, holds: (item: number) => boolean, say: (words: string) => void}} act */
  constructor(shelf, act) {
    this.shelf = shelf;
    this.act = act;
    this.asked = { topic: "", type: "", thought: "", regulation: "", article: "" };
    this.page = 0;
    this.fields = el("div", { class: "pf-bank__fields", role: "search", "aria-label": "筛选题库" });
    this.count = el("p", { class: "pf-count", role: "status" });
    this.list = el("ol", { class: "pf-items pf-bank__list" });
    this.pages = el("p", { class: "pf-bank__pages" });
    this.element = el("div", { class: "pf-bank" }, this.fields, this.count, this.list, this.pages);
  }

  open() {
    if (this.opened) return;
    this.opened = true;
    this.drawFields();
    this.draw();
  }

  drawFields() {
    const { shelf, asked } = this;
    const all = (list) => [["", "全部"], ...list];
    const change = (name) => (value) => {
      asked[name] = value;
      this.page = 0;
      this.draw();
    };
    this.fields.replaceChildren(
      select("专题", asked.topic, all(shelf.valuesOf("topic")), change("topic")),
      select("题型", asked.type, all(shelf.valuesOf("type")), change("type")),
      select("要会什么", asked.thought, all(shelf.valuesOf("thought")), change("thought")),
      select("法规", asked.regulation, all(shelf.valuesOf("regulation")), change("regulation")),
      text("第几条", asked.article, change("article")),
    );
  }

  /** Items that fit what was asked. */
  found() {
    const { shelf, asked } = this;
    const topic = asked.topic && shelf.placeOf("topic", asked.topic);
    const law = shelf.articles.regulations.findIndex(([id]) => id === asked.regulation);
    const key = asked.article.normalize("NFKC").replace(/[第条\s]/gu, "").replace(/之/u, "-");
    const cites = ([regulation, article]) => (law < 0 || regulation === law) && (key === "" || article === key);
    return shelf.ids.flatMap((_, item) => {
      const fits =
        (asked.topic === "" || shelf.has("topic", item, topic)) &&
        (asked.type === "" || shelf.typeOf(item) === asked.type) &&
        (asked.thought === "" || shelf.one("thought", item) === asked.thought) &&
        ((law < 0 && key === "") || shelf.articlesOf(item).some(cites));
      return fits ? [item] : [];
    });
  }

  async draw() {
    const items = this.found();
    const last = Math.max(0, Math.ceil(items.length / PER_PAGE) - 1);
    this.page = Math.min(this.page, last);
    const shown = items.slice(this.page * PER_PAGE, (this.page + 1) * PER_PAGE);
    const drawing = (this.drawing = {});
    this.count.textContent = items.length === 0 ? "没有这样的题，放宽一个条件试试。" : `${items.length} 题，第 ${this.page + 1}／${last + 1} 页`;
    const list = await elements(this.shelf, shown);
    if (drawing !== this.drawing) return;
    for (const [at, li] of list.entries()) {
      li.id = `b${at + 1}`;
      li.value = this.page * PER_PAGE + at + 1;
      li.append(this.tools(shown[at], li));
    }
    this.list.replaceChildren(...list);
    const turn = (by, words) => button({ class: "pf-btn pf-btn--plain", disabled: this.page + by < 0 || this.page + by > last, onclick: () => this.turn(by) }, words);
    this.pages.replaceChildren(turn(-1, "上一页"), turn(1, "下一页"));
    this.refresh();
  }

  async turn(by) {
    this.page += by;
    await this.draw();
    this.element.scrollIntoView();
  }

  tools(item, li) {
    const add = button({ class: "pf-tool", "data-add": String(item), onclick: () => this.act.add(item) }, "加入试卷");
    const flag = button({ class: "pf-tool", "aria-expanded": "false", onclick: () => this.flag(item, li, flag) }, "这题有疑问");
    return el("div", { class: "pf-item__tools" }, add, flag, el("span", { class: "pf-hint" }, `难度 ${(this.shelf.difficulty(item) / 10_000).toFixed(2)}`));
  }

  /** Which items the paper holds already. */
  refresh() {
    for (const add of this.list.querySelectorAll("[data-add]")) {
      const inside = this.act.holds(Number(add.dataset.add));
      add.disabled = inside;
      add.textContent = inside ? "已在卷里" : "加入试卷";
    }
  }

  /** A report to copy and to send to whoever keeps the bank. */
  flag(item, li, opener) {
    const open = li.querySelector(".pf-flagged");
    opener.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const stem = ownText(li.querySelector(".pf-stem"));
    const refs = li.querySelector(".pf-refs")?.textContent.trim() ?? "";
    const words = [`题号：${this.shelf.ids[item]}`, `题目：${stem}`, `网站给的答案：${li.dataset.answer}`, refs, `题库日期：${this.shelf.as_of}`, "我认为：", "依据："].join("\n");
    const area = el("textarea", { rows: 8, "aria-label": "疑问报告" });
    area.value = words;
    const copy = button({ class: "pf-btn pf-btn--plain", onclick: () => this.copy(area) }, "复制");
    li.append(el("div", { class: "pf-flagged" }, el("p", { class: "pf-hint" }, "写上您认为哪里不对，复制以后发给维护本站的人。"), area, copy));
    area.focus();
    return undefined;
  }

  async copy(area) {
    this.act.say((await copied(area)) ? "疑问报告已复制。" : "浏览器不让复制，文字已选中，请按 Ctrl+C。");
  }
}
