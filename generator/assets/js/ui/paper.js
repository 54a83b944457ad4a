/** <pufa-paper>: a paper from a link or a file, to sit as a mock exam. */

import { totalOf } from "../core/marking.js";
import { placed, readPaper, unpacked } from "../core/paper-file.js";
import { el, freshId } from "./dom.js";
import { paperElements, shelf } from "./builder/items.js";
import "./exam.js";

class PaperPage extends HTMLElement {
  connectedCallback() {
    if (this.live) return;
    this.live = el("p", { class: "pf-builder__live", role: "status" });
    this.stage = el("div", {});
    const id = freshId("paper");
    const input = el("input", { type: "file", id, class: "pf-sr", accept: ".json,application/json", onchange: () => this.read(input) });
    this.replaceChildren(this.live, el("p", { class: "pf-files" }, el("label", { class: "pf-btn pf-btn--plain pf-files__open", for: id }, "打开试卷文件"), input), this.stage);
    window.addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  async fromAddress() {
    const letters = new URLSearchParams(location.hash.slice(1)).get("paper");
    if (!letters) {
      this.live.textContent = "打开培训师发来的链接，或者选他发来的试卷文件，就可以答题。";
      return;
    }
    await this.open(() => unpacked(letters));
  }

  async read(input) {
    const [file] = input.files;
    if (file) await this.open(async () => readPaper(file.size > 2_000_000 ? "" : await file.text()));
    input.value = "";
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
    const exam = el("pufa-exam", { "data-exam": `${blueprint.id}-${seed}-${paper.bank.slice(0, 8)}`, "data-minutes": blueprint.minutes, "data-pass": blueprint.pass_mark, "data-total": totalOf(blueprint), "data-marking": blueprint.marking ?? "all_or_nothing" });
    exam.append(
      ...blueprint.sections.map((section, at) =>
        el("section", { class: "pf-exam-section", "data-points": section.points }, el("h2", {}, section.title, el("small", {}, `每题 ${section.points} 分`)), el("ol", { class: "pf-items" }, lists[at])),
      ),
    );
    const gone = missing.length > 0 ? `有 ${missing.length} 题题库里已经没有了，没有列出。` : "";
    this.live.textContent = other ? `这份卷是按另一版题库组的，题目可能已经改动。${gone}` : "";
    this.stage.replaceChildren(el("h2", { class: "pf-paper__name" }, blueprint.title), exam);
  }
}

customElements.define("pufa-paper", PaperPage);
