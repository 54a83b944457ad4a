/** The contents of a text that is read on several pages: an article's address below it leads on to the page that holds the article. */

import { named } from "./dom.js";

function lead(list) {
  const number = Number(/^a(\d+)/u.exec(named())?.[1]);
  const part = number && [...list.querySelectorAll("a[data-last]")].find((link) => number <= Number(link.dataset.last));
  if (part) location.replace(part.href + location.hash);
}

for (const list of document.querySelectorAll("[data-leads]")) {
  lead(list);
  window.addEventListener("hashchange", () => lead(list));
}
