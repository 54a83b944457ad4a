/** <pufa-exam>: a paper to sit: start, answer sheet, time, hand in, result.  Without scripts it is the paper with its answers folded. */

import { choose, clock, give, givenIn, handIn, isFlagged, isSame, merge, secondsLeft, sit, toggleFlag, turnTo, unanswered } from "../core/exam.js";
import { isMarked, nothing } from "../core/given.js";
import { markPaper } from "../core/marking.js";
import { optionOfKey } from "../core/run.js";
import { button, confirmed, el, onKeys } from "./dom.js";
import { Kept, readSitting, sittingText } from "./exam-kept.js";
import { countOf, digestOf, itemsOf, paperOf, sectionsOf } from "./exam-paper.js";
import { resultOf } from "./exam-result.js";
import { Sheet } from "./exam-sheet.js";
import { startOf, UNKEPT } from "./exam-start.js";
import { download, safe } from "./files.js";
import { stemOf } from "./item.js";
import { pageAddress } from "./site.js";
import { record, today } from "./storage.js";

/** Seconds before the end at which the time is said aloud. */
const SAID = [600, 300, 60];
const FIELDS = ".pf-opt, .pf-pair__select, .pf-blank__input, textarea";

class Exam extends HTMLElement {
  /** A sitting from a file, with its paper; to be set before the element is put in. @type {{exam: string, paper: object, sitting: object}|undefined} */
  brought;
  /** The page's own paper, once it was read; and the one at work, where that is another. */
  #own = null;
  #other = null;

  connectedCallback() {
    if (this.stage || !(this.brought || this.querySelector(".pf-exam-section li.pf-item"))) return;
    this.ownSections = this.brought ? sectionsOf(this.own) : [...this.querySelectorAll(".pf-exam-section")];
    for (const section of this.ownSections) section.hidden = true;
    this.stage = el("div", { class: "pf-stage pf-stage--exam" });
    this.note = el("div", { class: "pf-exam__notes" });
    this.live = el("div", { class: "pf-sr", "aria-live": "assertive" });
    this.prepend(this.note, this.stage, this.live);
    this.kept = new Kept(this.dataset.exam, () => this.heard());
    onKeys(this.stage, (event) => this.press(event), this.kept.abort.signal);
    window.addEventListener("beforeunload", (event) => this.refused && this.running && event.preventDefault(), { signal: this.kept.abort.signal });
    if (this.brought) this.bring(this.brought);
    else this.boot();
  }

  disconnectedCallback() {
    this.kept?.close();
    clearInterval(this.ticking);
  }

