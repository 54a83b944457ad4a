/** <pufa-drill-form>: the form that asks for practice; without scripts it still leads to the questions.  Says how many fit, before one goes. */

import { fitting, ONLY, wanted } from "../core/drill.js";
import { counts } from "../core/memory.js";
import { shelf } from "./builder/items.js";
import { el, freshId } from "./dom.js";
import { CHANGED, memory, today } from "./storage.js";

class DrillForm extends HTMLElement {
  connectedCallback() {
    if (this.said) return;
    this.form = this.querySelector("form");
    this.said = el("p", { class: "pf-hint", role: "status" });
    this.form.append(this.said);
    this.own();
    this.form.addEventListener("focusin", () => this.open());
    this.form.addEventListener("input", () => this.open().then(() => this.count()));
    this.form.addEventListener("submit", () => this.plain());
    document.addEventListener(CHANGED, () => this.own());
    this.fill(new URLSearchParams(location.search));
  }

  /** What this browser remembers can be practised too. */
  own() {
    const known = counts(memory(), today());
    const select = this.form.elements.only;
    for (const option of select.options) {
      const count = { due: known.due, wrong: known.wrong, flagged: known.flagged }[option.value];
      if (count !== undefined) option.textContent = `${ONLY[option.value]}（${count}）`;
    }
  }

  /** The form as an address has it. */
  fill(parameters) {
    for (const [name, value] of parameters) {
      const field = this.form.elements[name];
      if (field && name !== "seed") field.value = value;
    }
  }

  /** Conducts are many: their names come with the bank's index, when somebody wants the form. */
  open() {
    return (this.opening ??= shelf().then((known) => this.opened(known), () => (this.opening = undefined)));
  }

  opened(known) {
    const conduct = this.form.elements.conduct;
    const list = el("datalist", { id: freshId("conducts") }, known.names.conduct.map(([, title]) => el("option", { value: title })));
    conduct.after(list);
    conduct.setAttribute("list", list.id);
    const held = known.names.conduct.find(([id]) => id === conduct.value);
    if (held) conduct.value = held[1];
    this.known = known;
    this.count();
  }

  count() {
    if (!this.known) return;
    const want = wanted(new URLSearchParams(new FormData(this.form)));
    const fit = want === null ? this.known.ids.length : fitting(this.known, want, memory(), today()).length;
    const taken = want?.n ? Math.min(want.n, fit) : fit;
    this.said.textContent = fit === 0 ? "没有合这些要求的题。" : taken < fit ? `合要求的有 ${fit} 题，从中抽 ${taken} 题。` : `合要求的有 ${fit} 题。`;
  }

  /** Leaves what is not asked for out of the address. */
  plain() {
    for (const field of this.form.elements) if (field.name && field.value === "") field.disabled = true;
    setTimeout(() => [...this.form.elements].forEach((field) => (field.disabled = false)));
  }
}

customElements.define("pufa-drill-form", DrillForm);
