/** <pufa-exam>: a paper to sit: start, answer sheet, time, hand in, result.  Without scripts it is the paper with its answers folded. */

import { choose, clock, fromStorage, give, secondsLeft, sit, toggleFlag, turnTo, unanswered } from "../core/exam.js";
import { isEmpty, isMarked, nothing } from "../core/given.js";
import { markPaper, RULES } from "../core/marking.js";
import { optionOfKey } from "../core/run.js";
import { button, confirmed, el, onKeys } from "./dom.js";
import { resultOf } from "./exam-result.js";
import { Sheet } from "./exam-sheet.js";
import { readItems, stemOf } from "./item.js";
import { read, record, write } from "./storage.js";

/** Seconds before the end at which the time is said aloud. */
const SAID = [600, 300, 60];

/** Gives every item its number, `12` or `12–15` where its parts are numbered through; how many numbers there are. */
function number(items) {
  let last = 0;
  for (const item of items) {
    item.number = item.takes > 1 ? `${last + 1}–${last + item.takes}` : String(last + 1);
    last += item.takes;
  }
  return last;
}

class Exam extends HTMLElement {
  connectedCallback() {
    if (this.stage) return;
    this.sections = [...this.querySelectorAll(".pf-exam-section")];
    this.items = this.sections.flatMap((section) => {
      const heading = section.querySelector("h2")?.firstChild?.textContent.trim() ?? "";
      return readItems(section).map((item) => ({ ...item, points: item.takes * Number(section.dataset.points), heading }));
    });
    this.count = number(this.items);
    if (this.items.length === 0) return;
    this.ids = this.items.map((item) => item.id);
    this.key = `pufa.exam.${this.dataset.exam}`;
    for (const section of this.sections) section.hidden = true;
    this.stage = el("div", { class: "pf-stage pf-stage--exam" });
    this.live = el("div", { class: "pf-sr", "aria-live": "assertive" });
    this.prepend(this.stage, this.live);
    this.abort = new AbortController();
    onKeys(this.stage, (event) => this.press(event), this.abort.signal);
    this.sitting = fromStorage(read(this.key), this.ids);
    if (this.sitting) this.open();
    else this.welcome();
  }

  disconnectedCallback() {
    this.abort?.abort();
    clearInterval(this.ticking);
  }

  get item() {
    return this.items[this.sitting.at];
  }

  // ---- before ----

  welcome() {
    const unlimited = el("input", { type: "checkbox" });
    const several = this.items.some((item) => item.type.several);
    const rule = several ? RULES[this.dataset.marking] : null;
    const minutes = Number(this.dataset.minutes);
    this.stage.replaceChildren(
      el(
        "div",
        { class: "pf-exam__start" },
        el("ul", {}, [
          el("li", {}, `限时 ${minutes} 分钟，时间到自动交卷；中途刷新或关掉页面，答案和时间都保留。`),
          rule ? el("li", {}, `${rule}。`) : null,
          el("li", {}, "可以跳题、标记、回头改；交卷以后才显示答案和解析。"),
          el("li", {}, "可以用数字键或字母键选答案，左右方向键换题。"),
        ]),
        el("label", { class: "pf-switch" }, unlimited, el("span", {}, "不限时", el("small", {}, "需要更多时间时选这一项"))),
        button({ class: "pf-btn pf-exam__go", onclick: () => this.start(unlimited.checked ? null : minutes) }, "开始答题"),
      ),
    );
  }

  start(minutes) {
    this.sitting = sit(minutes, Date.now());
    this.keep();
    this.open();
    this.focusStem();
  }

  // ---- on the way ----

