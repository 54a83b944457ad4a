/** Printing one sheet alone. */

/** Prints a sheet and nothing else of the page. @param {HTMLElement} sheet of the class `pf-annex` */
export function printAlone(sheet) {
  const root = document.documentElement;
  const done = () => {
    root.classList.remove("pf-annexed");
    sheet.remove();
  };
  document.body.append(sheet);
  root.classList.add("pf-annexed");
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
