/** <pufa-search-page>: query and filters from the address, results with their marks; the address follows what is chosen. */

import { button, dataIn, el } from "./dom.js";
import { addressOf, costOf, excerptOf, facts, marked, nextOf, reasonOf, straightTo } from "./hits.js";
import { searcher } from "./search-api.js";

const LIMIT = 50;
const DELAY = 200;

class SearchPage extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input[type=search]");
    this.results = this.querySelector(".pf-results");
    if (!this.form || this.status) return;
    this.labels = dataIn("pf-filters");
    this.titles = dataIn("pf-filter-titles");
    this.status = el("p", { class: "pf-count", role: "status" });
    this.sheet = this.filters();
    this.append(el("div", { class: "pf-search-page" }, el("div", {}, this.status, this.results), this.sheet));
    this.results.replaceChildren();
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.input.addEventListener("input", (event) => event.isComposing || this.later());
    this.input.addEventListener("compositionend", () => this.later());
    this.fromAddress();
    this.run();
  }

  fromAddress() {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    for (const box of this.boxes()) box.checked = asked.getAll(box.name).includes(box.value);
  }

  async submit(event) {
    event.preventDefault();
    this.changed();
    const straight = await straightTo(this.input.value);
    if (straight) location.assign(straight);
  }

  boxes() {
    return [...this.sheet.querySelectorAll("input")];
  }

  chosen() {
    const filters = {};
    for (const box of this.boxes().filter((one) => one.checked)) (filters[box.name] ??= []).push(box.value);
    return filters;
  }

  filters() {
    const group = ([name, values]) => {
      const choice = ([value, label]) =>
        el("label", {}, el("input", { type: "checkbox", name, value, onchange: () => this.changed() }), el("span", {}, label), " ", el("span", { class: "pf-filter-count" }));
      return el("fieldset", {}, el("legend", {}, this.titles[name] ?? name), Object.entries(values).map(choice));
    };
    const worth = Object.entries(this.labels).filter(([, values]) => Object.keys(values).length > 1);
    this.badge = el("span", { class: "pf-sheet__count" });
    const clear = () => {
      for (const box of this.boxes()) box.checked = false;
      this.changed();
    };
    this.clearing = button({ class: "pf-link", onclick: clear, hidden: true }, "清除筛选");
    const wide = !window.matchMedia("(max-width: 52rem)").matches && !document.documentElement.hasAttribute("data-pf-elder");
    return el("details", { class: "pf-sheet", open: wide }, el("summary", {}, "筛选", this.badge), worth.map(group), this.clearing);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed(), DELAY);
  }

  changed() {
    clearTimeout(this.timer);
    const address = new URL(location.href);
    address.search = "";
    if (this.input.value.trim()) address.searchParams.set("q", this.input.value.trim());
    for (const [name, values] of Object.entries(this.chosen())) for (const value of values) address.searchParams.append(name, value);
    history.replaceState(null, "", address);
    this.run();
  }

  async run() {
    const query = this.input.value.trim();
    const filters = this.chosen();
    const count = Object.values(filters).flat().length;
    this.badge.textContent = count > 0 ? `已选 ${count} 项` : "";
    this.clearing.hidden = count === 0;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (query === "") return this.show("", advice(query, 0)), this.counted(null);
    try {
      const hits = await searcher().search(query, { limit: LIMIT, filters });
      if (turn !== this.turn) return;
      this.show(found(hits.length), hits.length > 0 ? hits.map((hit) => entry(hit, query)) : advice(query, count));
      const counts = await searcher().counts(query, filters);
      if (turn === this.turn) this.counted(counts);
    } catch {
      if (turn === this.turn) this.show("搜索没有加载成功，请检查网络后刷新这一页。", []);
    }
  }

  /** How many results each choice leaves; null where nothing is asked. */
  counted(counts) {
    for (const box of this.boxes()) {
      const count = counts?.[box.name]?.get(box.value) ?? 0;
      const label = box.closest("label");
      label.querySelector(".pf-filter-count").textContent = counts ? `${count}` : "";
      label.classList.toggle("pf-none", counts !== null && count === 0 && !box.checked);
    }
  }

  show(text, nodes) {
    this.status.textContent = text;
    this.results.replaceChildren(nodes.length > 0 && nodes[0].tagName === "LI" ? el("ol", { class: "pf-hits" }, nodes) : el("div", {}, nodes));
  }
}

function found(count) {
  if (count === 0) return "没有找到";
  return count < LIMIT ? `${count} 条结果` : `最相关的 ${LIMIT} 条结果，加几个字或用筛选可以缩小范围`;
}

function entry(hit, query) {
  const reason = reasonOf(hit, query);
  return el(
    "li",
    {},
    el("a", { class: "pf-hits__title", href: addressOf(hit) }, marked(hit.title, hit.titleMarks)),
    el("span", { class: "pf-hits__facts" }, facts(hit), reason ? el("span", { class: "pf-hits__why" }, reason) : null),
    nextOf(hit),
    costOf(hit),
    hit.excerpt ? el("p", {}, excerptOf(hit)) : null,
  );
}

/** What to try: before anything is asked, and where nothing was found. */
function advice(query, count) {
  const given = dataIn("pf-advice");
  const lines = [count > 0 ? "去掉几个筛选条件再试。" : null, ...(Array.isArray(given) ? given : [])];
  return [el("p", {}, query ? `没有与“${query}”相符的内容。可以这样试：` : "可以这样找："), el("ul", {}, lines.filter(Boolean).map((line) => el("li", {}, line)))];
}

customElements.define("pufa-search-page", SearchPage);
