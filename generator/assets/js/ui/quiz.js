/** <pufa-quiz>: one question at a time over the static list; the list itself stays a click away, and is all there is without scripts. */

import { choose } from "../core/exam.js";
import { isEmpty, isMarked, isWhole, nothing, shareOf } from "../core/given.js";
import { isFlagged, resultsSince } from "../core/memory.js";
import { answer, createRun, goTo, next, optionOfKey, summary } from "../core/run.js";
import { button, el, onKeys } from "./dom.js";
import { answered, readItems, stemOf, verdictLine, verdictOf } from "./item.js";
import { saveMemory } from "./memory.js";
import { dots, summaryOf } from "./quiz-parts.js";
import { flag, memory, record, takes } from "./storage.js";

/** Questions that are fetched before they come up. */
const AHEAD = 5;
/** What a learner answers with, in the order of the page. */
const FIELDS = ".pf-opt, .pf-pair__select, .pf-blank__input";

class Quiz extends HTMLElement {
  /**
   * Questions that are no list on the page; to be set before the element is put in.
   * @type {{ids: string[], since: number, load: (ids: string[]) => Promise<object[]>, another: Node}|undefined} `since`: answers from this
   *   moment on belong to this round; `another` leads to another round
   */
  source;

  connectedCallback() {
    this.list = this.querySelector(".pf-items");
    if (this.stage || !(this.list || this.source)) return;
    this.items = new Map((this.list ? readItems(this.list) : []).map((item) => [item.id, item]));
    this.ids = this.source?.ids ?? [...this.items.keys()];
    if (this.ids.length === 0) return;
    this.refused = !takes(1000);
    this.stage = el("div", { class: "pf-stage" });
    this.live = el("div", { class: "pf-sr", "aria-live": "polite" });
    this.toggle = this.list ? button({ class: "pf-link", "aria-pressed": "false", onclick: () => this.showList(this.list.hidden) }, "全部题目") : null;
    this.prepend(this.stage, this.live);
    this.begin(this.ids, resultsSince(memory(), this.ids, this.source?.since ?? 0));
    this.openHash();
    if (this.list) this.showList(false);
    else this.draw();
    this.abort = new AbortController();
    onKeys(this.stage, (event) => this.key(event), this.abort.signal);
  }

  disconnectedCallback() {
    this.abort?.abort();
  }

  /** Starts with these questions; goes on where the learner stopped, unless all is done. */
  begin(ids, before = {}) {
    const known = Object.keys(before).length;
    this.run = createRun(ids, known < ids.length ? before : {});
    this.earlier = known < ids.length ? known : 0;
    this.chosen = {};
    this.leave();
  }

  /** Forgets what was begun on the open question. */
  leave() {
    this.picked = null;
    this.revealed = false;
    this.summing = false;
  }

  /** A link to #q3 opens that question. */
  openHash() {
    const at = [...this.items.values()].findIndex((item) => item.li.id && `#${item.li.id}` === location.hash);
    if (at >= 0) this.run = goTo(this.run, at);
  }

  get item() {
    return this.items.get(this.run.ids[this.run.at]);
  }

  get isListed() {
    return this.list !== null && !this.list.hidden;
  }

  /** Fetches the open question, and those that come up next. @returns {boolean} whether the open one is here already */
  fetched(focus) {
    const lacking = (count) => this.run.ids.slice(this.run.at, this.run.at + count).filter((id) => !this.items.has(id));
    const take = (ids) => this.source.load(ids).then((items) => items.forEach((item) => this.items.set(item.id, item)));
    const [now] = lacking(1);
    if (now === undefined) {
      const later = lacking(AHEAD);
      if (later.length > 0) take(later).catch(() => {}); // asked again when it comes up
      return true;
    }
    const again = button({ class: "pf-link", onclick: () => this.draw(focus) }, "再试一次");
    take([now]).then(
      () => this.draw(focus),
      () => this.stage.replaceChildren(el("p", { class: "pf-hint", role: "status" }, "这一题没有取到，请检查网络。", again)),
    );
    return false;
  }

