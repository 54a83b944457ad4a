/** <pufa-builder>: what a trainer wants at the left, the paper as printed at the right, everything in this browser. */

import { clashes, inWords, shortages } from "../../core/clash.js";
import { banned, blank, drawn, faults, formsOf, isSound, mixOf, pinned, redrawn, swapped } from "../../core/draft.js";
import { BROKEN } from "../../core/limits.js";
import { paperFile, placed, readPaper, unpacked } from "../../core/paper-file.js";
import { letter } from "../../core/run.js";
import { button, el } from "../dom.js";
import { read, write } from "../storage.js";
import { Bank } from "./bank.js";
import { Downloads } from "./downloads.js";
import { FileBar } from "./files.js";
import { shelf } from "./items.js";
import { mixture, SheetView } from "./sheet.js";
import { Want } from "./want.js";

const KEPT = "pufa.builder";
/** Limits of the whole paper, as people call them. */
const LIMITS = { article: "同一条文的题数", amount: "同一数额的题数", phrasing: "同一问法的题数", true: "判断题正误的比例", false: "判断题正误的比例", told: "题干不说出别的题的答案" };
/** Lets the browser draw before work that takes a moment. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 20));

class Builder extends HTMLElement {
  async connectedCallback() {
    if (this.live) return;
    this.live = el("p", { class: "pf-builder__live", role: "status" }, "正在打开题库……");
    this.replaceChildren(this.live);
    try {
      this.shelf = await shelf();
    } catch {
      this.live.textContent = "题库没有打开。请检查网络以后刷新本页；从本机文件夹直接打开的网页读不了题库，要由网站打开。";
      return;
    }
    this.build();
    await this.begin();
  }

  build() {
    this.want = new Want(this.shelf, (draft) => this.wanted(draft));
    this.sheet = new SheetView(this.shelf, {
      swap: (section, item) => this.swap(section, item),
      pin: (item, on) => this.put(pinned(this.shelf, this.draft, item, on)),
      ban: (section, item) => this.ban(section, item),
    });
    this.files = new FileBar({ paper: () => this.paper(), open: (text) => this.open(text), say: (words) => this.say(words) });
    this.downloads = new Downloads(this.shelf, { draft: () => this.draft, paper: () => this.paper(), forms: () => this.forms, say: (words) => this.say(words) });
    this.bank = new Bank(this.shelf, { add: (item) => this.add(item), holds: (item) => this.draft.sections?.flat().includes(item) ?? false, say: (words) => this.say(words) });
    this.made = el("div", { class: "pf-builder__made" });
    this.bar = el("div", { class: "pf-builder__bar" });
    this.go = button({ class: "pf-btn pf-builder__go", onclick: () => this.assemble(false) }, "组卷");
    this.tabs = [["试卷", "paper"], ["题库", "bank"]].map(([words, id]) => button({ class: "pf-tab", role: "tab", id: `pf-tab-${id}`, "aria-controls": `pf-panel-${id}`, onclick: () => this.turnTo(id) }, words));
    this.panels = [el("div", { role: "tabpanel", id: "pf-panel-paper", "aria-labelledby": "pf-tab-paper" }, this.bar, this.sheet.element), el("div", { role: "tabpanel", id: "pf-panel-bank", "aria-labelledby": "pf-tab-bank" }, this.bank.element)];
    const tablist = el("div", { class: "pf-tabs", role: "tablist", "aria-label": "试卷与题库", onkeydown: (event) => this.arrow(event) }, this.tabs);
    this.replaceChildren(el("div", { class: "pf-builder" }, el("aside", { class: "pf-builder__want", "aria-label": "要什么样的卷" }, this.made, this.want.element, el("div", { class: "pf-builder__do" }, this.go)), el("div", { class: "pf-builder__paper" }, tablist, this.live, this.panels)));
    this.addEventListener("pointerdown", () => (this.pressing = true));
    for (const name of ["pointerup", "pointercancel"]) this.ownerDocument.addEventListener(name, () => setTimeout(() => this.released()));
    window.addEventListener("hashchange", () => this.fromAddress());
    this.turnTo("paper");
  }

  /** The paper of the address, else the one that was being made, else the first blueprint. */
  async begin() {
    const [first] = this.shelf.blueprints;
    this.draft = { blueprint: first ?? blank(this.shelf, "执法人员"), seed: first?.seed ?? 1, sections: null };
    const kept = read(KEPT);
    if (!(await this.fromAddress()) && !(kept && this.take(kept, false)) && !this.failed) this.say("选一份方案，或者自己设，再按“组卷”。");
    this.draw();
  }

  async fromAddress() {
    const letters = new URLSearchParams(location.hash.slice(1)).get("paper");
    if (!letters) return false;
    try {
      this.take(await unpacked(letters), true);
      history.replaceState(null, "", location.pathname + location.search);
      return true;
    } catch (error) {
      this.failed = true;
      this.say(error.message);
      return false;
    }
  }

  open(text) {
    try {
      this.take(readPaper(text), true);
    } catch (error) {
      this.say(error.message);
    }
  }

  /** Goes on with a paper from a file, a link or the browser's memory. @param {boolean} told whether to say what it is */
  take(file, told) {
    let found;
    try {
      found = placed(this.shelf, told ? file : readPaper(JSON.stringify(file)));
    } catch {
      return false;
    }
    this.draft = { blueprint: file.blueprint, seed: file.seed, sections: found.forms[0].some((items) => items.length > 0) ? found.forms[0] : null };
    this.later = found.missing.length === 0 && found.forms.length > 1 ? found.forms : null;
    this.form = 0;
    const gone = found.missing.length > 0 ? `，其中 ${found.missing.length} 题题库里已经没有了` : "";
    if (told) this.say(found.other ? `已打开“${file.blueprint.title}”。它是按另一版题库组的${gone}，请重新核对。` : `已打开“${file.blueprint.title}”。`);
    else if (this.draft.sections) this.say(`接着上次的“${file.blueprint.title}”。`);
    this.draw();
    return true;
  }

  say(words) {
    this.live.textContent = words;
  }

  turnTo(id) {
    this.tabs.forEach((tab) => {
      const on = tab.id === `pf-tab-${id}`;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    });
    for (const panel of this.panels) panel.hidden = panel.id !== `pf-panel-${id}`;
    if (id === "bank") this.bank.open();
  }

  arrow(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const now = this.tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const next = this.tabs[(now + step + this.tabs.length) % this.tabs.length];
    next.click();
    next.focus();
  }

  // ---- changes ----

  /** The form was changed: what was chosen is gone, unless it still meets everything. */
  wanted(draft) {
    const before = this.draft;
    const still = before.sections && before.sections.length === draft.blueprint.sections.length ? { ...draft, sections: before.sections } : null;
    this.later = null;
    this.draft = still && shortages(this.shelf, still.blueprint).length === 0 && isSound(this.shelf, still) ? still : draft;
    if (before.sections && !this.draft.sections) this.say("要求改了，原来的卷不合要求，请重新组卷。");
    this.keep();
    this.waiting = true;
    if (!this.pressing) setTimeout(() => this.released());
  }

  /** Draws what was changed, once the button is up: what is under it would be another element. */
  released() {
    this.pressing = false;
    if (!this.waiting) return;
    this.waiting = false;
    this.draw();
  }

  put(draft) {
    this.draft = draft;
    this.later = null;
    this.keep();
    this.draw();
  }

  keep() {
    const { blueprint, seed, sections } = this.draft;
    write(KEPT, paperFile(this.shelf, blueprint, seed, [sections ?? blueprint.sections.map(() => [])]));
  }

  async assemble(another) {
    const { blueprint, seed } = this.draft;
    const short = shortages(this.shelf, blueprint);
    if (short.length > 0) return this.fail(short);
    this.say("正在组卷……");
    const held = document.activeElement === this.go; // a button that is disabled loses the focus for good
    this.go.disabled = true;
    await breath();
    const { draft, unmet } = another ? redrawn(this.shelf, this.draft) : drawn(this.shelf, this.draft);
    if (draft.sections) {
      this.form = 0;
      this.put(draft);
      this.say(`组好了：${mixOf(this.shelf, draft.sections).numbers} 道题，全部要求都满足。`);
      this.turnTo("paper");
      this.toPaper();
    } else {
      this.say("正在找哪些要求合不到一起……");
      await breath();
      const { missing, loosen, facts, limits } = clashes(this.shelf, blueprint, seed, unmet);
      const lines = [...missing.map((words) => `${words}。`)];
      if (loosen.length > 0) lines.push(`下面任何一条放宽，就能组出来：${loosen.join("；")}。`);
      if (facts) lines.push("考同一事实的题不能同卷，合用的题因此不够。");
      if (limits.length > 0) lines.push(`全卷的限制使合用的题不够：${limits.map((kind) => LIMITS[kind]).join("、")}。`);
      this.fail(lines, "这些要求单独都够，合在一起没有凑齐：");
    }
    this.go.disabled = false;
    if (held) this.go.focus({ preventScroll: true });
  }

  /** Where the paper stands below the form, as on a phone, it comes into sight. */
  toPaper() {
    const place = this.querySelector(".pf-builder__paper");
    if (place.getBoundingClientRect().top > window.innerHeight * 0.6) place.scrollIntoView();
  }

  fail(lines, head = "题不够，没有组卷：") {
    this.draft = { ...this.draft, sections: null };
    this.turnTo("paper");
    this.draw();
    this.sheet.message(el("h2", {}, head), el("ul", {}, lines.map((line) => el("li", {}, line))), el("p", {}, "减少题数或者放宽要求，再组一次。"));
    this.say(`${head}${lines[0] ?? ""}`);
    this.toPaper();
    this.go.disabled = false;
  }

  swap(section, item) {
    const next = swapped(this.shelf, this.draft, section, item);
    if (!next) return this.say("没有别的题能换上又满足全部要求。可以放宽要求，或者换一套。");
    const id = this.shelf.ids[next.sections[section][this.draft.sections[section].indexOf(item)]];
    this.focusOn = [id, "swap"];
    this.put(next);
    this.say("换好了。");
  }

  ban(section, item) {
    const without = banned(this.shelf, this.draft, item, true);
    const next = swapped(this.shelf, without, section, item);
    if (next) {
      this.focusOn = [this.shelf.ids[next.sections[section][this.draft.sections[section].indexOf(item)]], "ban"];
      this.put(next);
      return this.say("这题不要了，已经换上别的题。");
    }
    this.draft = without;
    return this.assemble(false);
  }

  /** Puts an item of the bank into the paper, in place of one of its section, and pins it. */
  add(item) {
    const { blueprint, sections } = this.draft;
    const held = pinned(this.shelf, banned(this.shelf, this.draft, item, false), item, true);
    const places = blueprint.sections.flatMap((_, section) => (sections?.[section] ?? []).filter((one) => !(blueprint.include ?? []).includes(this.shelf.ids[one])).map((one) => [section, one]));
    for (const [section, one] of places) {
      const next = swapped(this.shelf, { ...held, blueprint: { ...held.blueprint, include: blueprint.include } }, section, one, item);
      if (next) {
        this.put({ ...next, blueprint: held.blueprint });
        return this.say("已加入试卷，换下了同一大题的一题，并且固定。");
      }
    }
    this.put({ ...held, sections: null });
    return this.say("已固定这一题；下次组卷时它一定在卷里。");
  }

  // ---- drawing ----

  get forms() {
    return (this.later ??= formsOf(this.shelf, this.draft));
  }

  /** The paper as a file; null where there is none. */
  paper() {
    const { blueprint, seed, sections } = this.draft;
    return sections ? paperFile(this.shelf, blueprint, seed, this.forms) : null;
  }

  async draw() {
    const { draft } = this;
    this.want.show(draft);
    this.bank.refresh();
    if (!draft.sections) {
      this.made.replaceChildren();
      this.bar.replaceChildren(this.files.element);
      this.files.show(false);
      this.go.textContent = "组卷";
      return this.sheet.message(el("p", {}, "还没有卷。选好以后按“组卷”。"));
    }
    const marks = faults(this.shelf, draft);
    const sound = Object.values(marks).every((list) => list.length === 0);
    this.go.textContent = "重新组卷";
    this.made.replaceChildren(mixture(this.shelf, draft));
    const count = draft.blueprint.forms ?? 1;
    this.form = Math.min(this.form ?? 0, count - 1);
    const forms = count > 1 && sound ? this.forms : [draft.sections];
    this.form = Math.min(this.form, forms.length - 1);
    const held = this.bar.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.bar.replaceChildren(...[this.views(forms.length), sound ? null : this.wrong(marks), this.files.element, sound ? this.downloads.element : null].filter(Boolean));
    if (held) [...this.bar.querySelectorAll("button")].find((one) => one.textContent === held)?.focus({ preventScroll: true });
    this.files.show(sound);
    if (sound && forms.length < count) this.say(`只组出 ${forms.length} 套：题库里没有足够的题再组一套一样难的卷。`);
    if (await this.sheet.show({ draft, form: this.form, sections: forms[this.form], marks, withKey: this.withKey ?? false })) this.refocus();
  }

  refocus() {
    if (!this.focusOn) return;
    const [id, what] = this.focusOn;
    this.focusOn = null;
    this.querySelector(`.pf-item__tools[data-item="${CSS.escape(id)}"] [data-do="${what}"]`)?.focus();
  }

  /** Which form is shown, paper or key, and another paper. */
  views(forms) {
    const form = (at) => button({ class: "pf-chip", "aria-pressed": String(at === this.form), onclick: () => ((this.form = at), this.draw()) }, `${letter(at)} 卷`);
    const key = button({ class: "pf-chip", "aria-pressed": String(this.withKey ?? false), onclick: () => ((this.withKey = !this.withKey), this.draw()) }, "看答案");
    const another = button({ class: "pf-chip", onclick: () => this.assemble(true) }, "换一套");
    return el("div", { class: "pf-chips", role: "group", "aria-label": "看哪一份" }, another, forms > 1 ? Array.from({ length: forms }, (_, at) => form(at)) : null, key);
  }

  wrong({ unmet, clash, unfit, missing }) {
    const lines = [...unmet.map((demand) => inWords(this.shelf, this.draft.blueprint, demand)), ...new Set(clash.map(({ kind, high }) => `有题${BROKEN[kind](high)}（红框）`)), unfit.length > 0 ? "有题不合方案（红框）" : "", missing.length > 0 ? "固定的题没有都在卷里" : ""];
    return el("p", { class: "pf-there" }, `这套卷还不合要求：${lines.filter(Boolean).join("；")}。改好或者重新组卷以后才能保存。`);
  }
}

customElements.define("pufa-builder", Builder);
