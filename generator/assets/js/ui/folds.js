/** What an address names is opened where it is folded away: the fold itself, or the one it lies in. */

import { named } from "./dom.js";

function toTarget() {
  const target = document.getElementById(named());
  let fold = target?.closest("details");
  if (!fold || fold.open) return;
  for (; fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  target.scrollIntoView();
}

window.addEventListener("hashchange", toTarget);
document.addEventListener("click", (event) => {
  // the same address again makes no event
  const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
  if (link && link.getAttribute("href") === location.hash) toTarget();
});
if (document.readyState === "complete") toTarget();
else window.addEventListener("load", toTarget);

// on paper everything is open
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.pf-fold:not([open])")) opened.push(fold), (fold.open = true);
});
window.addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
