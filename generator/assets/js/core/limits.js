/**
 * What no two items of a paper may do, and how often they may do the same thing: the twin of generator/exams/limits.py, which checks what
 * is assembled here.
 */

import { tally } from "./lists.js";

/** A limit of a blueprint, as it says or as it is where it doesn't. */
export const limitOf = (shelf, blueprint, name) => blueprint[name] ?? shelf.limits[name];

export const placesOn = (blueprint) => blueprint.sections.reduce((sum, { count }) => sum + count, 0);

/**
 * Rows that every paper keeps to: `{kind, high, terms: [[item, weight], …]}`.
 * @param {{section: number[], item: number[]}} pool
 */
export function rowsOf(shelf, blueprint, pool) {
  const items = [...new Set(pool.item)];
  const places = tally(pool.item);
  const found = [];
  const atMost = (kind, high, of) => {
    for (const list of sharing(items, of)) if (list.length > high) found.push({ kind, high, terms: list.map((item) => [item, 1]) });
  };
  const { asking } = shelf;
  const every = placesOn(blueprint);
  atMost("fact", 1, (item) => shelf.apart[item]);
  atMost("article", limitOf(shelf, blueprint, "per_article"), (item) => shelf.basisOf(item));
  atMost("amount", limitOf(shelf, blueprint, "per_amount"), (item) => asking.amounts[item] ?? []);
  const alike = limitOf(shelf, blueprint, "one_phrasing");
  if (alike < 1) atMost("phrasing", Math.max(1, Math.floor(alike * every)), (item) => [asking.phrasing[item]]);
  return [...found, ...truth(shelf, blueprint, pool, items), ...told(shelf, blueprint, places)];
}

/** Lists of the items that have a name in common. */
function sharing(items, of) {
  const found = new Map();
  for (const item of items) {
    for (const name of new Set(of(item))) {
      const list = found.get(name);
      if (list) list.push(item);
      else found.set(name, [item]);
    }
  }
  return found.values();
}

/** True statements within bounds, and false ones; where no whole number lies within, as near as they come. */
function truth(shelf, blueprint, pool, items) {
  const [low, high] = limitOf(shelf, blueprint, "judge_true");
  const all = new Set(items);
  const verdicts = ["true", "false"].map((kind) => shelf.asking[kind].filter((item) => all.has(item)));
  const stated = new Set(verdicts.flat());
  const sections = new Set(pool.section.filter((_, c) => stated.has(pool.item[c])));
  const count = [...sections].reduce((sum, section) => sum + blueprint.sections[section].count, 0);
  const bounds = [high, 1 - low].map((share) => Number((share * count).toFixed(6)));
  const whole = Math.floor(bounds[0]) + Math.floor(bounds[1]) >= count ? Math.floor : Math.ceil;
  return [["true", high, verdicts[0]], ["false", 1 - low, verdicts[1]]].flatMap(([kind, share, list], at) => {
    const most = whole(bounds[at]);
    return share < 1 && list.length > most ? [{ kind, high: most, terms: list.map((item) => [item, 1]) }] : [];
  });
}

/** For each fact that is asked and told: one that asks it, or else some that tell it. @param {Map<number, number>} places of items in the pool */
function told(shelf, blueprint, places) {
  const every = placesOn(blueprint);
  const perArticle = limitOf(shelf, blueprint, "per_article");
  return shelf.asking.told.flatMap(([askers, tellers, free]) => {
    const [asking, telling] = [askers, tellers].map((list) => list.filter((item) => places.has(item)));
    if (asking.length === 0 || telling.length === 0) return [];
    const count = telling.reduce((sum, item) => sum + places.get(item), 0);
    const high = Math.min(count, every, free ? every : perArticle);
    const terms = new Map([...telling.map((item) => [item, 1]), ...asking.map((item) => [item, high])]);
    return [{ kind: "told", high, terms: [...terms] }];
  });
}

/** For each item its rows: `[[row, weight], …]`. @param {number} items how many items there are */
export function byItem(rows, items) {
  const found = Array.from({ length: items }, () => []);
  rows.forEach(({ terms }, row) => terms.forEach(([item, weight]) => found[item].push([row, weight])));
  return found;
}

/** The rows that items break, with those of the items that are in them: `[{kind, high, items}, …]`. */
export function broken(rows, items) {
  const inside = new Set(items);
  return rows.flatMap(({ kind, high, terms }) => {
    const own = terms.filter(([item]) => inside.has(item));
    return own.reduce((sum, [, weight]) => sum + weight, 0) > high ? [{ kind, high, items: own.map(([item]) => item) }] : [];
  });
}

/** What items do together that break a limit, in words. */
export const BROKEN = {
  twice: () => "重复了",
  fact: () => "考同一事实",
  article: (high) => `依据同一条文的超过 ${high} 题`,
  amount: (high) => `问同一数额的超过 ${high} 题`,
  phrasing: (high) => `问法相同的超过 ${high} 题`,
  true: (high) => `正确的判断题超过 ${high} 题`,
  false: (high) => `错误的判断题超过 ${high} 题`,
  told: () => "一题说出了另一题的答案",
};
