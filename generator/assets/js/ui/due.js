/** <pufa-due>: on the home page, how many wrong answers are due for review today; nothing where none is. */

import { counts } from "../core/memory.js";
import { el } from "./dom.js";
import { siteRoot } from "./search-api.js";
import { memory, today } from "./storage.js";

class Due extends HTMLElement {
  connectedCallback() {
    const { due } = counts(memory(), today());
    if (due === 0) return;
    const link = el("a", { class: "pf-btn", href: new URL("practice/#memory", siteRoot()).href }, "去复习");
    this.replaceChildren(el("p", { class: "pf-note" }, `今天有 ${due} 道错题该复习了。 `, link));
  }
}

customElements.define("pufa-due", Due);
