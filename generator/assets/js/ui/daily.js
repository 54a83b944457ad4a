/** <pufa-daily>: the original fine and two days, and what daily fines come to. */

import { daily } from "../core/daily.js";
import { Refusal } from "../core/discretion.js";
import { yuanOf } from "../core/yuan.js";
import { printAnnex } from "./annex.js";
import { button, el, labelled } from "./dom.js";

class Daily extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    const field = (label, attributes) => {
      const input = el("input", attributes);
      return { label, input, box: labelled(label, input) };
    };
    this.fields = [field("原罚款数额（元）", { type: "text", autocomplete: "off", placeholder: "如 20万 或 200000" }), field("责令改正决定书送达那天", { type: "date" }), field("复查发现还在继续那天", { type: "date" })];
    this.result = el("div", { class: "pf-calc__result", role: "status" });
    this.form = el("form", { class: "pf-calc", "aria-label": "按日连续处罚试算", onsubmit: (event) => event.preventDefault(), oninput: () => this.show() }, this.fields.map(({ box }) => box));
    this.replaceChildren(this.form, this.result);
    this.show();
  }

  show() {
    const [written, ordered, checked] = this.fields.map(({ input }) => input.value);
    try {
      this.report(daily(yuanOf(written), ordered, checked));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.result.replaceChildren(el("p", { class: "pf-hint" }, `${error.message}。`));
    }
  }

  report({ total, steps }) {
    const words = steps.at(-2)[2];
    const { least, most, basis, title } = this.dataset;
    const fine = total / Number.parseInt(steps[2][2], 10);
    const outside = (least && fine < Number(least)) || (most && fine > Number(most));
    const notes = [this.dataset.note, outside ? `填的原罚款不在这种行为的法定幅度（${this.dataset.range}）里，核对。` : ""].filter(Boolean);
    const facts = this.fields.map(({ label, input }) => [label, input.value]);
    this.result.replaceChildren(
      el("p", { class: "pf-calc__sum" }, "按日连续处罚 ", el("b", { class: "pf-amount" }, words), el("small", {}, "不含原罚款")),
      el("ol", { class: "pf-calc__steps" }, steps.map(([label, how, value]) => el("li", {}, el("span", {}, label), el("span", {}, how), el("b", {}, value)))),
      ...notes.map((note) => el("p", { class: "pf-hint" }, note)),
      button({ class: "pf-btn pf-btn--plain", onclick: () => printAnnex({ title: `按日连续处罚计算（${title}）`, facts: [["行为", title], ["依据", basis], ...facts], steps, result: `${words}（不含原罚款）`, notes }) }, "打印附页"),
    );
  }
}

customElements.define("pufa-daily", Daily);
