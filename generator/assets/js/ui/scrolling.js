/** Tables of hand-written pages that are wider than the screen scroll by themselves: who has no mouse must get there, and nobody
    else should stop there. */

const TABLES = ".md-typeset table:not([class])";

function reach() {
  const tables = [...document.querySelectorAll(TABLES)];
  const wide = tables.map((table) => table.scrollWidth > table.clientWidth); // all measured before one is changed: the page is laid out once
  for (const [place, table] of tables.entries()) {
    if (wide[place]) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

if (document.querySelector(TABLES)) {
  window.addEventListener("load", reach); // when all scripts have drawn: to measure earlier would lay the page out twice
  window.addEventListener("resize", reach);
}
