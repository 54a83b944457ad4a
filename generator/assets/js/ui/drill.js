/** <pufa-drill>: practice of the items that the address asks for, each question fetched as it comes up. */

import { address, drawn, gone, inWords, wanted } from "../core/drill.js";
import { forget } from "../core/memory.js";
import { elements, shelf } from "./builder/items.js";
import { button, el } from "./dom.js";
import { sectionOf } from "./exam-paper.js";
import { readItems } from "./item.js";
import { pageAddress } from "./site.js";
import { keep, memory, today } from "./storage.js";
import "./exam.js";
import "./quiz.js";

class Drill extends HTMLElement {
  async connectedCallback() {
    if (this.live) return;
    this.want = wanted(new URLSearchParams(location.search));
    if (this.want === null) return location.replace(pageAddress("practice/#choose"));
    this.live = el("p", { class: "pf-hint", role: "status" }, "正在取题……");
    this.replaceChildren(this.live);
    try {
      await this.begin(await shelf());
    } catch {
      this.live.replaceChildren("题库没有打开，请检查网络。 ", button({ class: "pf-link", onclick: () => location.reload() }, "再试一次"));
    }
  }

  async begin(known) {
    const { want } = this;
    if (want.seed === null) {
      want.seed = Date.now(); // also the moment from which on answers belong to this round
      history.replaceState(null, "", `?${address(want)}`);
    }
    const ids = drawn(known, want, memory(), today());
    const title = inWords(known, want);
    document.querySelector("h1").textContent = title;
    this.tidy(known, want);
    if (ids.length === 0) return this.live.replaceChildren(NONE[want.only] ?? "没有合这些要求的题。", " ", el("a", { href: "#choose" }, "换一批题"));
    if (want.end) await this.exam(known, ids, title);
    else this.quiz(known, ids);
  }

  /** Items that went with a change of the law would come back as due for ever. */
  tidy(known, want) {
    const old = want.only ? gone(known, memory()) : [];
    if (old.length === 0) return;
    keep(forget(memory(), old));
    this.after(el("p", { class: "pf-hint" }, `有 ${old.length} 题已随法律更新换掉，不再复习。`));
  }

  quiz(known, ids) {
    const quiz = el("pufa-quiz", { class: "pf-quiz pf-quiz--main" });
    quiz.source = { ids, since: this.want.seed, load: async (some) => readItems(el("ol", {}, await elements(known, some.map((id) => known.place.get(id))))), another: this.another() };
    this.replaceChildren(quiz);
  }

  async exam(known, ids, title) {
    const section = sectionOf(1, "", await elements(known, ids.map((id) => known.place.get(id))));
    const exam = el("pufa-exam", { "data-exam": `drill-${address(this.want)}`, "data-title": title, "data-minutes": "", "data-pass": "", "data-marking": "all_or_nothing" }, section);
    exam.another = () => this.another();
    this.replaceChildren(exam);
  }

  /** The same with another seed: other items where fewer are wanted than there are, else another order. */
  another() {
    return el("a", { class: "pf-btn pf-btn--plain", href: `?${address({ ...this.want, seed: null })}` }, "再来一组");
  }
}

const NONE = {
  due: "今天没有要复习的题了。",
  wrong: "错题本是空的。",
  flagged: "还没有标记过题。",
  new: "这些题都做过了。",
};

customElements.define("pufa-drill", Drill);
