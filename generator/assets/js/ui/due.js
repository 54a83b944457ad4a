/** <pufa-due>: how many items are due for review today; nothing for who has not practised.  early.js keeps its place. */

import { counts } from "../core/memory.js";
import { el } from "./dom.js";
import { pageAddress } from "./site.js";
import { CHANGED, memory, today } from "./storage.js";

class Due extends HTMLElement {
  connectedCallback() {
    this.draw();
    document.addEventListener(CHANGED, () => this.draw());
    window.addEventListener("storage", () => this.draw());
  }

  draw() {
    const { seen, due } = counts(memory(), today());
    const link = el("a", { class: "pf-btn", href: pageAddress("drill/?only=due").href }, "去复习");
    const said = due > 0 ? [`今天有 ${due} 道题该复习了。 `, link] : ["今天没有要复习的题。"];
    this.replaceChildren(...(seen === 0 ? [] : [el("p", { class: "pf-note" }, said)]));
  }
}

customElements.define("pufa-due", Due);