  open() {
    this.main = el("div", { class: "pf-exam__main" });
    this.sheet = new Sheet(this.items, { go: (at) => this.go(at), handIn: () => this.handIn() });
    this.stage.replaceChildren(el("div", { class: "pf-exam" }, this.main, this.sheet.element));
    this.draw();
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  keep() {
    write(this.key, this.sitting);
  }

  change(sitting) {
    this.sitting = sitting;
    this.keep();
    this.draw();
  }

  tick() {
    const left = secondsLeft(this.sitting, Date.now());
    this.sheet.time(left === null ? "不限时" : clock(left), left !== null && left <= 300);
    if (SAID.includes(left)) this.live.textContent = `还剩 ${left / 60} 分钟`;
    if (left === 0) this.finish("时间到，已自动交卷。");
  }

  go(at) {
    this.change(turnTo(this.sitting, at, this.ids.length));
    this.focusStem();
  }

  /** An answer, as far as it goes. @param {number} [place] the option that was chosen */
  give(given, redraw, place) {
    if (place !== undefined) return this.chosen(given, place);
    const fields = ".pf-opt, .pf-pair__select, .pf-blank__input";
    const focus = [...this.main.querySelectorAll(fields)].indexOf(document.activeElement);
    this.sitting = give(this.sitting, this.item.id, isEmpty(given) ? [] : given);
    this.keep();
    if (redraw) this.draw();
    else this.sheet.show(this.sitting);
    if (redraw) this.main.querySelectorAll(fields)[focus]?.focus({ preventScroll: true });
  }

  choose(place) {
    if (!this.item.type.choosing) return;
    this.chosen(choose(this.sitting.answers[this.item.id] ?? [], place, this.item.type.several), place);
  }

  chosen(given, place) {
    this.change(give(this.sitting, this.item.id, given));
    this.main.querySelectorAll(".pf-opt")[place]?.focus();
  }

  press(event) {
    if (!this.sitting) return;
    const place = this.item.type.choosing ? optionOfKey(event.key, this.item.options.length) : -1;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? (event.key === "Enter" && event.target.closest?.(".pf-q__stem") ? 1 : 0);
    if (place >= 0) {
      event.preventDefault();
      this.choose(place);
    } else if (step !== 0) {
      event.preventDefault();
      this.go(this.sitting.at + step);
    }
  }

  async handIn() {
    const open = unanswered(this.sitting, this.ids);
    const text = open.length > 0 ? `还有 ${open.length} 题没有作答（第 ${open.slice(0, 8).map((at) => this.items[at].number).join("、")} 题${open.length > 8 ? "等" : ""}），按 0 分计。` : "交卷以后不能再改。";
    if (await confirmed("现在交卷吗？", text, "交卷")) this.finish("");
  }

  // ---- after ----

  finish(note) {
    if (!this.sitting) return; // the time ran out while the question was open
    clearInterval(this.ticking);
    document.querySelector("dialog.pf-dialog[open]")?.close("no");
    const { answers } = this.sitting;
    const marked = this.items.filter(isMarked);
    const result = markPaper(marked, answers, this.dataset.marking);
    record(marked.filter((item) => Object.hasOwn(answers, item.id)).map((item) => ({ id: item.id, right: result.marks[item.id] === item.points, stem: item.stem, page: item.page })));
    write(this.key, null);
    this.sitting = null;
    const again = () => (this.welcome(), this.stage.scrollIntoView());
    this.stage.replaceChildren(resultOf({ items: this.items, answers, result, pass: Number(this.dataset.pass), note, again }));
    this.stage.querySelector(".pf-sum__title").focus({ preventScroll: true });
    this.stage.scrollIntoView();
  }

  focusStem() {
    this.stage.querySelector(".pf-q__stem")?.focus({ preventScroll: true });
    if (this.stage.getBoundingClientRect().top < 0) this.stage.scrollIntoView();
  }

  /** What the open question is answered with. */
  asking(item, given) {
    const hint = item.type.several ? el("p", { class: "pf-hint" }, "可以选几个。") : null;
    return [hint, ...item.type.asked(item, given, (value, redraw, place) => this.give(value, redraw, place))];
  }

  draw() {
    const { item, sitting } = this;
    const given = sitting.answers[item.id] ?? nothing(item);
    const flagged = sitting.flags.includes(item.id);
    const step = (by, text) => button({ class: "pf-btn pf-btn--plain", disabled: sitting.at + by < 0 || sitting.at + by >= this.ids.length, onclick: () => this.go(sitting.at + by) }, text);
    const flag = button({ class: "pf-btn pf-btn--plain pf-flag", "aria-pressed": String(flagged), onclick: () => (this.change(toggleFlag(sitting, item.id)), this.main.querySelector(".pf-flag").focus()) }, flagged ? "⚑ 已标记" : "⚐ 标记");
    this.main.replaceChildren(
      el("div", { class: "pf-stage__line" }, el("span", { class: "pf-stage__where" }, `第 ${item.number} 题，共 ${this.count} 题`), el("span", { class: "pf-hint" }, `${item.heading}　${item.points} 分`)),
      el(
        "div",
        { class: "pf-q", role: "group", "aria-label": `第 ${item.number} 题` },
        stemOf(item),
        this.asking(item, given),
        el("div", { class: "pf-q__bar" }, step(-1, "上一题"), flag, step(1, "下一题")),
      ),
    );
    this.sheet.show(sitting);
  }
}

customElements.define("pufa-exam", Exam);