  /** What was given so far. */
  get given() {
    return this.picked ?? nothing(this.item);
  }

  get isAnswered() {
    return Object.hasOwn(this.chosen, this.item.id);
  }

  showList(shown) {
    this.list.hidden = !shown;
    this.toggle.setAttribute("aria-pressed", String(shown));
    this.toggle.textContent = shown ? "逐题练习" : "全部题目";
    this.draw();
  }

  // ---- what the learner does ----

  restart(ids) {
    this.begin(ids);
    this.draw("stem");
  }

  choose(place) {
    if (this.isAnswered || !this.item.type.choosing) return;
    this.give(choose(this.given, place, this.item.type.several), true, place);
  }

  /** An answer, as far as it goes; a choice of one option is whole at once. @param {number} [place] the option that was chosen */
  give(given, redraw, place) {
    this.picked = given;
    if (place !== undefined) return this.item.type.several ? this.draw(place) : this.submit();
    const focus = redraw ? [...this.stage.querySelectorAll(FIELDS)].indexOf(document.activeElement) : -1;
    if (redraw) this.draw();
    if (focus >= 0) this.stage.querySelectorAll(FIELDS)[focus]?.focus({ preventScroll: true });
    this.stage.querySelector(".pf-q__go").disabled = !isWhole(this.item, given);
  }

  submit() {
    this.settle(this.given, shareOf(this.item, this.given) === 1);
  }

  settle(places, right) {
    this.chosen[this.item.id] = places;
    this.run = answer(this.run, right);
    this.refused = !record([{ id: this.item.id, right, stem: this.item.stem, page: this.item.page }]);
    this.draw("go");
    const verdict = isMarked(this.item) ? verdictOf(this.item, places) : { word: right ? "答对了" : "答错了", text: "" };
    this.live.textContent = [verdict.word, verdict.text].filter(Boolean).join("，");
  }

  go(run) {
    this.leave();
    this.run = run;
    this.live.textContent = "";
    this.draw("stem");
  }

  onward() {
    if (!summary(this.run).done) return this.go(next(this.run));
    this.summing = true;
    this.draw("title");
  }

  key(event) {
    if (this.summing || this.isListed || !this.item) return;
    if (!this.item.type.choosing && !this.isAnswered) return;
    const onControl = event.target.closest?.("button, a, summary") !== null && event.target !== document.body;
    const place = optionOfKey(event.key, this.item.options.length);
    if (place >= 0 && !this.isAnswered) {
      event.preventDefault();
      this.choose(place);
    } else if (event.key === "Enter" && (!onControl || event.target.closest(".pf-opt"))) {
      if (this.isAnswered) event.preventDefault(), this.onward();
      else if (this.item.type.several && !isEmpty(this.given)) event.preventDefault(), this.submit();
    }
  }

  // ---- what the learner sees ----

  /** @param {"stem"|"go"|"title"|number} [focus] what gets the focus: an option by its place */
  draw(focus) {
    const listed = this.isListed;
    if (!listed && !this.summing && !this.fetched(focus)) return;
    const body = listed ? null : this.summing ? summaryOf(this) : this.question();
    this.stage.replaceChildren(...[this.head(listed), listed ? null : dots(this.run, this.summing), body, this.refused ? this.warning() : null].filter(Boolean));
    this.stage.classList.toggle("pf-stage--list", listed);
    if (focus === undefined) return;
    const target = { stem: ".pf-q__stem", go: ".pf-q__go", title: ".pf-sum__title" }[focus];
    const found = target ? this.stage.querySelector(target) : this.stage.querySelectorAll(".pf-opt")[focus];
    found?.focus({ preventScroll: true }); // the bar sticks to the window's edge, so it is in sight
    if (focus === "go") this.stage.querySelector(".pf-verdict")?.scrollIntoView({ block: "nearest" });
    if ((focus === "stem" || focus === "title") && this.stage.getBoundingClientRect().top < 0) this.stage.scrollIntoView();
  }

