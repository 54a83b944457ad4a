/** <pufa-search>: suggestions below the search field, a combobox with a list.  Without it the form leads to the search page. */

import { el, freshId, isTyping } from "./dom.js";
import { addressOf, costOf, excerptOf, facts, marked, reasonOf, searchAddress, straightTo } from "./hits.js";
import { searcher } from "./search-api.js";

const LIMIT = 6;
const DELAY = 160;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    if (!this.input || this.list) return;
    const id = freshId("suggestions");
    this.list = el("div", { class: "pf-suggest", id, role: "listbox", "aria-label": "搜索建议", hidden: true });
    this.status = el("div", { class: "pf-sr", role: "status" });
    this.append(this.list, this.status);
    this.active = -1;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("input", (event) => event.isComposing || this.later());
    this.input.addEventListener("compositionend", () => this.later());
    this.input.addEventListener("focus", () => this.input.value.trim() && this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close());
    this.input.form?.addEventListener("submit", (event) => this.submit(event));
    // a press on a suggestion must not take the focus away before the click
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.slash = (event) => this.shortcut(event);
    document.addEventListener("keydown", this.slash);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.slash);
  }

  shortcut(event) {
    const off = document.documentElement.dataset.pfKeys === "off";
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || off || isTyping(event.target)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  key(event) {
    if (event.isComposing) return;
    const options = [...this.list.querySelectorAll("[role=option]")];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && options.length > 0) {
      event.preventDefault();
      if (this.list.hidden) return this.open();
      const count = options.length + 1; // the field itself is a stop between the last and the first
      this.activate(options, ((this.active + 1 + move + count) % count) - 1);
    } else if (event.key === "Enter" && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      options[this.active].click();
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  /** The number of an article leads there; anything else to the list of results. */
  async submit(event) {
    const form = event.target;
    event.preventDefault();
    const straight = await straightTo(this.input.value);
    if (straight) location.assign(straight);
    else form.submit();
  }

  activate(options, place) {
    this.active = place;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), DELAY);
  }

  async suggest() {
    const query = this.input.value.trim();
    this.asked = query;
    if (query === "") return this.close();
    try {
      const hits = await searcher().search(query, { limit: LIMIT });
      if (this.asked === query) this.show(query, hits);
    } catch {
      if (this.asked === query) this.show(query, null);
    }
  }

  show(query, hits) {
    const empty = hits === null ? "搜索没有加载成功，请检查网络后再试。" : "没有找到。换个说法，或只留下关键的两三个字。";
    const all = el("a", { class: "pf-suggest__all", id: freshId("option"), role: "option", tabindex: "-1", href: searchAddress(query) }, `全部结果：“${query}”`);
    const rows = hits?.length ? [...hits.map((hit) => row(hit, query)), all] : [el("p", {}, empty)];
    this.list.replaceChildren(...rows);
    this.activate(rows.slice(0, hits?.length ? undefined : 0), -1);
    this.status.textContent = hits?.length ? `${hits.length} 条建议，用上下键选择` : empty;
    if (this.contains(document.activeElement)) this.open();
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    clearTimeout(this.timer);
    this.asked = null;
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function row(hit, query) {
  const reason = reasonOf(hit, query);
  return el(
    "a",
    { class: "pf-suggest__row", id: freshId("option"), role: "option", "aria-selected": "false", tabindex: "-1", href: addressOf(hit) },
    el("span", { class: "pf-suggest__title" }, marked(hit.title, hit.titleMarks)),
    el("span", { class: "pf-suggest__facts" }, facts(hit), hit.fine ? costOf(hit) : null),
    reason ? el("span", { class: "pf-suggest__text" }, reason) : null,
    hit.excerpt ? el("span", { class: "pf-suggest__text" }, excerptOf(hit)) : null,
  );
}

customElements.define("pufa-search", SearchBox);
