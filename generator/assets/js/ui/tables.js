/**
 * <pufa-table>: a box to find rows, selects to narrow them, buttons to sort them.  Without it the table is a plain table.
 * Of a long list the page holds the first rows (generator/site/longlists.py); the others are loaded when anything is asked of the list.
 */

import { choices, folded, isChosen, matches, ordered, sorted, words } from "../core/table.js";
import { button, el, named } from "./dom.js";
import { addressOf, searchAddress } from "./hits.js";
import { searcher } from "./search-api.js";
import { load } from "./site.js";

/** Rows shown at first and with each press for more: a list of five hundred cards has no end on a phone. */
const SHOWN = 60;
/** Results of the site's search asked for a list, and the share of the best score that a row must reach. */
const SOUGHT = 100;
const NEAR_BEST = 0.4;
const DELAY = 200;
const ARTICLE = /^.*?第[^ 条]+条(?:之[一二三四五六七八九十]+)?/u;
const WORDS = { number: { "-1": "从高到低", 1: "从低到高" }, text: { 1: "正序", "-1": "倒序" } };

/** Which way a column is sorted first: the largest number, the first word. */
const first = (type) => (type === "number" ? -1 : 1);

/** The way after the one that a head shows: first, the other, none. */
function after({ head, type }) {
  const shown = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")];
  if (shown === undefined) return first(type);
  return shown === first(type) ? -shown : 0;
}

class Table extends HTMLElement {
  connectedCallback() {
    this.table = this.querySelector("table");
    this.body = this.table?.tBodies[0];
    if (!this.body || this.status) return;
    this.rows = [...this.body.rows].map(readRow);
    this.order = this.rows;
    this.status = el("p", { class: "pf-count", role: "status" });
    this.nothing = el("p", { class: "pf-hint", hidden: true }, "没有符合条件的行，换个词或放宽筛选。", el("a", { hidden: true }));
    this.find = el("input", { type: "search", autocomplete: "off", placeholder: "在本表中查找", "aria-label": "在本表中查找" });
    this.found = new Map();
    this.find.addEventListener("input", () => (this.act(() => this.apply()), this.later()));
    this.selects = new Map(Object.entries(this.wanted()).map(([name, title]) => [name, this.select(name, title)]));
    this.tools = el("div", { class: "pf-tools-row", role: "search", "aria-label": "筛选表格" }, this.find, [...this.selects.values()].map((one) => one.label), this.sorters(), this.status);
    this.prepend(this.tools);
    this.shown = this.pending > 0 ? Math.min(SHOWN, this.rows.length) : SHOWN;
    this.more = button({ class: "pf-btn pf-btn--plain pf-more-rows", onclick: () => this.further(), hidden: true });
    this.append(this.nothing, this.more);
    this.fromAddress();
    this.apply();
    if (this.isNarrowed()) this.act(() => this.apply());
    if (this.find.value) this.seek();
    this.toTarget();
    window.addEventListener("hashchange", () => this.toTarget());
    window.addEventListener("beforeprint", () => (this.loadNow(), (this.shown = Infinity), this.apply()));
  }

  /** Does what was asked; and again when the rows that were not here yet have come. */
  act(what) {
    what();
    if (this.pending > 0) this.whole().then(what);
  }

  /** How many rows are not here yet. */
  get pending() {
    return this.dataset.rest ? Number(this.dataset.total) - this.rows.length : 0;
  }

  get restAddress() {
    return new URL(this.dataset.rest, document.baseURI);
  }

  /** All rows are here, or cannot be had. @returns {Promise<void>} */
  whole() {
    if (this.pending > 0) this.coming ??= load(this.restAddress).then((answer) => answer.json()).then(({ rows }) => this.put(rows)).catch(() => (this.coming = undefined)); // the page with all rows is linked below
    return this.coming ?? Promise.resolve();
  }

  /** The same before it returns: a browser that prints waits for nothing. */
  loadNow() {
    if (this.pending === 0) return;
    try {
      const request = new XMLHttpRequest();
      request.open("GET", this.restAddress, false);
      request.send();
      this.put(JSON.parse(request.responseText).rows);
    } catch {
      // from a folder nothing is fetched: what is here is printed
    }
  }