  head(listed) {
    const count = this.run.ids.length;
    const { answered: done, right, wrong } = summary(this.run);
    const place = `第 ${this.run.at + 1} 题，共 ${count} 题${done > 0 ? `；对 ${right}，错 ${wrong.length}` : ""}`;
    const where = listed ? `全部 ${this.ids.length} 题` : this.summing ? `${count} 题已答完` : place;
    const again = () => this.restart(this.ids);
    const resumed = !listed && !this.summing && this.earlier > 0 && Object.keys(this.chosen).length === 0;
    return el(
      "div",
      { class: "pf-stage__head" },
      el("div", { class: "pf-stage__line" }, el("span", { class: "pf-stage__where" }, where), this.toggle),
      resumed ? el("p", { class: "pf-hint" }, `其中 ${this.earlier} 题以前答过，接着往下做。`, button({ class: "pf-link", onclick: again }, "从头开始")) : null,
    );
  }

  warning() {
    return el("p", { class: "pf-note pf-note--gone", role: "status" }, "浏览器不让保存：答题记录只在这一页有效，关掉就没有了。", button({ class: "pf-link", onclick: saveMemory }, "存成进度文件"));
  }

  question() {
    const item = this.item;
    const chosen = this.chosen[item.id];
    const verdict = this.isAnswered && isMarked(item) ? verdictLine(verdictOf(item, chosen)) : null;
    const body = this.isAnswered ? [verdict, answered(item, chosen)] : this.asking(item);
    return el("div", { class: "pf-q", role: "group", "aria-label": `第 ${this.run.at + 1} 题` }, stemOf(item), body, this.bar());
  }

  /** What a question that is still open is answered with. */
  asking(item) {
    if (!isMarked(item)) return this.revealed ? answered(item, []) : [...(item.type.shown?.(item) ?? []), el("p", { class: "pf-hint" }, "先自己想好答案，再对照参考答案。")];
    const hint = item.type.several ? el("p", { class: "pf-hint" }, "可以选几个，选好后按“确定”。") : null;
    return [hint, ...item.type.asked(item, this.given, (given, redraw, place) => this.give(given, redraw, place))];
  }

  bar() {
    const item = this.item;
    const back = button({ class: "pf-btn pf-btn--plain", disabled: this.run.at === 0, onclick: () => this.go(goTo(this.run, this.run.at - 1)) }, "上一题");
    const ahead = goTo(this.run, this.run.at + 1);
    const skip = this.run.at + 1 < this.run.ids.length ? button({ class: "pf-btn pf-btn--plain", onclick: () => this.go(ahead) }, "跳过") : null;
    const main = (text, act, disabled = false) => button({ class: "pf-btn pf-q__go", onclick: act, disabled }, text);
    let rest;
    if (this.isAnswered) rest = [main(summary(this.run).done ? "看结果" : "下一题", () => this.onward())];
    else if (isMarked(item)) rest = [skip, item.type.several || !item.type.choosing ? main("确定", () => this.submit(), !isWhole(item, this.given)) : null];
    else if (this.revealed) rest = [main("我答错了", () => this.settle([], false)), main("我答对了", () => this.settle([], true))];
    else rest = [skip, main("看参考答案", () => ((this.revealed = true), this.draw("go")))];
    return el("div", { class: "pf-q__bar" }, back, this.flag(), rest);
  }

  /** A flag stays with the item, to be practised by. */
  flag() {
    const { id } = this.item;
    const on = isFlagged(memory(), id);
    const put = () => {
      this.refused = !flag(id, !on);
      this.draw();
      this.stage.querySelector(".pf-flag").focus();
    };
    return button({ class: "pf-btn pf-btn--plain pf-flag", "aria-pressed": String(on), "aria-label": "标记", onclick: put }, on ? "⚑" : "⚐");
  }
}

customElements.define("pufa-quiz", Quiz);
