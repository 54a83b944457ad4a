/** What a trainer wants: whom the paper is for, what it asks, and its sections with how many items there are for each. */

import { counted, countedWhole, quotaName } from "../../core/clash.js";
import { wholeOf } from "../../core/demands.js";
import { blank, planned } from "../../core/draft.js";
import { limitOf } from "../../core/limits.js";
import { replaced, tally } from "../../core/lists.js";
import { RULES } from "../../core/marking.js";
import { button, el } from "../dom.js";
import { chips, number, select, text } from "./fields.js";

const OWN = "";
/** In place of a section, for what the whole paper is asked. */
const WHOLE = -1;
/** What a requirement can count by, and what people call it. */
const BY = [
  ["topic", "专题"],
  ["thought", "要会什么"],
  ["level", "程度"],
  ["difficulty", "难度"],
  ["rule", "考法"],
  ["industry", "行业"],
  ["regulation", "法规"],
];
/** Difficulty in words, with its bounds. */
const BANDS = [
  ["0,0.4", "容易（0–0.4）"],
  ["0.4,0.6", "适中（0.4–0.6）"],
  ["0.6,1", "较难（0.6–1）"],
];

/** Both ends of a span, the other one moved where they would cross. */
const ordered = ([low, high], set) => (low <= high ? [low, high] : set === 0 ? [low, low] : [high, high]);
const without = (list, at) => list.filter((_, place) => place !== at);
const moved = (list, at) => [...list.slice(0, at - 1), list[at], list[at - 1], ...list.slice(at + 1)];

export class Want {
  /** @param {object} shelf @param {(draft: object) => void} change told of every change */
  constructor(shelf, change) {
    this.shelf = shelf;
    this.change = change;
    this.element = el("form", { class: "pf-want", "aria-label": "我要什么样的卷", onsubmit: (event) => event.preventDefault() });
    this.opened = new Set();
  }

  /** Drawing comes later than the press that follows a change, so everything is told by what holds then. */
  set(fields) {
    this.draft = planned(this.draft, { ...this.draft.blueprint, ...fields });
    this.change(this.draft);
  }

  /** @param {(section: object) => object} change the section as it is -> fields that become others */
  edit(at, change) {
    const { sections } = this.draft.blueprint;
    if (sections[at]) this.set({ sections: replaced(sections, at, { ...sections[at], ...change(sections[at]) }) });
  }

  /** The requirements of a section, or of the whole paper where `at` is WHOLE, become others. @param {(quotas: object[]) => object[]} change */
  editQuotas(at, change) {
    if (at === WHOLE) this.set({ thought: undefined, limits: change(wholeOf(this.draft.blueprint)) });
    else this.edit(at, ({ quotas = [] }) => ({ quotas: change(quotas) }));
  }

  /** @param {(quota: object) => object|null} change null: the requirement goes */
  editQuota(at, place, change) {
    this.editQuotas(at, (quotas) => {
      const changed = change(quotas[place]);
      return changed === null ? without(quotas, place) : replaced(quotas, place, changed);
    });
  }

  show(draft) {
    this.draft = draft;
    const focus = this.focused();
    this.element.replaceChildren(this.whole(), this.asked(), this.sections(), this.paper(), this.kept());
    this.focus(focus);
  }

  /** Where the focus is, so that it is there again after drawing. */
  focused() {
    const all = [...this.element.querySelectorAll("input, select, button, summary")];
    return all.indexOf(document.activeElement);
  }

  /** A number is selected as the Tab key leaves it, so that what is typed takes its place. */
  focus(at) {
    const field = at < 0 ? undefined : this.element.querySelectorAll("input, select, button, summary")[at];
    field?.focus({ preventScroll: true });
    if (field?.type === "number") field.select();
  }

  whole() {
    const { blueprint } = this.draft;
    const plans = this.shelf.blueprints.map(({ id, title }) => [id, title]);
    const own = !plans.some(([id]) => id === blueprint.id);
    const begin = (id) => {
      const found = this.shelf.blueprints.find((plan) => plan.id === id);
      this.change({ blueprint: found ?? blank(this.shelf, blueprint.audience), seed: found?.seed ?? 1, sections: null });
    };
    const audiences = this.shelf.names.audience.map(([id, words]) => [id, words]);
    const lists = [["", "不限"], ...this.shelf.names.must_know];
    return el(
      "section",
      {},
      el("h2", {}, "给谁考"),
      select("从哪一份方案开始", own ? OWN : blueprint.id, [[OWN, "自己设"], ...plans], begin),
      text("卷名", blueprint.title, (title) => title && this.set({ title })),
      select("对象", blueprint.audience, [...audiences, ["社会公众", "社会公众"]], (audience) => this.set({ audience })),
      el(
        "div",
        { class: "pf-fields" },
        number("时间（分钟）", blueprint.minutes, { min: 1, max: 600 }, (minutes) => this.set({ minutes })),
        number("及格分", blueprint.pass_mark, { min: 0.5, max: 100_000, step: 0.5 }, (pass_mark) => this.set({ pass_mark })),
        number("出几套卷", blueprint.forms ?? 1, { min: 1, max: 4 }, (forms) => this.set({ forms })),
      ),
      select("多选题给分", blueprint.marking ?? "all_or_nothing", Object.entries(RULES).map(([id, words]) => [id, words.replace("多选题", "")]), (marking) => this.set({ marking })),
      lists.length > 1 ? select("应知应会清单", blueprint.must_know ?? "", lists, (id) => this.set({ must_know: id || undefined })) : null,
      lists.length > 1 ? select("每条都要考到的清单", blueprint.cover ?? "", lists, (id) => this.set({ cover: id || undefined })) : null,
    );
  }

