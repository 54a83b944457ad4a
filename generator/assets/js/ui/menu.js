/** Menus scroll sideways on a phone: the entry of this page is brought into view, with the first frame: sooner the page would be laid out once more. */

requestAnimationFrame(() => {
  for (const menu of document.querySelectorAll(".pf-nav, .pf-beside")) {
    const entry = menu.querySelector("[aria-current]");
    if (entry) menu.scrollLeft = entry.offsetLeft - (menu.clientWidth - entry.offsetWidth) / 2;
  }
});
