/** The paper of a sitting: read from the page, kept as data with the sitting, and made questions of again. */

import { sha256 } from "../core/hash.js";
import { el } from "./dom.js";
import { readItems } from "./item.js";
import { packed, unpacked } from "./markup.js";

/** What a paper says of itself, as `data-…` of <pufa-exam>. */
const FACTS = ["title", "minutes", "pass", "marking"];

/** `{title, minutes, pass, marking, sections: [{points, heading, items}]}`: texts, and packed markup of heading and items. */
export function paperOf(exam) {
  const sections = [...exam.querySelectorAll(".pf-exam-section")].map((section) => ({
    points: section.dataset.points,
    heading: packed(section.querySelector("h2")).slice(2),
    items: [...section.querySelectorAll("li.pf-item")].map(packed),
  }));
  return { ...Object.fromEntries(FACTS.map((name) => [name, exam.dataset[name] ?? ""])), sections };
}

const digests = new WeakMap();

/** A short digest of a paper: another one has another. */
export function digestOf(paper) {
  if (!digests.has(paper)) digests.set(paper, sha256(JSON.stringify(paper)).slice(0, 16));
  return digests.get(paper);
}

/** Whether data from storage or a file is a paper. */
export function isPaper(data) {
  const isSection = (one) => Number(one?.points) > 0 && Array.isArray(one.heading) && Array.isArray(one.items) && one.items.length > 0;
  return FACTS.every((name) => typeof data?.[name] === "string") && Array.isArray(data.sections) && data.sections.length > 0 && data.sections.every(isSection);
}

/** A section of a paper. @param {number|string} points of each number */
export const sectionOf = (points, heading, items) => el("section", { class: "pf-exam-section", "data-points": points }, el("h2", {}, heading), el("ol", { class: "pf-items" }, items));

/** The sections of a paper as the page has them. @returns {HTMLElement[]} */
export const sectionsOf = (paper) => paper.sections.map(({ points, heading, items }) => sectionOf(points, heading.map((part) => unpacked(part)), items.map((item) => unpacked(item))));

/** The questions of sections, each with its points, its section's title and its number: `12`, or `12–15` where its parts are numbered through. */
export function itemsOf(sections) {
  let last = 0;
  return sections.flatMap((section) => {
    const heading = section.querySelector("h2")?.firstChild?.textContent.trim() ?? "";
    return readItems(section).map((item) => {
      const number = item.takes > 1 ? `${last + 1}–${last + item.takes}` : String(last + 1);
      last += item.takes;
      return { ...item, number, points: item.takes * Number(section.dataset.points), heading };
    });
  });
}

/** How many numbers items take. */
export const countOf = (items) => items.reduce((sum, item) => sum + item.takes, 0);
