/** The menu scrolls sideways on a phone: the entry of this page is brought into view. */

const menu = document.querySelector(".pf-nav");
const entry = menu?.querySelector("[aria-current]");
if (entry) menu.scrollLeft = entry.offsetLeft - (menu.clientWidth - entry.offsetWidth) / 2;
