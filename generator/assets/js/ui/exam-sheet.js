/** The answer sheet beside a paper: a button for each question, the time left, the way to hand in. */

import { givenIn, isFlagged } from "../core/exam.js";
import { button, el, freshId } from "./dom.js";

export class Sheet {
  /** @param {object[]} items @param {{go: (at: number) => void, handIn: () => void, save: () => void}} act */
  constructor(items, act) {
    this.items = items;
    const id = freshId("sheet");
    this.buttons = items.map((_, at) => button({ class: "pf-cell", onclick: () => (act.go(at), this.fold()) }));
    this.clock = el("b", { class: "pf-clock", role: "timer" });
    this.count = el("p", { class: "pf-hint" });
    this.body = el("div", { class: "pf-exam__cells", id }, this.groups());
    this.folder = button({ class: "pf-link pf-exam__fold", "aria-expanded": "false", "aria-controls": id, onclick: () => this.fold(!this.isOpen) }, "答题卡");
    this.element = el(
      "aside",
      { class: "pf-exam__sheet", "aria-label": "答题卡" },
      el("div", { class: "pf-exam__top" }, el("p", {}, el("span", { class: "pf-clock__word" }, "剩余时间"), this.clock), this.folder, button({ class: "pf-btn", onclick: act.handIn }, "交卷")),
      this.body,
      this.count,
      button({ class: "pf-link pf-exam__save", onclick: act.save }, "存成答卷文件"),
    );
  }

  get isOpen() {
    return this.element.classList.contains("pf-exam__sheet--open");
  }

  /** On a phone the numbers are folded away; elsewhere this changes nothing that one sees. */
  fold(open = false) {
    this.element.classList.toggle("pf-exam__sheet--open", open);
    this.folder.setAttribute("aria-expanded", String(open));
  }

  groups() {
    const found = new Map();
    this.items.forEach((item, at) => found.set(item.heading, [...(found.get(item.heading) ?? []), this.buttons[at]]));
    return [...found].map(([heading, cells]) => [heading ? el("p", {}, heading) : null, el("div", { class: "pf-cells" }, cells)]);
  }

  time(text, short) {
    this.clock.textContent = text;
    this.clock.classList.toggle("pf-clock--short", short);
  }

  show(sitting) {
    const given = givenIn(sitting);
    let flags = 0;
    this.buttons.forEach((one, at) => {
      const { id, number } = this.items[at];
      const done = Object.hasOwn(given, id);
      const flagged = isFlagged(sitting, id);
      flags += flagged ? 1 : 0;
      one.className = `pf-cell${done ? " pf-cell--done" : ""}${flagged ? " pf-cell--flag" : ""}`;
      one.replaceChildren(number);
      one.classList.toggle("pf-cell--wide", this.items[at].takes > 1);
      one.setAttribute("aria-label", `第 ${number} 题，${done ? "已答" : "未答"}${flagged ? "，已标记" : ""}`);
      if (at === sitting.at) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
    const done = Object.keys(given).length;
    this.count.textContent = `已答 ${done}，未答 ${this.items.length - done}，标记 ${flags}`;
  }
}
