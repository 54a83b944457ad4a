/** <pufa-citations>: a text pasted, every citation in it judged, what is wrong first, and the text with its citations marked. */

import { seen } from "../core/characters.js";
import { judge } from "../core/judge.js";
import { button, el, freshId, labelled } from "./dom.js";
import { load } from "./site.js";

const NAMES = { missing: "没有这一条", sum: "数额不对", repealed: "已废止", not_yet: "尚未施行", unheld: "没有核对", right: "没有问题" };
const ORDER = Object.keys(NAMES);

class Citations extends HTMLElement {
  connectedCallback() {
    if (this.box) return;
    this.box = el("textarea", { rows: 10, spellcheck: "false", placeholder: this.dataset.example ?? "" });
    this.status = el("p", { class: "pf-hint", role: "status" });
    this.result = el("div");
    this.box.addEventListener("focus", () => this.known().catch(() => {}), { once: true });
    this.box.addEventListener("paste", () => setTimeout(() => this.check()));
    const bar = el("p", { class: "pf-ticks__bar" }, button({ class: "pf-btn", onclick: () => this.check() }, "核对"), button({ class: "pf-btn pf-btn--plain", onclick: () => window.print() }, "打印"), button({ class: "pf-link", onclick: () => this.clear() }, "清空"));
    this.replaceChildren(labelled("要核对的文字", this.box), bar, this.status, this.result);
  }

  clear() {
    this.box.value = "";
    this.status.textContent = "";
    this.result.replaceChildren();
    this.box.focus();
  }

  /** What texts are judged by: a file of this site, loaded once, when somebody comes to the box; the text stays here. */
  known() {
    const asked = () => load(new URL(this.dataset.known, document.baseURI)).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))));
    this.coming ??= asked().catch((reason) => ((this.coming = undefined), Promise.reject(reason)));
    return this.coming;
  }

  async check() {
    const text = this.box.value;
    try {
      const data = await this.known();
      if (text === this.box.value) this.show(judge(seen(text), data));
    } catch {
      this.status.textContent = "法规目录没有取到，请检查网络以后再按“核对”。";
    }
  }

  show({ lines, judged }) {
    const counts = ORDER.map((verdict) => [verdict, judged.filter((one) => one.verdict === verdict).length]).filter(([, count]) => count > 0);
    this.status.textContent = judged.length > 0 ? `共 ${judged.length} 处引用：${counts.map(([verdict, count]) => `${NAMES[verdict]} ${count} 处`).join("，")}。` : "没有找到引用的法条。";
    const places = new Map(judged.map((one) => [one, freshId("cited")]));
    const doubtful = judged.filter(({ verdict }) => verdict !== "right").sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
    this.result.replaceChildren(
      ...(doubtful.length > 0 ? [el("h2", {}, "要看的"), el("ol", { class: "pf-found" }, doubtful.map((one) => this.row(one, places.get(one))))] : []),
      ...(judged.length > 0 ? [el("h2", {}, "全文"), el("div", { class: "pf-read" }, lines.map((line, number) => this.line(line, judged.filter(({ mention }) => mention.line === number), places)))] : []),
    );
  }

  row(one, place) {
    const { mention, verdict, says, hint, law, key } = one;
    const now = verdict === "repealed" ? (law.now[key] ?? []) : [];
    const links = now.map(([cite, regulation, article]) => el("a", { href: `${this.dataset.root}regulations/${regulation}/#a${article}` }, cite));
    return el(
      "li",
      {},
      el("p", { class: "pf-found__head" }, el("span", { class: `pf-verdict-of pf-verdict-of--${verdict}` }, NAMES[verdict]), el("a", { href: `#${place}` }, `第 ${mention.line + 1} 行“${mention.surface}”`)),
      el("p", {}, `${says}。`),
      el("p", { class: "pf-hint" }, hint, links.length > 0 && " 看 ", links.map((link, at) => [at > 0 && "、", link])),
    );
  }

  line(text, judged, places) {
    const made = [];
    let at = 0;
    for (const one of judged) {
      const { mention, verdict, says, law, key } = one;
      const address = law ? `${this.dataset.root}regulations/${law.id}/${key && `#a${key}`}` : null;
      made.push(text.slice(at, mention.start), el("a", { id: places.get(one), class: `pf-verdict-of--${verdict}`, href: address, title: says || NAMES.right }, text.slice(mention.start, mention.end)));
      at = mention.end;
    }
    return el("p", {}, made, text.slice(at));
  }
}

customElements.define("pufa-citations", Citations);
