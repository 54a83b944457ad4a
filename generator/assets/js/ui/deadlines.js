/** <pufa-deadlines>: a day entered for each occasion, the last day of each period from it, and all of them for the calendar. */

import { daysFrom, midnight } from "../core/days.js";
import { due, isDay, readCalendar } from "../core/deadlines.js";
import { calendarFile, stampNow } from "../core/ics.js";
import { button, el, freshId } from "./dom.js";
import { download } from "./files.js";
import { read, today, write } from "./storage.js";

const STORE = "pufa.deadlines";
const WEEK = "日一二三四五六";

class Deadlines extends HTMLElement {
  connectedCallback() {
    if (this.known) return;
    try {
      this.known = readCalendar(JSON.parse(this.querySelector("[data-calendar]").textContent));
    } catch {
      return; // the page stays as it is
    }
    const asked = new URLSearchParams(location.search);
    const kept = read(STORE) ?? {};
    this.sections = [...this.querySelectorAll(".pf-occasion")].map((element) => this.section(element, asked.get(element.id) ?? kept[element.id] ?? ""));
    this.status = el("p", { class: "pf-hint", role: "status" });
    this.adding = button({ class: "pf-btn", hidden: true, onclick: () => this.save() }, "加到手机日历");
    const clear = button({ class: "pf-link", onclick: () => this.clear() }, "清空日子");
    this.querySelector("[data-tools]").replaceChildren(el("p", { class: "pf-ticks__bar" }, this.adding, button({ class: "pf-btn pf-btn--plain", onclick: () => window.print() }, "打印"), clear), this.status);
    this.draw();
  }

  section(element, day) {
    const limits = [...element.querySelectorAll("[data-limit]")].map((row) => ({ row, place: row.querySelector("[data-due]"), words: row.querySelector("[data-due]").textContent, how: JSON.parse(row.dataset.limit), what: row.dataset.what, by: row.dataset.by, basis: row.dataset.basis }));
    const section = { id: element.id, title: element.dataset.title, limits };
    if (limits.length === 0) return section;
    const id = freshId("day");
    section.input = el("input", { id, type: "date", min: "1990-01-01", max: "2099-12-31", value: isDay(day) ? day : "", onchange: () => this.changed() });
    element.querySelector("[data-day]").replaceChildren(el("p", { class: "pf-day" }, el("label", { for: id }, `${element.dataset.title}的日子`), section.input));
    return section;
  }

  changed() {
    const days = Object.fromEntries(this.sections.filter(({ input }) => input?.value).map(({ id, input }) => [id, input.value]));
    if (!write(STORE, days)) this.status.textContent = "这台设备的浏览器不让保存，日子关掉页面就没有了。";
    const link = new URLSearchParams(days).toString();
    history.replaceState(history.state, "", `${location.pathname}${link && "?"}${link}${location.hash}`);
    this.draw();
  }

  clear() {
    for (const { input } of this.sections) if (input) input.value = "";
    this.changed();
  }

  draw() {
    this.found = [];
    for (const { id, title, input, limits } of this.sections) {
      for (const { place, words, how, what, by, basis } of limits) {
        if (!input?.value || !isDay(input.value)) {
          place.replaceChildren(words);
          continue;
        }
        const end = due(input.value, how, this.known, how);
        place.replaceChildren(...told(end, words));
        this.found.push({ id: `${id}-${what}-${input.value}`, day: end.day, title: `${by ? `${by}：` : "最后一天："}${what}`, text: `${title}：${input.value}。${words}，${basis}。${doubts(end).join("")}` });
      }
    }
    this.adding.hidden = this.found.length === 0;
  }

  save() {
    download(`期限-${today()}.ics`, calendarFile(this.found, stampNow()), "text/calendar");
    this.status.textContent = `${this.found.length} 个日子已交给浏览器，打开文件就加进日历；提前两天提醒。`;
  }
}

/** 最迟 2026年11月2日（星期一），还有 4 天 */
function told(end, words) {
  const at = new Date(midnight(end.day));
  const left = daysFrom(today(), end.day);
  const rest = left > 0 ? `还有 ${left} 天` : left === 0 ? "就是今天" : `已经过了 ${-left} 天`;
  return [
    "最迟 ",
    el("time", { datetime: end.day }, `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`),
    `（星期${WEEK[at.getUTCDay()]}）`,
    el("small", { class: left < 0 ? "gone" : null }, `${words}，${rest}`),
    ...doubts(end).map((text) => el("small", { class: "doubt" }, text)),
  ];
}

function doubts(end) {
  const said = [];
  if (end.day !== end.nominal) said.push(`最后一天 ${end.nominal} 放假，顺延到上班那天。`);
  else if (end.off) said.push("这一天放假，条文没有写顺延，提前办。");
  if (!end.sure) said.push("那一年还没有放假安排，只算了周末，可能要改。");
  return said;
}

customElements.define("pufa-deadlines", Deadlines);
