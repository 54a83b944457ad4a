/** <pufa-paper>: a paper from a link or a file, or drawn anew after a blueprint, to sit as a mock exam; and a sitting from its file. */

import { assemble } from "../core/assemble.js";
import { totalOf } from "../core/marking.js";
import { packed, paperFile, placed, readPaper, unpacked } from "../core/paper-file.js";
import { button, el, freshId } from "./dom.js";
import { paperElements, shelf } from "./builder/items.js";
import { isSittingText, readSitting } from "./exam-kept.js";
import { sectionOf } from "./exam-paper.js";
import { fileInput, textIn } from "./files.js";
import "./exam.js";

/** Seeds tried for a paper; where none gives one, the blueprint asks for more than the page finds. */
const TRIES = 5;

class PaperPage extends HTMLElement {
  connectedCallback() {
    if (this.live) return;
    this.live = el("p", { class: "pf-builder__live", role: "status" });
    this.stage = el("div", {});
    const id = freshId("paper");
    const input = fileInput(([file]) => this.read(file), { id });
    this.replaceChildren(this.live, el("p", { class: "pf-files" }, el("label", { class: "pf-btn pf-btn--plain pf-files__open", for: id }, "打开试卷文件或答卷文件"), input), this.stage);
    window.addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  async fromAddress() {
    const letters = new URLSearchParams(location.hash.slice(1)).get("paper");
    const plan = new URLSearchParams(location.search).get("plan");
    if (letters) await this.open(() => unpacked(letters));
    else if (plan) await this.another((known) => known.blueprints.find(({ id }) => id === plan));
    else this.live.textContent = "打开培训师发来的链接，或者选他发来的试卷文件，就可以答题；自己存的答卷文件也在这里打开。";
  }

  async read(file) {
    const text = await textIn(file);
    if (isSittingText(text)) this.goOn(text);
    else await this.open(async () => readPaper(text));
  }

  /** Goes on with a sitting that was kept as a file; its paper is in it. */
  goOn(text) {
    try {
      const found = readSitting(text, Date.now());
      const exam = el("pufa-exam", { "data-exam": found.exam, "data-title": found.paper.title });
      exam.brought = found;
      this.live.textContent = "";
      this.put(found.paper.title, exam);
    } catch (error) {
      this.live.textContent = error.message;
    }
  }

  /** Draws a paper with a seed of its own, and puts it in the address. @param {(known: object) => object|undefined} blueprintIn */
  async another(blueprintIn) {
    this.live.textContent = "正在抽题……";
    await this.open(async () => {
      const known = await shelf();
      const blueprint = blueprintIn(known);
      if (!blueprint) throw new Error("题库里没有这份方案。");
      for (let left = TRIES; left > 0; left--) {
        const seed = 1 + Math.floor(Math.random() * 999_999);
        const { sections } = assemble(known, blueprint, seed);
        if (!sections) continue;
        const paper = paperFile(known, blueprint, seed, [sections]);
        history.replaceState(null, "", `${location.pathname}#paper=${await packed(paper)}`);
        return paper;
      }
      throw new Error("这份方案要求高，网页上没有抽出另一套；可以在“组卷”里看是哪一项缺题。");
    });
  }

  /** @param {() => Promise<object>} paperOf */
  async open(paperOf) {
    this.stage.replaceChildren();
    try {
      const paper = await paperOf();
      this.live.textContent = "正在打开试卷……";
      await this.show(paper);
    } catch (error) {
      this.live.textContent = error instanceof TypeError || /:\s\d{3}$/u.test(error.message) ? "题库没有打开，请检查网络以后刷新本页。" : error.message;
    }
  }

  async show(paper) {
    const known = await shelf();
    const { forms, missing, other } = placed(known, paper);
    const { blueprint, seed } = paper;
    const lists = await paperElements(known, { blueprint, seed, form: paper.forms[0].form, sections: forms[0] });
    const exam = el("pufa-exam", { "data-exam": `${blueprint.id}-${seed}-${paper.bank.slice(0, 8)}`, "data-title": blueprint.title, "data-minutes": blueprint.minutes, "data-pass": blueprint.pass_mark, "data-total": totalOf(blueprint), "data-marking": blueprint.marking ?? "all_or_nothing" });
    exam.append(...blueprint.sections.map(({ title, points }, at) => sectionOf(points, [title, el("small", {}, `每题 ${points} 分`)], lists[at])));
    exam.another = () => button({ class: "pf-link", onclick: () => this.another(() => blueprint) }, "再来一套");
    const gone = missing.length > 0 ? `有 ${missing.length} 题题库里已经没有了，没有列出。` : "";
    this.live.textContent = other ? `这份卷是按另一版题库组的，题目可能已经改动。${gone}` : "";
    this.put(blueprint.title, exam);
  }

  put(title, exam) {
    document.querySelector("h1").textContent = title;
    this.stage.replaceChildren(exam);
  }
}

customElements.define("pufa-paper", PaperPage);
