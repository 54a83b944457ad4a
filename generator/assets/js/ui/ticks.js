/** Ticks on a page: of each thing to do and each question whether it is so, by whom, when, with a note; and the report of gaps. */

import { counts, exportText, importText, merge, withTick } from "../core/ticks.js";
import { button, confirmed, el, freshId } from "./dom.js";
import { download, fileInput } from "./files.js";
import { today } from "./storage.js";

const ANSWERS = [
  ["done", "做到了"],
  ["gap", "没做到"],
  ["none", "没有这回事"],
];
const NOTES = [
  ["date", "哪天", { type: "date" }],
  ["person", "谁办的", { type: "text", maxlength: 40, autocomplete: "name" }],
  ["note", "备注", { type: "text", maxlength: 500, autocomplete: "off" }],
  ["photo", "照片名", { type: "text", maxlength: 120, autocomplete: "off", placeholder: "手机里照片的名字" }],
];

export class Ticks {
  /**
   * @param {HTMLElement} root whose elements with `data-tick` are ticked
   * @param {{guide: string, title: string, known: () => object, keep: (known: object) => boolean, say: (text: string) => void, remind: (() => void)|null}} page
   */
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.rows = [...root.querySelectorAll("[data-tick]")].map((element) => this.row(element));
    this.report = root.querySelector("[data-report]");
    this.bar = this.tools();
    root.querySelector("[data-tools]")?.replaceChildren(this.bar);
    root.append(this.foot());
  }

  get entries() {
    return this.page.known().ticks[this.page.guide] ?? {};
  }

  row(element) {
    const [key, asked] = [element.dataset.tick, element.dataset.answers !== undefined];
    const inputs = asked ? this.answers(element, key) : this.checkbox(element, key);
    const line = el("p", { class: "pf-notes__line" });
    const why = element.querySelector(".pf-why");
    const notes = why ?? el("details", { class: "pf-notes" }, el("summary", {}, "记一笔"));
    if (why) {
      why.querySelector("summary").textContent = "为什么，留什么证据，记一笔";
      why.before(line);
    } else element.append(notes, line);
    const row = { element, key, inputs, notes: {}, line };
    notes.addEventListener("toggle", () => this.fields(row, notes), { once: true });
    return row;
  }

  /** The fields of a row are made when it is first opened: hundreds that nobody sees held the page up. */
  fields(row, notes) {
    const made = NOTES.map(([name, label, attributes]) => [name, label, el("input", { ...attributes, onchange: (event) => this.change(row.key, { [name]: event.target.value }) })]);
    notes.append(el("div", { class: "pf-notes__fields" }, made.map(([, label, input]) => el("label", {}, label, input))));
    row.notes = Object.fromEntries(made.map(([name, , input]) => [name, input]));
    const tick = this.entries[row.key] ?? {};
    for (const [name, input] of Object.entries(row.notes)) input.value = tick[name] ?? "";
  }

  checkbox(element, key) {
    const input = el("input", { type: "checkbox", "aria-label": `做好了：${element.dataset.title}`, onchange: () => this.change(key, { state: input.checked ? "done" : "" }) });
    element.prepend(el("span", { class: "pf-tick" }, input));
    return { done: input };
  }

  answers(element, key) {
    const name = freshId("answer");
    const inputs = Object.fromEntries(ANSWERS.map(([state]) => [state, el("input", { type: "radio", name, onchange: () => this.change(key, { state }) })]));
    const labels = ANSWERS.map(([state, word]) => el("label", {}, inputs[state], el("span", {}, word)));
    element.append(el("span", { class: "pf-answers", role: "radiogroup", "aria-label": element.dataset.title }, labels));
    return inputs;
  }

  /** What another tab has written meanwhile is read first, so that no answer is lost. */
  change(key, changes) {
    const before = this.entries[key];
    const dated = changes.state && !before?.date ? { date: today(), ...changes } : changes;
    const known = withTick(this.page.known(), this.page.guide, key, dated, Date.now());
    this.said = this.page.keep(known);
    this.draw(known.ticks[this.page.guide]);
  }

  /** @param {object} entries as they are now; those kept where none are given */
  draw(entries = this.entries) {
    for (const { element, key, inputs, notes, line } of this.rows) {
      const tick = entries[key] ?? { state: "" };
      element.dataset.state = tick.state;
      for (const [state, input] of Object.entries(inputs)) input.checked = tick.state === state;
      for (const [name, input] of Object.entries(notes)) if (document.activeElement !== input) input.value = tick[name] ?? "";
      line.textContent = ["date", "person", "note"].map((name) => tick[name]).filter(Boolean).join(" · ") + (tick.photo ? ` · 照片 ${tick.photo}` : "");
    }
    this.tell(entries);
  }

  tell(entries) {
    const shown = this.rows.filter(({ element }) => !element.hidden);
    const duties = shown.filter(({ element }) => element.dataset.answers === undefined);
    const { done } = counts(entries, duties.map(({ key }) => key));
    this.progress.max = Math.max(duties.length, 1);
    this.progress.value = done;
    this.count.textContent = `已做 ${done}／${duties.length}`;
    if (this.report) this.write(entries);
  }

  /** The report: each gap with the duty behind it and what it costs. */
  write(entries) {
    const asked = this.rows.filter(({ element }) => element.dataset.answers !== undefined);
    const found = counts(entries, asked.map(({ key }) => key));
    const gaps = asked.filter(({ key }) => entries[key]?.state === "gap");
    const line = ({ element }) => el("li", {}, element.dataset.title, this.linked(element));
    this.report.replaceChildren(
      el("p", {}, found.open === asked.length ? "一条条点，点完这里就列出缺口。" : `答了 ${asked.length - found.open} 条：做到 ${found.done}，没做到 ${found.gap}，没有这回事 ${found.none}；还有 ${found.open} 条没答。`),
      ...(gaps.length > 0 ? [el("h3", {}, `${gaps.length} 个缺口，先补这些`), el("ul", { class: "pf-gaps" }, gaps.map(line))] : []),
    );
  }

  linked(element) {
    const ids = (element.dataset.duties ?? "").split(" ").filter(Boolean);
    return ids.map((id) => this.root.querySelector(`#duty-${CSS.escape(id)}`)).filter(Boolean).map((duty) => {
      const cost = duty.querySelector(".pf-duty__cost");
      const price = cost && !cost.classList.contains("pf-duty__cost--none") ? cost.childNodes[1]?.textContent.trim() : "";
      return el("span", { class: "pf-gap" }, " → ", el("a", { href: `#${duty.id}` }, duty.dataset.title), price ? el("b", { class: "pf-amount" }, ` ${price}`) : null);
    });
  }

  /** What stays in sight while one goes through the list: how far one is, and what to do with it. */
  foot() {
    this.progress = el("progress", { value: 0, max: 1, "aria-label": "做了多少" });
    this.count = el("span", {});
    const remind = this.page.remind ? button({ class: "pf-btn", onclick: this.page.remind }, "加到日历") : null;
    return el("div", { class: "pf-foot" }, el("p", { class: "pf-ticks__count" }, this.progress, this.count), button({ class: "pf-btn pf-btn--plain", onclick: () => window.print() }, "打印"), remind);
  }

  tools() {
    const input = fileInput(([file]) => this.load(file));
    return el(
      "div",
      { class: "pf-ticks" },
      el("p", { class: "pf-ticks__bar" }, button({ class: "pf-link", onclick: () => this.save() }, "导出清单"), el("label", { class: "pf-link" }, input, "导入清单"), button({ class: "pf-link", onclick: () => this.clear() }, "清空")),
      el("p", { class: "pf-hint" }, "勾和备注只存在这台设备的浏览器里。换手机、换电脑，用导出和导入带过去。"),
    );
  }

  save() {
    download(`${this.page.title}清单-${today()}.json`, exportText(this.page.known(), this.page.guide), "application/json");
    this.page.say("清单文件已交给浏览器保存。");
  }

  async load(file) {
    try {
      const { known, changed } = merge(this.page.known(), importText(await file.text()));
      if (this.page.keep(known)) this.page.say(`已导入，更新了 ${changed} 条。`);
      this.draw(known.ticks[this.page.guide]);
    } catch (error) {
      this.page.say(error.message);
    }
  }

  async clear() {
    if (!(await confirmed("清空这一页的勾和备注吗？", "清空以后不能恢复；可以先导出清单。", "清空"))) return;
    const known = this.page.known();
    delete known.ticks[this.page.guide];
    this.page.keep(known);
    this.draw({});
    this.page.say("已清空。");
  }
}
