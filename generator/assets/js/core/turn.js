/** Options in another order, as later forms of a paper have them: the twin of generator/questions/types and exams/shuffle.py. */

import { rank } from "./hash.js";
import { letter } from "./run.js";

/** Old places in the new order, by hash of `seed` and the texts. @param {string[]} texts */
export function order(texts, seed) {
  const key = texts.map((text) => rank(seed, text));
  return texts.map((_, place) => place).sort((a, b) => (key[a] < key[b] ? -1 : key[a] > key[b] ? 1 : a - b));
}

const BEFORE = /[第\p{Nd}零〇一二三四五六七八九十百千两]/u;

/** Whether options are figures, which keep their order. */
export const inOrder = (texts) => new Set(texts.map((text) => text.split(BEFORE, 1)[0])).size === 1;

/** Signs, as generator/exports/turning.py sets them, by thirty-twos: option, prompt, letter and reason of those with a reason, key, right. */
const SLOT = /[\ue100-\ue1bf]/gu;
const FIRST = 0xe100;

/**
 * How an item stands in a later form; null where it stands as in form A.
 * @param {object} entry of key.json @param {object} type @param {string} seed
 */
export function turnOf(entry, type, seed) {
  const { prompts = [], sequence = [] } = entry.response ?? {};
  const found = type.turned?.({ texts: entry.options.map(({ text }) => text), prompts, sequence }, seed);
  if (!found) return null;
  const reasoned = entry.options.flatMap(({ why }, place) => (why ? [place] : []));
  const now = found.options.filter((old) => reasoned.includes(old));
  const texts = [found.options, found.prompts ?? [], null, now.map((old) => reasoned.indexOf(old))];
  const letters = [null, null, now.map((old) => letter(found.options.indexOf(old))), null, (found.sequence ?? []).map((place) => letter(place))];
  return { texts, letters, right: found.options.flatMap((old, place) => (entry.options[old].correct ? [letter(place)] : [])).join("") };
}

/** A text as a form has it. @param {string|Array} told one that changes with the order is a list: itself, its signs, what they stand for or its place in `texts` @param {object|null} turn */
export function turnedText(told, turn, texts = []) {
  if (typeof told === "string") return told;
  const [text, signs, ...parts] = told;
  const known = new Map([...signs].map((sign, at) => [sign, texts[parts[at]] ?? parts[at]]));
  return text.replace(SLOT, (sign) => {
    if (!turn) return known.get(sign);
    const [kind, place] = [(sign.codePointAt(0) - FIRST) >> 5, (sign.codePointAt(0) - FIRST) & 31];
    if (kind === 5) return turn.right;
    return turn.letters[kind]?.[place] ?? known.get(String.fromCodePoint(FIRST + 32 * kind + turn.texts[kind][place]));
  });
}

/** What the options of a question in a form of a paper are turned by. */
export const seedOf = (blueprint, seed, section, form, id) => `${blueprint.id}/${seed}/${section}/order/${form}/${id}`;
