/** Options in another order, as later forms of a paper have them: the twin of generator/questions/types and exams/shuffle.py. */

import { rank } from "./hash.js";

/** Old places in the new order, by hash of `seed` and the texts. @param {string[]} texts */
export function order(texts, seed) {
  const key = texts.map((text) => rank(seed, text));
  return texts.map((_, place) => place).sort((a, b) => (key[a] < key[b] ? -1 : key[a] > key[b] ? 1 : a - b));
}

const BEFORE = /[第\p{Nd}零〇一二三四五六七八九十百千两]/u;

/** Whether options are figures, which keep their order. */
export const inOrder = (texts) => new Set(texts.map((text) => text.split(BEFORE, 1)[0])).size === 1;

/** What the options of a question in a form of a paper are turned by. */
export const seedOf = (blueprint, seed, section, form, id) => `${blueprint.id}/${seed}/${section}/order/${form}/${id}`;
