/**
 * Parts of a page that are folded away.  What an address names is opened: the fold itself, or the one it lies in.  A long law's parts hold
 * a list of their articles, each under its own address, until they are opened; then the articles are loaded and take its place.
 */

import { named } from "./dom.js";
import { load } from "./site.js";

const PLACE = /-k\d+(?:-[xm]\d+)*$/u; // 款, 项, 目 of an article, which the list does not name
const filling = new Map();

/** Puts the articles of a part in place, once; what cannot be loaded leaves the list, which leads to the page with all of them. */
function fill(part) {
  if (!filling.has(part)) filling.set(part, filled(part));
  return filling.get(part);
}

async function filled(part) {
  try {
    const answer = await load(new URL(part.dataset.part, document.baseURI));
    if (answer.ok) put(part, parsed((await answer.json()).html).body.childNodes);
  } catch {
    filling.delete(part); // asked for again when it is opened again
  }
}

/** Only what the build wrote itself is read as HTML, every value in it escaped: the rest of the page it is part of. */
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

function put(part, nodes) {
  const list = part.querySelector(".pf-fold__list");
  if (!list) return;
  list.replaceWith(...nodes);
  part.dispatchEvent(new CustomEvent("pufa-filled"));
}

async function toTarget() {
  const id = named();
  const target = document.getElementById(id) ?? document.getElementById(id.replace(PLACE, ""));
  const nearest = target?.closest("details");
  if (!nearest || (nearest.open && !nearest.querySelector(".pf-fold__list"))) return;
  const part = target.closest("details[data-part]");
  if (part) await fill(part);
  for (let fold = nearest; fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  const there = document.getElementById(id);
  if (there && named() === id) location.replace(location.hash); // what was loaded becomes the :target, and is scrolled to
  (there ?? document.getElementById(id.replace(PLACE, "")))?.scrollIntoView();
}

window.addEventListener("hashchange", toTarget);
document.addEventListener("click", (event) => {
  // the same address again makes no event
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (link && link.hash && link.href === location.href) toTarget();
});
for (const part of document.querySelectorAll("details[data-part]")) part.addEventListener("toggle", () => part.open && fill(part));
if (document.readyState === "complete") toTarget();
else window.addEventListener("load", toTarget);

/** All parts at once, and before it returns: a browser that prints waits for nothing else. */
function fillAll() {
  const parts = [...document.querySelectorAll("details[data-part]:has(.pf-fold__list)")];
  const whole = parts[0]?.parentElement.dataset.whole;
  if (!whole) return;
  try {
    const request = new XMLHttpRequest();
    request.open("GET", whole, false);
    request.send();
    const page = parsed(request.responseText);
    for (const part of parts) {
      const articles = page.getElementById(part.id)?.nextElementSibling?.childNodes;
      if (articles) put(part, articles);
    }
  } catch {
    // from a folder nothing is fetched: the lists are printed, and the page with all articles is linked above
  }
}

// on paper everything is open
const opened = [];
window.addEventListener("beforeprint", () => {
  fillAll();
  for (const fold of document.querySelectorAll("details.pf-fold:not([open])")) opened.push(fold), (fold.open = true);
});
window.addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
