/** <pufa-owner>: a trade's page narrowed to what the owner does, with ticks that stay.  Without it the page is the whole list. */

import { sumWords } from "../core/discretion-words.js";
import { calendarFile, stampNow } from "../core/ics.js";
import { FIELDS, fits, readChoice, toLink } from "../core/owner.js";
import { exact } from "../core/ratio.js";
import { daysOf } from "../core/reminders.js";
import { fromStorage } from "../core/ticks.js";
import { button, el } from "./dom.js";
import { download } from "./files.js";
import { read, today, write } from "./storage.js";
import { Ticks } from "./ticks.js";

const STORE = "pufa.owner";
const REFUSED = "这台设备的浏览器不让保存，关掉页面就没有了；要留下来，请导出清单。";

class Owner extends HTMLElement {
  connectedCallback() {
    if (this.status) return;
    this.guide = this.dataset.guide;
    this.form = this.querySelector(".pf-choose");
    this.parts = [...this.querySelectorAll("[data-part]")];
    this.duties = [...this.querySelectorAll(".pf-duty")].map((element) => ({ element, when: whenOf(element), cost: Number(element.dataset.cost) }));
    this.status = el("p", { class: "pf-hint", role: "status" });
    this.ticks = new Ticks(this, { guide: this.guide, title: this.dataset.title, known: () => this.known(), keep: (known) => this.keep(known), say: (text) => (this.status.textContent = text), remind: this.querySelector("[data-calendar]") ? () => this.remind() : null });
    this.querySelector(".pf-foot").prepend(this.status); // wherever one is in the list, it is in sight
    if (this.form) this.offer();
    this.querySelector(".pf-take")?.append("、", button({ class: "pf-link", onclick: () => this.remind() }, "照我勾的加到手机日历"));
    this.narrow();
    this.heard = (event) => event.key === STORE && this.ticks.draw();
    window.addEventListener("storage", this.heard);
    this.printing = () => this.open();
    window.addEventListener("beforeprint", this.printing);
  }

  disconnectedCallback() {
    window.removeEventListener("storage", this.heard);
    window.removeEventListener("beforeprint", this.printing);
  }

  known() {
    return fromStorage(read(STORE));
  }

  keep(known) {
    const kept = write(STORE, known);
    if (!kept) this.status.textContent = REFUSED;
    return kept;
  }

  /** The choice of the link, else the one that was kept. */
  offer() {
    const offered = Object.fromEntries(FIELDS.map((field) => [field, this.inputs(field).map((input) => input.value).filter(Boolean)]));
    const choice = readChoice(location.search, offered) ?? readChoice(this.known().choices[this.guide] ?? null, offered) ?? {};
    for (const field of FIELDS) for (const input of this.inputs(field)) if (choice[field]?.includes(input.value)) input.checked = true;
    this.form.addEventListener("change", () => this.chose());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.clearing = button({ class: "pf-link pf-choose__clear", hidden: true, onclick: () => this.clear() }, "全部不选");
    this.form.append(this.clearing);
    if (this.form.querySelector("details :checked:not([value=''])")) this.form.querySelector("details").open = true;
  }

  inputs(field) {
    return [...(this.form?.querySelectorAll(`input[name="${field}"]`) ?? [])];
  }

  choice() {
    return Object.fromEntries(FIELDS.map((field) => [field, this.inputs(field).filter((input) => input.checked && input.value).map((input) => input.value)]));
  }

  chose() {
    const known = this.known();
    const choice = this.choice();
    this.keep({ ...known, choices: { ...known.choices, [this.guide]: choice } });
    const link = toLink(choice);
    history.replaceState(history.state, "", `${location.pathname}${link && "?"}${link}${location.hash}`);
    this.narrow();
  }

  clear() {
    this.form.reset();
    this.chose();
  }

  narrow() {
    const choice = this.choice();
    if (this.clearing) this.clearing.hidden = toLink(choice) === "";
    for (const duty of this.duties) duty.element.hidden = !fits(duty.when, choice);
    for (const part of this.parts) {
      const [all, rest] = [part.querySelectorAll(".pf-duty:not([hidden])").length, part.querySelectorAll("details .pf-duty:not([hidden])").length];
      const count = this.querySelector(`[data-count="${part.dataset.part}"]`);
      if (count) count.textContent = String(all);
      const more = part.querySelector(":scope > details");
      if (more) {
        more.hidden = rest === 0;
        more.querySelector("[data-rest]").textContent = String(rest);
        more.querySelector("[data-besides]").hidden = all === rest;
        if (all === rest && all > 0) more.open = true; // nothing else would be in sight
      }
      part.querySelector("[data-none]").hidden = all > 0;
    }
    const dearest = this.querySelector("[data-dearest]");
    if (dearest) {
      const worst = this.duties.filter(({ element }) => !element.hidden).reduce((most, { cost }) => Math.max(most, cost), 0);
      dearest.textContent = worst > 0 ? sumWords(exact(worst)) : "—";
    }
    this.ticks.draw();
  }

  /** What returns, and what is not ticked yet, of the duties in sight. */
  remind() {
    const shown = new Set(this.duties.filter(({ element }) => !element.hidden).map(({ element }) => element.dataset.tick));
    const ticks = this.known().ticks[this.guide] ?? {};
    const all = JSON.parse(this.querySelector("[data-calendar]").textContent);
    const days = daysOf(all, { shown: (id) => shown.has(id), done: (id) => ticks[id]?.state === "done" }, today());
    download(`${this.dataset.title}-${today()}.ics`, calendarFile(days, stampNow(), this.dataset.title), "text/calendar");
    this.status.textContent = `${days.length} 个日子已交给浏览器，打开文件就加进日历；以后再加一次，旧的会更新，不会重复。`;
  }

  /** On paper all stands open. */
  open() {
    for (const details of this.querySelectorAll("details.pf-more")) details.open = true;
  }
}

function whenOf(element) {
  return Object.fromEntries(FIELDS.map((field) => [field, (element.dataset[field] ?? "").split(" ").filter(Boolean)]));
}

customElements.define("pufa-owner", Owner);