  asked() {
    const { topics = [] } = this.draft.blueprint;
    return el(
      "section",
      {},
      el("h2", {}, "考什么"),
      el("p", { class: "pf-hint" }, topics.length > 0 ? "只从选中的专题里出题。" : "不选就是各个专题都出；选了就只从选中的专题里出题。"),
      chips("专题", topics, this.shelf.names.topic, (chosen) => this.set({ topics: chosen })),
    );
  }

  sections() {
    const { blueprint } = this.draft;
    const there = counted(this.shelf, blueprint);
    const used = blueprint.sections.map(({ type }) => type);
    const free = this.shelf.types.find(({ id }) => !used.includes(id)) ?? this.shelf.types[0];
    const add = () => this.set({ sections: [...this.draft.blueprint.sections, { title: free.title, type: free.id, count: 5, points: 2, quotas: [] }] });
    return el(
      "section",
      {},
      el("h2", {}, "题型和题数"),
      el("p", { class: "pf-hint" }, "可选的题数随上面的选择变；不够的标红。"),
      blueprint.sections.map((section, at) => this.section(section, at, there[at])),
      button({ class: "pf-btn pf-btn--plain", onclick: add }, "加一个大题"),
    );
  }

  section(section, at, { count, quotas }) {
    const { blueprint } = this.draft;
    const put = (fields) => this.edit(at, () => fields);
    const order = (change) => this.set({ sections: change(this.draft.blueprint.sections) });
    const short = count < section.count;
    const retype = (type) => put({ type, title: this.shelf.called("type", type), ...this.pointsOf(type) });
    const title = `第 ${at + 1} 大题`;
    const some = section.quotas?.length || section.difficulty;
    const more = el("summary", {}, some ? `要求：${section.quotas?.length ?? 0} 条${section.difficulty ? "，限平均难度" : ""}` : "加要求（专题、难度……）");
    const fold = el("details", { class: "pf-section__more", open: this.opened.has(at) }, more, (section.quotas ?? []).map((quota, place) => this.quota(at, quota, place, quotas[place])), this.further(section, at));
    fold.addEventListener("toggle", () => (fold.open ? this.opened.add(at) : this.opened.delete(at)));
    return el(
      "fieldset",
      { class: `pf-section${short ? " pf-section--short" : ""}` },
      el("legend", { class: "pf-sr" }, title),
      select(`${title}题型`, section.type, this.shelf.valuesOf("type"), retype),
      el(
        "div",
        { class: "pf-fields" },
        number("题数", section.count, { min: 1, max: 500 }, (value) => put({ count: value })),
        number("每题分", section.points, { min: 0.5, max: 1000, step: 0.5 }, (points) => put({ points })),
      ),
      el("p", { class: "pf-there" }, short ? `只有 ${count} 题，少 ${section.count - count} 题` : `可选 ${count} 题`),
      fold,
      el(
        "p",
        { class: "pf-section__bar" },
        at > 0 ? button({ class: "pf-link", "aria-label": `${title}上移`, onclick: () => order((sections) => moved(sections, at)) }, "上移") : null,
        blueprint.sections.length > 1 ? button({ class: "pf-link", "aria-label": `删去${title}`, onclick: () => order((sections) => without(sections, at)) }, "删去") : null,
      ),
    );
  }

  /** Items of some types have points of their own: the most frequent ones, so that there is something to choose from. */
  pointsOf(type) {
    const own = this.shelf.ids.flatMap((_, item) => (this.shelf.typeOf(item) === type && this.shelf.worth(item) !== null ? [this.shelf.worth(item)] : []));
    const [most] = [...tally(own)].sort((a, b) => b[1] - a[1]);
    return most ? { points: most[0] } : {};
  }

  quota(at, quota, place, there) {
    const change = (fields) => this.editQuota(at, place, (now) => ({ ...now, ...fields }));
    const rename = (named) => this.editQuota(at, place, ({ min, max }) => ({ ...named, min, max }));
    const named = BY.filter(([name]) => quota[name] !== undefined && quota[name] !== null);
    const short = there < (quota.min ?? 0);
    const words = quotaName(this.shelf, quota);
    return el(
      "div",
      { class: `pf-quota${short ? " pf-section--short" : ""}`, role: "group", "aria-label": words },
      named.length === 1 ? this.kind(quota, named[0][0], rename) : el("p", {}, words),
      el(
        "div",
        { class: "pf-fields" },
        number("至少", quota.min || null, { min: 0, max: 500 }, (min) => change({ min: min ?? 0 })),
        number("至多", quota.max, { min: 0, max: 500 }, (max) => change({ max: max ?? undefined })),
        button({ class: "pf-link", "aria-label": `删去要求“${words}”`, onclick: () => this.editQuota(at, place, () => null) }, "删去"),
      ),
      el("p", { class: "pf-there" }, short ? `只有 ${there} 题，少 ${quota.min - there} 题` : `可选 ${there} 题`),
    );
  }