  /** Only what the build wrote itself is read as HTML, every value in it escaped: the rest of this table. */
  put(html) {
    if (this.pending === 0) return;
    const { rows } = new DOMParser().parseFromString(`<table><tbody>${html}</tbody></table>`, "text/html").querySelector("tbody");
    const further = [...rows];
    if (this.nextElementSibling?.matches(".pf-rest")) this.nextElementSibling.remove(); // its ids are the rows'
    delete this.dataset.rest;
    this.body.append(...further);
    this.rows.push(...further.map(readRow));
  }

  isNarrowed() {
    return this.find.value.trim() !== "" || [...this.selects.values()].some(({ input }) => input.value !== "");
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.seek(), DELAY);
  }

  /** What the site's own search finds of this list's kind (data-kind): 没办环评 finds the row that says 未批先建. */
  async seek() {
    const query = this.find.value.trim();
    const kind = this.dataset.kind;
    if (!kind || query === "") return;
    try {
      await this.whole();
      const hits = await soughtIn(kind, query);
      if (query !== this.find.value.trim()) return;
      const least = (hits[0]?.score ?? 0) * NEAR_BEST;
      this.found = new Map(hits.filter(({ score }) => score >= least).map((hit, place) => [addressOf(hit), place]));
      this.foundFor = query;
      this.apply();
    } catch {
      // without the index the list still finds its own words
    }
  }

  /** Place of a row among what the search found; undefined where it isn't there. */
  placeOf(row) {
    if (this.foundFor !== this.find.value.trim() || this.found.size === 0) return undefined;
    row.links ??= addressesIn(row.element);
    const places = row.links.map((link) => this.found.get(link)).filter((place) => place !== undefined);
    return places.length > 0 ? Math.min(...places) : undefined;
  }

  wanted() {
    return dataOf(this.dataset.filters);
  }

  /** Values of a filter with how many rows have each, in order; what the build counted while some are not here. */
  choices(name) {
    return this.pending > 0 ? ordered(Object.entries(dataOf(this.dataset.choices)[name] ?? {})) : choices(this.rows, name);
  }

  /** A link may choose: `?topic=…&find=…`. */
  fromAddress() {
    const asked = new URLSearchParams(location.search);
    this.find.value = asked.get("find") ?? "";
    for (const [name, { input }] of this.selects) input.value = asked.get(name) ?? "";
    for (const { input } of this.selects.values()) if (input.selectedIndex < 0) input.value = "";
  }

  select(name, title) {
    const input = el("select", { onchange: () => this.act(() => this.apply()) }, el("option", { value: "" }, `${title}：全部`));
    input.append(...this.choices(name).map(([value, count]) => el("option", { value }, `${value}（${count}）`)));
    return { input, label: el("label", {}, el("span", { class: "pf-sr" }, title), input) };
  }

  /** Buttons in the heads; and, where the heads are out of sight on a phone, a select that does the same. */
  sorters() {
    this.heads = [...this.table.tHead.rows[0].cells].flatMap((head, column) => (head.dataset.sort in WORDS ? [{ head, column, type: head.dataset.sort, title: head.textContent.trim() }] : []));
    if (this.heads.length === 0) return null;
    for (const one of this.heads) one.head.replaceChildren(button({ class: "pf-sort", onclick: () => this.sortBy(one, after(one)) }, one.title));
    const choice = el("select", {}, el("option", { value: "" }, "排序：原来的顺序"));
    for (const [place, { title, type }] of this.heads.entries()) {
      for (const direction of [first(type), -first(type)]) choice.append(el("option", { value: `${place},${direction}` }, `${title}${WORDS[type][direction]}`));
    }
    choice.addEventListener("change", () => {
      const [place, direction] = choice.value.split(",").map(Number);
      this.sortBy(this.heads[place] ?? this.heads[0], choice.value ? direction : 0);
    });
    return el("label", { class: "pf-sort-select" }, el("span", { class: "pf-sr" }, "排序"), choice);
  }

  sortBy(one, direction) {
    this.act(() => this.sort(one, direction));
  }

  /** @param {1|-1|0} direction 0: the order of the page */
  sort(one, direction) {
    for (const { head } of this.heads) head.removeAttribute("aria-sort");
    if (direction !== 0) one.head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    this.order = direction === 0 ? this.rows : sorted(this.rows, one.column, one.type, direction);
    this.body.append(...this.order.map((row) => row.element));
    this.apply();
  }

  /** The next rows; the first of them gets the focus, or the press would leave it nowhere. */
  async further() {
    if (this.shown + SHOWN > this.rows.length) await this.whole();
    const before = this.shown;
    this.shown += SHOWN;
    this.apply();
    const first = this.standing.filter(({ element }) => !element.hidden)[before]?.element;
    first?.querySelector("a")?.focus({ preventScroll: true });
  }

  /** A row that an address names is shown, wherever it stands. */
  async toTarget() {
    const id = named();
    const isAway = document.getElementById(id)?.closest(".pf-rest");
    if (isAway) await this.whole();
    const row = this.rows.find(({ element }) => element.id !== "" && element.id === id);
    if (!row || !(row.element.hidden || isAway)) return;
    if (isAway) this.apply();
    this.shown = Math.max(this.shown, this.standing.indexOf(row) + 1);
    this.apply();
    if (isAway) location.replace(location.hash); // what was loaded becomes the :target
    row.element.scrollIntoView();
  }

  apply() {
    const wanted = words(this.find.value);
    const chosen = Object.fromEntries([...this.selects].map(([name, { input }]) => [name, input.value]));
    const places = new Map(this.order.map((row) => [row, this.placeOf(row)]));
    const order = this.ranked(places);
    let shown = 0;
    for (const row of order) {
      const fits = matches(row, wanted, chosen) || (places.get(row) !== undefined && isChosen(row, chosen));
      row.element.hidden = !fits || shown >= this.shown;
      shown += fits ? 1 : 0;
    }
    const { pending } = this;
    const all = this.rows.length + pending;
    const isWaiting = pending > 0 && this.isNarrowed();
    if (shown === this.rows.length) shown = all;
    this.more.hidden = shown <= this.shown || isWaiting;
    this.more.textContent = `再显示 ${Math.min(SHOWN, shown - this.shown)} 行（还有 ${shown - this.shown} 行）`;
    this.status.textContent = isWaiting ? "正在取其余各行……" : shown === all ? `共 ${shown} 行` : `显示 ${shown} 行，共 ${all} 行`;
    this.nothing.hidden = shown > 0 || isWaiting;
    const [link] = this.nothing.getElementsByTagName("a");
    link.hidden = this.find.value.trim() === "";
    link.href = searchAddress(this.find.value.trim());
    link.textContent = `在全站搜索“${this.find.value.trim()}”`;
  }

  /** Best found first where the search found rows and no column is sorted by; else as they stand. */
  ranked(places) {
    const isSorted = this.order !== this.rows;
    const has = [...places.values()].some((place) => place !== undefined);
    const order = has && !isSorted ? [...this.rows].sort((a, b) => (places.get(a) ?? Infinity) - (places.get(b) ?? Infinity) || 0) : this.order; // equals stay as they stand
    if (has || this.moved) this.body.append(...order.map((row) => row.element));
    this.moved = has;
    this.standing = order;
    return order;
  }
}

