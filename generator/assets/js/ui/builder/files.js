/** Saving a paper, opening one, putting it in a link, printing it. */

import { packed, textOf } from "../../core/paper-file.js";
import { pageAddress } from "../site.js";
import { button, el, freshId } from "../dom.js";
import { copied, download, fileInput, safe } from "../files.js";

/** What a paper's files are called, without more words and the ending. */
export const baseName = ({ blueprint, seed }) => `${safe(blueprint.title)}-${seed}`;

export class FileBar {
  /** @param {{paper: () => object|null, open: (text: string) => void, say: (words: string) => void}} act */
  constructor(act) {
    this.act = act;
    const id = freshId("open");
    const input = fileInput(([file]) => this.read(file), { id });
    this.needing = [
      button({ class: "pf-btn pf-btn--plain", onclick: () => this.link() }, "复制链接"),
      button({ class: "pf-btn pf-btn--plain", onclick: () => this.save() }, "保存试卷文件"),
      button({ class: "pf-btn pf-btn--plain", onclick: () => window.print() }, "打印"),
    ];
    this.shown = el("div", { class: "pf-links", hidden: true });
    this.element = el("div", { class: "pf-files" }, el("div", { class: "pf-files__bar" }, this.needing, el("label", { class: "pf-btn pf-btn--plain pf-files__open", for: id }, "打开试卷文件"), input), this.shown);
  }

  show(sound) {
    for (const one of this.needing) one.hidden = !sound;
    this.shown.hidden = true;
  }

  async read(file) {
    if (file.size > 2_000_000) this.act.say("这个文件太大，不是试卷文件。");
    else await file.text().then(this.act.open, () => this.act.say("文件读不出来，请重新选一次。"));
  }

  save() {
    const paper = this.act.paper();
    download(`${baseName(paper)}.json`, textOf(paper), "application/json");
    this.act.say("试卷文件已保存。里面只有方案和题号，没有题目和答案；可以再打开，也可以交给维护的人用 pufa exam --paper 出卷。");
  }

  /** Two links: for another trainer, and for those who sit the paper. */
  async link() {
    const letters = await packed(this.act.paper());
    const row = (words, address) => {
      const id = freshId("link");
      const input = el("input", { id, type: "text", readonly: true, value: address, onfocus: () => input.select() });
      const copy = button({ class: "pf-btn pf-btn--plain", onclick: () => this.copy(input) }, "复制");
      return el("div", { class: "pf-field" }, el("label", { for: id }, words), el("div", { class: "pf-links__row" }, input, copy));
    };
    this.shown.replaceChildren(row("给学员：当作练习来答", `${pageAddress("paper/")}#paper=${letters}`), row("给同事：在组卷页里打开", `${pageAddress("builder/")}#paper=${letters}`));
    this.shown.hidden = false;
    this.shown.querySelector("button").focus();
  }

  async copy(input) {
    this.act.say((await copied(input)) ? "链接已复制。" : "浏览器不让复制，链接已选中，请按 Ctrl+C。");
  }
}