  /** The page's own paper, read when it is first asked for: most who look at a page never begin. */
  get own() {
    return (this.#own ??= this.brought?.paper ?? paperOf(this));
  }

  /** The paper at work, and its digest. */
  get paper() {
    return this.#other ?? this.own;
  }

  get digest() {
    return digestOf(this.paper);
  }

  get item() {
    return this.items[this.sitting.at];
  }

  get running() {
    return this.sitting !== null && this.sitting.done === null;
  }

  /** Goes on with the sitting that was begun in this browser, on the paper that it was begun with; else offers the page's own paper. */
  boot() {
    const told = this.kept.told();
    this.use(null, this.ownSections);
    const rebuilt = (told?.paper ?? "") !== "" && told.paper !== this.digest;
    const before = rebuilt ? this.kept.paper(told.paper) : null;
    if (before) this.use(before, sectionsOf(before));
    this.sitting = rebuilt && !before ? null : this.kept.sitting(this.ids);
    if (rebuilt && !before && told.done === null) this.say("这份卷的题目在你开始答题以后换过，原来的卷没有留下，只能重新开始。");
    else if (before && this.running) this.say("题库在你开始答题以后更新过。这一次仍按开始时的卷答题、评分。");
    if (this.sitting === null) this.welcome();
    else if (this.running) this.open();
    else this.conclude("", false);
  }

  /** @param {object|null} paper null for the page's own */
  use(paper, sections) {
    this.#other = paper;
    this.items = itemsOf(sections);
    this.count = countOf(this.items);
    this.ids = this.items.map((item) => item.id);
  }

  say(words, ...more) {
    this.note.replaceChildren(el("p", { class: "pf-note", role: "status" }, words, more));
  }

  // ---- before ----

  welcome() {
    clearInterval(this.ticking);
    this.sitting = null;
    this.removeAttribute("data-running");
    this.refused = !this.kept.hasRoom(this.ownSections);
    this.use(null, this.ownSections);
    const { minutes, marking } = this.brought?.paper ?? this.dataset;
    const facts = { minutes: Number(minutes), several: this.items.some((item) => item.type.several), marking, kept: !this.refused, another: this.another() };
    this.stage.replaceChildren(startOf(facts, { start: (limit) => this.start(limit), open: (text) => this.read(text) }));
  }

  start(minutes) {
    this.note.replaceChildren();
    this.sitting = sit(minutes, Date.now(), this.digest);
    this.told(this.kept.begin(this.sitting, this.paper));
    this.open();
    this.focusStem();
  }

  /** A sitting from a file. */
  read(text) {
    try {
      const found = readSitting(text, Date.now());
      if (found.exam !== this.dataset.exam) this.say(`这是另一份卷《${found.paper.title}》的答卷，请`, el("a", { href: pageAddress("paper/").href }, "在这里打开"), "。");
      else this.bring(found);
    } catch (error) {
      this.say(error.message);
    }
  }

  bring({ paper, sitting }) {
    this.use(paper, sectionsOf(paper));
    this.sitting = sitting;
    this.note.replaceChildren();
    this.told(this.kept.begin(sitting, paper));
    if (this.running) this.open();
    else this.conclude("");
  }

  /** A way to another paper after the same blueprint; a page that draws papers itself has its own. @returns {Node|null} */
  another() {
    if (!this.dataset.plan) return null;
    const address = pageAddress("paper/");
    address.searchParams.set("plan", this.dataset.plan);
    return el("a", { class: "pf-link", href: address.href }, "再来一套");
  }

  // ---- on the way ----

  open() {
    clearInterval(this.ticking);
    this.setAttribute("data-running", "");
    this.main = el("div", { class: "pf-exam__main" });
    this.sheet = new Sheet(this.items, { go: (at) => this.go(at), handIn: () => this.handIn(), save: () => this.save() });
    this.stage.replaceChildren(el("div", { class: "pf-exam" }, this.main, this.sheet.element));
    this.draw();
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  /** Says at once that nothing is kept. */
  told(kept) {
    this.refused = !kept;
    if (this.refused) this.say(UNKEPT, el("br"), button({ class: "pf-link", onclick: () => this.save() }, "现在存成答卷文件"));
  }

  save() {
    const name = `答卷-${safe(this.paper.title || "模拟卷")}-${today()}.json`;
    download(name, sittingText(this.dataset.exam, this.paper, this.sitting, Date.now()), "application/json");
    this.live.textContent = "答卷文件已交给浏览器保存。";
  }

  /** What this tab changed, put together with what other tabs did. */
  change(sitting, redraw = true) {
    const { sitting: whole, kept } = this.kept.save(sitting, this.ids);
    this.sitting = whole;
    if (!kept && !this.refused) this.told(false);
    if (whole.done !== null) return this.conclude("已在另一个标签页交卷。");
    if (redraw) this.draw();
    else this.sheet.show(whole);
  }

  /** Another tab wrote: its answers are taken in, and where it did not know of some of these, they are told again. */
  heard() {
    const { sitting } = this;
    const told = this.kept.told();
    if (told === null) return;
    if (sitting === null ? told.done === null : told.begun > sitting.begun) return this.boot();
    const incoming = sitting === null ? null : this.kept.sitting(this.ids);
    if (incoming === null || isSame(sitting, incoming)) return;
    if (!this.running) return void this.kept.save(sitting, this.ids);
    const openIn = ({ answers, flags }) => JSON.stringify([answers[this.item.id], flags[this.item.id]]);
    const whole = merge(sitting, incoming);
    this.change(whole, openIn(whole) !== openIn(sitting));
  }

  tick() {
    const left = secondsLeft(this.sitting, Date.now());
    this.sheet.time(left === null ? "不限时" : clock(left), left !== null && left <= 300);
    if (SAID.includes(left)) this.live.textContent = `还剩 ${left / 60} 分钟`;
    if (left === 0) this.finish("时间到，已自动交卷。", this.sitting.ends);
  }

  go(at) {
    this.change(turnTo(this.sitting, at, this.ids.length));
    if (this.running) this.focusStem();
  }

  /** An answer, as far as it goes. @param {number} [place] the option that was chosen */
  give(given, redraw, place) {
    if (place !== undefined) return this.chosen(given, place);
    const focus = [...this.main.querySelectorAll(FIELDS)].indexOf(document.activeElement);
    this.change(this.answered(given), redraw);
    if (redraw && this.running) this.main.querySelectorAll(FIELDS)[focus]?.focus({ preventScroll: true });
  }

  answered(given) {
    const unit = nothing(this.item);
    return give(this.sitting, this.item.id, given, Date.now(), Array.isArray(unit) && unit.length > 0);
  }

  choose(place) {
    if (!this.item.type.choosing) return;
    this.chosen(choose(this.given, place, this.item.type.several), place);
  }

  chosen(given, place) {
    this.change(this.answered(given));
    if (this.running) this.main.querySelectorAll(".pf-opt")[place]?.focus();
  }

  press(event) {
    if (!this.running) return;
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
    if (await confirmed("现在交卷吗？", text, "交卷")) this.finish("", Date.now());
  }

  // ---- after ----

  /** Hands in, unless another tab or the time did while the question was open. @param {number} at the same moment in every tab, where the time is up */
  finish(note, at) {
    if (!this.running) return;
    const { sitting, kept } = this.kept.save(handIn(this.sitting, at), this.ids);
    this.sitting = sitting;
    if (!kept) this.told(false);
    const { answers, marked, result } = this.outcome();
    const given = marked.filter((item) => Object.hasOwn(answers, item.id));
    record(given.map((item) => ({ id: item.id, right: result.marks[item.id] === item.points, stem: item.stem, page: item.page })), sitting.done);
    this.conclude(note);
  }

  outcome() {
    const answers = givenIn(this.sitting);
    const marked = this.items.filter(isMarked);
    return { answers, marked, result: markPaper(marked, answers, this.paper.marking) };
  }

  /** Shows how it went. @param {boolean} [moved] whether to bring it into sight */
  conclude(note, moved = true) {
    clearInterval(this.ticking);
    this.removeAttribute("data-running");
    document.querySelector("dialog.pf-dialog[open]")?.close("no");
    const { answers, result } = this.outcome();
    const again = button({ class: "pf-btn", onclick: () => (this.note.replaceChildren(), this.welcome(), this.stage.scrollIntoView()) }, "再考一次");
    const { title, pass } = this.paper;
    this.stage.replaceChildren(resultOf({ items: this.items, answers, result, title, pass: Number(pass), done: this.sitting.done, note, ways: [again, this.another()] }));
    if (!moved) return;
    this.stage.querySelector(".pf-sum__title").focus({ preventScroll: true });
    this.stage.scrollIntoView();
  }

  focusStem() {
    this.stage.querySelector(".pf-q__stem")?.focus({ preventScroll: true });
    if (this.stage.getBoundingClientRect().top < 0) this.stage.scrollIntoView();
  }

  get given() {
    return givenIn(this.sitting)[this.item.id] ?? nothing(this.item);
  }

  /** What the open question is answered with. */
  asking(item, given) {
    const hint = item.type.several ? el("p", { class: "pf-hint" }, "可以选几个。") : null;
    return [hint, ...item.type.asked(item, given, (value, redraw, place) => this.give(value, redraw, place))];
  }

  draw() {
    const { item, sitting } = this;
    const flagged = isFlagged(sitting, item.id);
    const step = (by, text) => button({ class: "pf-btn pf-btn--plain", disabled: sitting.at + by < 0 || sitting.at + by >= this.ids.length, onclick: () => this.go(sitting.at + by) }, text);
    const flag = button({ class: "pf-btn pf-btn--plain pf-flag", "aria-pressed": String(flagged), onclick: () => (this.change(toggleFlag(this.sitting, item.id, Date.now())), this.main.querySelector(".pf-flag").focus()) }, flagged ? "⚑ 已标记" : "⚐ 标记");
    this.main.replaceChildren(
      el("div", { class: "pf-stage__line" }, el("span", { class: "pf-stage__where" }, `第 ${item.number} 题，共 ${this.count} 题`), el("span", { class: "pf-hint" }, `${item.heading}　${item.points} 分`)),
      el(
        "div",
        { class: "pf-q", role: "group", "aria-label": `第 ${item.number} 题` },
        stemOf(item),
        this.asking(item, this.given),
        el("div", { class: "pf-q__bar" }, step(-1, "上一题"), flag, step(1, "下一题")),
      ),
    );
    this.sheet.show(sitting);
  }
}

customElements.define("pufa-exam", Exam);
