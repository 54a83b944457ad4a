/** Tables of hand-written pages that are wider than the screen scroll by themselves: who has no mouse must get there, and nobody
    else should stop there. */

const TABLES = ".md-typeset table:not([class])";

function reach() {
  for (const table of document.querySelectorAll(TABLES)) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

if (document.querySelector(TABLES)) {
  window.addEventListener("load", reach); // when all scripts have drawn: to measure earlier would lay the page out twice
  window.addEventListener("resize", reach);
}