  /** What a requirement counts: by what, and which value. */
  kind(quota, name, put) {
    const values = this.values(name);
    const value = name === "difficulty" ? quota.difficulty.join() : quota[name];
    const given = (by, one) => ({ [by]: by === "difficulty" ? one.split(",").map(Number) : one });
    const known = values.some(([one]) => one === value) ? values : [...values, [value, quotaName(this.shelf, quota)]];
    return el(
      "div",
      { class: "pf-fields" },
      select("按", name, BY.filter(([by]) => this.values(by).length > 0), (by) => put(given(by, this.values(by)[0][0]))),
      select("是", value, known, (one) => put(given(name, one))),
    );
  }

  values(name) {
    return name === "difficulty" ? BANDS : this.shelf.valuesOf(name);
  }

  /** A further requirement, and the mean difficulty. */
  further(section, at) {
    const [low, high] = section.difficulty ?? [null, null];
    const bound = (end, value) =>
      this.edit(at, ({ difficulty = [null, null] }) => {
        const [from, to] = replaced(difficulty, end, value);
        return { difficulty: from === null && to === null ? undefined : [from ?? 0, to ?? 1] };
      });
    return [
      this.adding(at),
      el(
        "div",
        { class: "pf-fields" },
        number("平均难度从", low, { min: 0, max: 1, step: 0.01 }, (value) => bound(0, value)),
        number("到", high, { min: 0, max: 1, step: 0.01 }, (value) => bound(1, value)),
      ),
      el("p", { class: "pf-hint" }, "0 最易，1 最难；不限的空着。"),
    ];
  }

  adding(at) {
    const [by] = BY.find(([name]) => this.values(name).length > 0);
    const add = () => this.editQuotas(at, (quotas) => [...quotas, { [by]: this.values(by)[0][0], min: 1 }]);
    return button({ class: "pf-btn pf-btn--plain", onclick: add }, "加一条要求");
  }

  /** What holds for all sections together: requirements, and how often the paper may do the same thing. */
  paper() {
    const { blueprint } = this.draft;
    const quotas = wholeOf(blueprint);
    const there = countedWhole(this.shelf, blueprint);
    const limit = (name) => limitOf(this.shelf, blueprint, name);
    const most = (name, words) => number(words, limit(name), { min: 1, max: 100, empty: this.shelf.limits[name] }, (value) => this.set({ [name]: value }));
    const share = (name, words) => number(words, Math.round(limit(name) * 100), { min: 0, max: 100, empty: Math.round(this.shelf.limits[name] * 100) }, (value) => this.set({ [name]: value / 100 }));
    const end = (at, words) => number(words, Math.round(limit("judge_true")[at] * 100), { min: 0, max: 100, empty: at * 100 }, (value) => this.set({ judge_true: ordered(replaced(limit("judge_true"), at, value / 100), at) }));
    const words = quotas.length > 0 ? `全卷要求：${quotas.length} 条` : "全卷要求（会用的至少几题、同一条文至多几题……）";
    const fold = el(
      "details",
      { class: "pf-section__more", open: this.opened.has(WHOLE) },
      el("summary", {}, words),
      quotas.map((quota, place) => this.quota(WHOLE, quota, place, there[place])),
      this.adding(WHOLE),
      el("div", { class: "pf-fields" }, most("per_article", "同一条文至多几题"), most("per_amount", "同一数额至多几题")),
      el("div", { class: "pf-fields" }, end(0, "判断题里正确的从（%）"), end(1, "到（%）")),
      el("div", { class: "pf-fields" }, share("one_phrasing", "同一种问法至多占（%）"), share("amounts", "问数额的至多占（%）"), share("article_numbers", "只问条号的至多占（%）")),
    );
    fold.addEventListener("toggle", () => (fold.open ? this.opened.add(WHOLE) : this.opened.delete(WHOLE)));
    return el("section", {}, el("h2", {}, "整张卷"), fold);
  }

  /** Items held and left out by hand. */
  kept() {
    const { include = [], ban = [] } = this.draft.blueprint;
    if (include.length + ban.length === 0) return el("section", { hidden: true });
    const words = [include.length > 0 ? `固定了 ${include.length} 题` : "", ban.length > 0 ? `不要的有 ${ban.length} 题` : ""].filter(Boolean).join("，");
    const clear = () => this.set({ include: undefined, ban: undefined });
    return el("section", {}, el("p", { class: "pf-hint" }, `${words}。`, button({ class: "pf-link", onclick: clear }, "都取消")));
  }
}

