/** The paper as it will be printed, with what can be done with each item; its key; and what it is made of as a small picture. */

import { mixOf } from "../../core/draft.js";
import { BROKEN } from "../../core/limits.js";
import { totalOf } from "../../core/marking.js";
import { headingOf, ordinal } from "../../core/print.js";
import { letter } from "../../core/run.js";
import { button, el } from "../dom.js";
import { paperElements } from "./items.js";

/** Topics drawn in the picture; the rest is told together. */
const DRAWN = 5;

/** The picture: a bar cut into shares, and the words for it. @param {Array<[string, number]>} shares words and share */
function bar(title, shares) {
  const part = ([words, share], at) => el("span", {}, el("i", { class: `pf-mix__${at}`, "aria-hidden": "true" }), `${words} ${Math.round(share * 100)}%`);
  const cut = shares.map(([, share], at) => {
    const piece = el("i", { class: `pf-mix__${at}` });
    piece.style.width = `${share * 100}%`;
    return piece;
  });
  return el("div", { class: "pf-mix" }, el("p", {}, title), el("div", { class: "pf-mix__bar", "aria-hidden": "true" }, cut), el("p", { class: "pf-mix__key" }, shares.map(part)));
}

/** What a paper is made of, for the panel. */
export function mixture(shelf, draft) {
  const { numbers, difficulty, thought, topic } = mixOf(shelf, draft.sections);
  const order = shelf.names.thought.map(([id]) => id).reverse();
  const levels = order.flatMap((id) => thought.filter(([one]) => one === id)).map(([id, share]) => [shelf.called("thought", id), share]);
  const most = topic.slice(0, DRAWN).map(([id, share]) => [id ? shelf.called("topic", id) : "其他", share]);
  const rest = topic.slice(DRAWN).reduce((sum, [, share]) => sum + share, 0);
  const { blueprint } = draft;
  return el(
    "section",
    { class: "pf-made" },
    el("h2", {}, "这套卷"),
    el("p", {}, `${numbers} 题 · ${totalOf(blueprint)} 分 · ${blueprint.minutes} 分钟 · 平均难度 ${difficulty.toFixed(2)}`),
    bar("要会什么", levels),
    bar("专题", rest > 0 ? [...most, ["其余", rest]] : most),
    el("p", { class: "pf-hint" }, "考同一事实的题不会同卷，一题也不会说出另一题的答案。"),
  );
}

export class SheetView {
  /** @param {object} shelf @param {{swap: Function, pin: Function, ban: Function}} act told section and item */
  constructor(shelf, act) {
    this.shelf = shelf;
    this.act = act;
    this.element = el("div", { class: "pf-paper", tabindex: "-1", role: "region", "aria-label": "试卷" });
    this.drawing = 0;
  }

  message(...children) {
    this.drawing++;
    this.element.classList.remove("pf-paper--key");
    this.element.replaceChildren(el("div", { class: "pf-paper__note" }, children));
  }

  /** @param {{draft: object, form: number, sections: number[][], marks: object, withKey: boolean}} shown */
  async show({ draft, form, sections, marks, withKey }) {
    const drawing = ++this.drawing;
    const { blueprint, seed } = draft;
    const lists = await paperElements(this.shelf, { blueprint, seed, form: letter(form), sections });
    if (drawing !== this.drawing) return false; // a later paper is being drawn
    const alone = (blueprint.forms ?? 1) === 1;
    const total = totalOf(blueprint);
    this.element.classList.toggle("pf-paper--key", withKey);
    this.element.replaceChildren(
      el("div", { class: "pf-paper__seal", "aria-hidden": "true" }, "单位　　　　　　姓名　　　　考号　　　　　密　封　线"),
      el("h2", { class: "pf-paper__title" }, `${blueprint.title}${alone ? "" : `（${letter(form)} 卷）`}${withKey ? "　参考答案" : ""}`),
      el("p", { class: "pf-paper__facts" }, `时间 ${blueprint.minutes} 分钟　满分 ${total} 分　${blueprint.pass_mark} 分及格　按 ${this.shelf.as_of} 施行的法律`),
      scores(blueprint.sections.length),
      ...blueprint.sections.map((section, at) => this.section(section, at, lists[at], sections[at], { draft, form, marks, withKey })),
    );
    return true;
  }

  section(section, at, list, items, shown) {
    const { draft } = shown;
    const rule = draft.blueprint.marking ?? "all_or_nothing";
    const type = this.shelf.types.find(({ id }) => id === section.type);
    const heading = headingOf(section, at, items.length);
    for (const [place, li] of list.entries()) {
      const details = li.querySelector(".pf-answer");
      if (shown.withKey && details) details.open = true;
      if (shown.form === 0) li.append(this.tools(at, items[place], shown));
      if (shown.marks.clash.some((one) => one.items.includes(items[place])) || shown.marks.unfit.includes(items[place])) li.classList.add("pf-item--wrong");
    }
    return el(
      "section",
      { class: "pf-paper__section" },
      el("h3", {}, heading),
      type?.directions[rule] ? el("p", { class: "pf-paper__do" }, type.directions[rule]) : null,
      el("ol", { class: "pf-items" }, list),
    );
  }

  tools(section, item, { draft, marks }) {
    const { shelf } = this;
    const id = shelf.ids[item];
    const isPinned = (draft.blueprint.include ?? []).includes(id);
    const topics = shelf.several("topic", item).map((one) => shelf.called("topic", one));
    const over = marks.clash.find(({ items }) => items.includes(item));
    const wrong = over ? BROKEN[over.kind](over.high) : marks.unfit.includes(item) ? "不合方案" : "";
    return el(
      "p",
      { class: "pf-item__tools", "data-item": id },
      button({ class: "pf-tool", "data-do": "swap", disabled: isPinned, onclick: () => this.act.swap(section, item) }, "换一题"),
      button({ class: "pf-tool", "data-do": "pin", "aria-pressed": String(isPinned), onclick: () => this.act.pin(item, !isPinned) }, isPinned ? "已固定" : "固定"),
      button({ class: "pf-tool", "data-do": "ban", onclick: () => this.act.ban(section, item) }, "不要这题"),
      el("span", { class: "pf-hint" }, [topics[0], `难度 ${(shelf.difficulty(item) / 10_000).toFixed(2)}`].filter(Boolean).join(" · ")),
      wrong ? el("span", { class: "pf-there" }, wrong) : null,
    );
  }
}

function scores(count) {
  const row = (name, cells) => el("tr", {}, el("th", { scope: "row" }, name), cells.map((cell) => el("td", {}, cell)));
  const ordinals = Array.from({ length: count }, (_, at) => ordinal(at));
  return el("table", { class: "pf-paper__scores" }, el("tbody", {}, row("题号", [...ordinals, "总分", "核分人"]), row("得分", Array.from({ length: count + 2 }, () => ""))));
}