/**
 * Results of one kind.  The number of an article asks for what stands under it, or under what took its place: 环评法31 finds the conduct
 * that 法典 1095 punishes.
 */
async function soughtIn(kind, query) {
  const { search } = searcher();
  const only = { limit: SOUGHT, filters: { kind: [kind] } };
  const [first] = await search(query, { limit: 1 });
  if (!first?.exact || first.kind === kind) return search(query, only);
  const articles = first.next.length > 0 ? first.next.map(([, , title]) => ARTICLE.exec(title)?.[0]) : [`${first.regulation} ${first.article}`];
  const found = await Promise.all([...new Set(articles.filter(Boolean))].map(async (article) => (await search(article, only)).filter((hit) => article.endsWith(` ${hit.article}`))));
  return found.flat().map((hit) => ({ ...hit, score: 1 }));
}

/** Addresses that a row stands for: its own, and those it links to. */
function addressesIn(element) {
  const links = [...element.querySelectorAll("a[href]")].map((link) => link.href);
  return element.id === "" ? links : [...links, new URL(`#${element.id}`, location.href.split(/[?#]/u)[0]).href];
}

/** What an attribute holds as JSON; nothing where there is none, or what is none. */
function dataOf(text) {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return {};
  }
}

function readRow(element) {
  const values = Object.fromEntries(Object.entries(element.dataset).map(([name, value]) => [name, value.split("|").filter(Boolean)]));
  const cells = [...element.cells].map((cell) => ({ value: cell.dataset.value ?? cell.textContent.trim() }));
  return { element, text: folded(element.textContent), values, cells };
}

customElements.define("pufa-table", Table);
