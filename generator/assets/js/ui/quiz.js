/** <pufa-quiz>: one question at a time over the static list; the list itself stays a click away, and all there is without scripts. */

import { lastResults } from "../core/memory.js";
import { answer, createRun, goTo, next, optionOfKey, summary } from "../core/run.js";
import { choose } from "../core/exam.js";
import { isRight } from "../core/marking.js";
import { button, el, onKeys } from "./dom.js";
import { answered, isMarked, optionsOf, readItems, stemOf, verdictLine, verdictOf } from "./item.js";
import { memory, record } from "./storage.js";
import { summaryOf } from "./quiz-summary.js";

class Quiz extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector(".pf-items");
    if (!this.list || this.stage) return;
    this.items = new Map(readItems(this.list).map((item) => [item.id, item]));
    if (this.items.size === 0) return;
    const ids = [...this.items.keys()];
    // a review starts afresh; elsewhere go on where the learner stopped, unless all is done
    const before = this.hasAttribute("data-fresh") ? {} : lastResults(memory(), ids);
    this.run = createRun(ids, Object.keys(before).length < ids.length ? before : {});
    this.chosen = {};
    this.earlier = Object.keys(this.run.results).length;
    this.stage = el("div", { class: "pf-stage" });
    this.before(...[]);
    this.prepend(this.stage);
    this.list.hidden = true;
    this.abort = new AbortController();
    onKeys(this, (event) => this.key(event), this.abort.signal);
    this.openHash();
    this.draw();
  }

  disconnectedCallback() {
    this.abort?.abort();
  }

  /** A link to #q3 opens that question. */
  openHash() {
    const at = [...this.items.values()].findIndex((item) => item.li.id && `#${item.li.id}` === location.hash);
    if (at >= 0) this.run = goTo(this.run, at);
  }

  get item() {
    return this.items.get(this.run.ids[this.run.at]);
  }

  /** Begins again, with all or with some of the questions. */
  restart(ids) {
    this.run = createRun(ids);
    this.chosen = {};
    this.earlier = 0;
    this.draw(true);
  }

  draw(focus = false) {
    const state = summary(this.run);
    const open = this.item.id in this.run.results ? this.item.id in this.chosen : true;
    const body = state.done && !this.looking ? summaryOf(this, state) : open || this.looking ? this.question() : this.question();
    this.stage.replaceChildren(this.head(state), body);
    if (focus) this.stage.querySelector(".pf-q__stem, .pf-sum__title")?.focus({ preventScroll: true });
    if (focus && this.stage.getBoundingClientRect().top < 0) this.stage.scrollIntoView({ block: "start" });
  }
}
customElements.define("pufa-quiz", Quiz);
