/** Assembling papers in the page: a choice that meets the blueprint, put in order, and forms beside it.  The exact, proven paper is the command's. */

import { choose } from "./choose.js";
import { alike, candidates, demandsOf, fresh } from "./demands.js";
import { rank } from "./hash.js";
import { broken, rowsOf } from "./limits.js";
import { letter } from "./run.js";

/** How far the sum of difficulties of a form may lie from that of form A, for each number on the paper; Python's NEAR. */
const NEAR = 100;

/** What a search is asked. @param {object[]} more demands beside those of the blueprint @param {object} [pool] */
export function asking(shelf, blueprint, pool, more = []) {
  const wanted = new Set((blueprint.include ?? []).map((id) => shelf.place.get(id)).filter((item) => item !== undefined));
  const held = new Map([...wanted].map((item) => [item, []]));
  pool.item.forEach((item, c) => held.get(item)?.push(c));
  return { pool, demands: [...demandsOf(shelf, blueprint, pool), ...more], rows: rowsOf(shelf, blueprint, pool), held };
}

/**
 * A paper of a blueprint.
 * @param {{more?: object[], salt?: string, limits?: object}} further
 * @returns {{sections: number[][]|null, unmet: object[]}} items of each section in order; null where not all could be met
 */
export function assemble(shelf, blueprint, seed, { more = () => [], salt = "", limits } = {}) {
  const pool = candidates(shelf, blueprint);
  const asked = asking(shelf, blueprint, pool, more(pool));
  const found = choose(asked, `${blueprint.id}/${seed}/${salt}`, limits);
  const missing = [...asked.held].filter(([, places]) => places.length === 0).map(([item]) => item);
  const items = found.chosen.map((c) => pool.item[c]);
  const sound = broken(asked.rows, items).length === 0; // what is held by hand may break a limit by itself
  const whole = found.unmet.length === 0 && sound && missing.length === 0 && (blueprint.include ?? []).every((id) => shelf.place.has(id));
  return { sections: whole ? ordered(shelf, blueprint, pool, found.chosen, seed) : null, unmet: found.unmet };
}

/** Items of each section, in an order that depends on blueprint, seed and their ids alone. */
function ordered(shelf, blueprint, pool, chosen, seed) {
  return blueprint.sections.map((_, index) => inOrder(shelf, `${blueprint.id}/${seed}/${index}`, chosen.filter((c) => pool.section[c] === index).map((c) => pool.item[c])));
}

function inOrder(shelf, seed, items) {
  const key = new Map(items.map((item) => [item, rank(seed, shelf.ids[item])]));
  return [...items].sort((a, b) => (key.get(a) < key.get(b) ? -1 : 1));
}

/**
 * Further forms beside the first: as hard, and with as few items of the others as is found.
 * @param {number[][]} first the sections of form A
 * @param {number} count how many forms all in all
 * @returns {number[][][]|null} sections of each form, A first; null where a form could not be found
 */
export function assembleForms(shelf, blueprint, seed, first, count) {
  const items = first.flat();
  const numbersOn = items.reduce((sum, item) => sum + shelf.takes(item), 0);
  const total = items.reduce((sum, item) => sum + shelf.takes(item) * shelf.difficulty(item), 0);
  const free = new Set((blueprint.include ?? []).map((id) => shelf.place.get(id)));
  const forms = [first];
  while (forms.length < count) {
    const used = new Set(forms.flat(2).filter((item) => !free.has(item)));
    const form = sparing(shelf, blueprint, seed, letter(forms.length), (most) => (pool) => [alike(shelf, pool, total, NEAR * numbersOn), fresh(pool, used, most)]);
    if (!form) return null;
    forms.push(form);
  }
  return forms;
}

/** A form with few items used before: none if it can be, else twice as many each time. */
function sparing(shelf, blueprint, seed, form, more) {
  for (let most = 0; ; most = most === 0 ? 1 : most * 2) {
    const limits = { beginnings: most === 0 ? 3 : 2 };
    const { sections } = assemble(shelf, blueprint, seed, { more: more(most), salt: form, limits });
    if (sections) return sections;
    if (most > blueprint.sections.reduce((sum, section) => sum + section.count, 0)) return null;
  }
}
