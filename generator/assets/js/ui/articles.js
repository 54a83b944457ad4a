/** Articles of law: a button that copies the citation as documents write it, down to the 款 and 项 that the address names. */

import { citation } from "../core/cite-as.js";
import { button, el, named } from "./dom.js";
import { copied } from "./files.js";

function equip(article, law) {
  if (article.querySelector(".pf-copy")) return;
  const act = button({ class: "pf-copy", onclick: () => tell(act, law, article) }, "复制引用");
  (article.querySelector(".pf-law__no") ?? article).append(act);
}

async function tell(act, law, article) {
  const inside = document.getElementById(named());
  const words = citation(law, inside && article.contains(inside) ? inside.id : article.id);
  const field = el("input", { class: "pf-copy__text", readonly: true, value: words, "aria-label": "引用" });
  act.parentElement.querySelector(".pf-copy__text")?.remove();
  act.after(field);
  if (await copied(field)) {
    field.remove();
    act.focus();
    act.textContent = `已复制：${words}`;
  } else act.textContent = "按 Ctrl+C 复制";
}

for (const list of document.querySelectorAll(".pf-articles[data-law]")) {
  const all = (within) => within.querySelectorAll(".pf-article[id], .pf-law[id]").forEach((article) => equip(article, list.dataset.law));
  all(list);
  // the articles of a long law come when a part is opened
  for (const part of list.querySelectorAll("details[data-part]")) part.addEventListener("pufa-filled", () => all(part));
}
