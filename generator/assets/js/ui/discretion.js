/** <pufa-discretion>: choose what was found, and see the fine with its working.  Without it the page has the table and worked examples. */

import { compute, following, options, Refusal } from "../core/discretion.js";
import { yuanOf } from "../core/yuan.js";
import { printAnnex } from "./annex.js";
import { button, el, labelled } from "./dom.js";

const STEP = 5; // per cent between the choices of an adjustment

class Discretion extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    try {
      this.table = JSON.parse(this.querySelector("script").textContent);
    } catch {
      return; // the page stays as it is
    }
    this.fields = options(this.table).map((option) => this.select(option.title, option.labels));
    this.amount = this.sumField();
    this.adjustments = (this.table.adjustments ?? []).map((one) => this.adjustment(one));
    this.result = el("div", { class: "pf-calc__result", role: "status" });
    this.form = el(
      "form",
      { class: "pf-calc", "aria-label": "试算", onsubmit: (event) => event.preventDefault(), onreset: () => setTimeout(() => this.show()) },
      this.amount?.box,
      this.fields.map(({ box }) => box),
      this.adjustments.map(({ box }) => box),
      el("p", {}, el("button", { type: "reset", class: "pf-btn pf-btn--plain" }, "重新选")),
    );
    this.form.addEventListener("input", () => this.show());
    this.replaceChildren(this.form, this.result);
    this.show();
  }

  select(title, labels) {
    const input = el("select", {}, el("option", { value: "" }, "请选择"), labels.map((label) => el("option", { value: label }, label)));
    return { title, input, box: labelled(title, input) };
  }

  /** The sum that the fine is taken from, where the table asks for one. */
  sumField() {
    const share = this.table.rate ?? this.table.multiple;
    if (!share) return null;
    const input = el("input", { type: "text", autocomplete: "off", placeholder: "如 2000万 或 20000000" });
    return { input, box: labelled(`${share.base}（元）`, input) };
  }

  adjustment({ title, min_percent: min, max_percent: max }) {
    const input = el("select", {}, el("option", { value: "" }, "不适用"));
    if (min !== max) input.append(el("option", { value: "span" }, `适用，${percents(min, max)}都算`));
    for (const percent of steps(min, max)) input.append(el("option", { value: String(percent) }, `适用，${percents(percent, percent)}`));
    return { title, input, box: labelled(title, input) };
  }

  /** In a table of intervals an answer decides what can still be asked. */
  narrow() {
    if (this.table.method !== "interval") return;
    const before = [];
    for (const { input, box } of this.fields) {
      const open = before.includes("") ? [] : following(this.table, before);
      for (const option of input.options) option.hidden = option.disabled = option.value !== "" && !open.includes(option.value);
      if (!open.includes(input.value)) input.value = "";
      box.hidden = before.length > 0 && !before.includes("") && open.length === 0;
      input.disabled = open.length === 0;
      before.push(input.value);
    }
  }

  show() {
    this.narrow();
    const chosen = Object.fromEntries(this.fields.filter(({ input }) => input.value).map(({ title, input }) => [title, input.value]));
    const applying = this.adjustments.filter(({ input }) => input.value);
    const adjusted = Object.fromEntries(applying.map(({ title, input }) => [title, input.value === "span" ? null : Number(input.value)]));
    try {
      this.report(compute(this.table, chosen, { amount: this.sum(), adjusted }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.result.replaceChildren(el("p", { class: "pf-hint" }, `${error.message}。`));
    }
  }

  /** Yuan, null where the table asks for none; NaN, which is refused, where nothing readable stands there. */
  sum() {
    return this.amount ? yuanOf(this.amount.input.value) : null;
  }

  report({ least, most, mostIncluded, steps: working }) {
    const last = working.at(-1);
    const end = least < most && !mostIncluded ? el("small", {}, "不含上限本数") : null;
    const shown = working.slice(0, -1);
    const facts = [["裁量表", this.dataset.title ?? document.title], ["幅度和依据", this.dataset.basis ?? ""], ...this.fields.filter(({ input }) => input.value).map(({ title, input }) => [title, input.value])];
    const notes = [this.dataset.note ?? "", ...this.adjustments.filter(({ input }) => input.value).map(({ title, input }) => `调整：${title}，${input.selectedOptions[0].textContent}`)].filter(Boolean);
    this.result.replaceChildren(
      el("p", { class: "pf-calc__sum" }, "罚款 ", el("b", { class: "pf-amount" }, last[2]), end),
      el("ol", { class: "pf-calc__steps" }, shown.map(([label, how, value]) => el("li", {}, el("span", {}, label), how && el("span", {}, how), el("b", {}, value)))),
      button({ class: "pf-btn pf-btn--plain", onclick: () => printAnnex({ title: "罚款数额裁量计算", facts, steps: shown, result: last[2], notes }) }, "打印附页"),
    );
  }
}

/** 减少30%—50% */
function percents(min, max) {
  const [low, high] = [Math.min(Math.abs(min), Math.abs(max)), Math.max(Math.abs(min), Math.abs(max))];
  if (min < 0 && max > 0) return `减少${-min}%到增加${max}%`;
  return `${max <= 0 ? "减少" : "增加"}${low === high ? low : `${low}%—${high}`}%`;
}

/** The ends of a span and round steps between, mildest change first. */
function steps(min, max) {
  const found = new Set([min, max]);
  for (let percent = Math.ceil(min / STEP) * STEP; percent <= max; percent += STEP) found.add(percent);
  return [...found].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
}

customElements.define("pufa-discretion", Discretion);
