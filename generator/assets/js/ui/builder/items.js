/** Items of the shelf as questions on a page: read from their files, numbered, and turned as a form has them. */

import { letter } from "../../core/run.js";
import { createFiles } from "../../core/shards.js";
import { openShelf } from "../../core/shelf.js";
import { seedOf } from "../../core/turn.js";
import { TYPES } from "../../types/index.js";
import { load, siteRoot } from "../site.js";

export const files = createFiles(new URL("builder/", siteRoot()), load);

let opened;
/** The shelf, loaded once. */
export const shelf = () => (opened ??= files.json("shelf.json").then(openShelf));

/** The site's own HTML of an item, as an element. */
function elementOf(html) {
  const read = new DOMParser().parseFromString(html, "text/html"); // in which no script runs
  return document.adoptNode(read.body.firstElementChild);
}

/** For each item, in order, what its file in a folder holds. @param {"items"|"rows"|"print"} folder @param {number[]} items */
export async function filesOf(known, folder, items) {
  const names = [...new Set(items.map((item) => known.fileOf(item)))];
  const read = new Map(await Promise.all(names.map(async (name) => [name, await files.json(`${folder}/${name}.json`)])));
  return items.map((item) => read.get(known.fileOf(item)));
}

/** The elements of items, in order. @param {number[]} items @returns {Promise<HTMLElement[]>} */
export async function elements(known, items) {
  const read = await filesOf(known, "items", items);
  return items.map((item, at) => elementOf(read[at][known.ids[item]]));
}

/**
 * The elements of a paper: for each section those of its items, numbered through.
 * @param {{blueprint: object, seed: number, form: string, sections: number[][]}} paper
 */
export async function paperElements(known, { blueprint, seed, form, sections }) {
  const all = await elements(known, sections.flat());
  let number = 1;
  let at = 0;
  return sections.map((items, section) =>
    items.map((item) => {
      const li = all[at++];
      if (form !== "A") turn(li, seedOf(blueprint, seed, section, form, known.ids[item]));
      numbered(li, number);
      number += known.takes(item);
      return li;
    }),
  );
}

function numbered(li, number) {
  li.id = `q${number}`;
  li.value = number;
  const set = li.querySelector(".pf-set");
  if (set) set.start = number;
}

/** Puts options and prompts in another order, and the key with them. */
function turn(li, seed) {
  const type = TYPES[li.dataset.type];
  const options = [...li.querySelectorAll(".pf-options > li")];
  const prompts = [...li.querySelectorAll(".pf-prompts > li")];
  const texts = options.map((option) => option.textContent);
  const right = options.flatMap((option, place) => (option.dataset.correct === "true" ? [place] : []));
  const turned = type.turned?.({ texts, prompts: prompts.map((one) => one.textContent), sequence: JSON.parse(li.dataset.sequence ?? "[]") }, seed);
  if (!turned) return;
  li.querySelector(".pf-options").replaceChildren(...turned.options.map((old) => options[old]));
  if (turned.prompts) li.querySelector(".pf-prompts").replaceChildren(...turned.prompts.map((old) => prompts[old]));
  if (turned.sequence) li.dataset.sequence = JSON.stringify(turned.sequence);
  const answer = type.answer({ right, ...turned }, turned.options);
  li.dataset.answer = answer;
  const told = li.querySelector(".pf-answer > p b");
  if (told) told.textContent = `答案：${answer}`;
  reletter(li.querySelector(".pf-whys"), options, turned.options);
}

/** The reasons of options, under the letters that they have now; only options with a reason have one. */
function reletter(list, options, order) {
  if (!list) return;
  const given = options.flatMap((option, place) => (option.dataset.why ? [place] : []));
  const rows = new Map(given.map((place, at) => [place, list.children[at]]));
  const now = order.flatMap((old, place) => (rows.has(old) ? [[rows.get(old), place]] : []));
  for (const [row, place] of now) row.querySelector("b").textContent = letter(place);
  list.replaceChildren(...now.map(([row]) => row));
}
