/** What a blueprint asks, as rows over candidates: the twin of generator/exams/demands.py, which checks what is assembled here. */

import { limitOf, placesOn } from "./limits.js";
import { allowed, fits, meeting, scaled } from "./shelf.js";

/**
 * Every pair of a section and an item that fit each other.
 * @returns {{section: number[], item: number[]}} lists side by side
 */
export function candidates(shelf, blueprint) {
  const open = allowed(shelf, blueprint);
  const pool = { section: [], item: [] };
  blueprint.sections.forEach((section, index) => {
    for (const item of open) {
      if (!fits(shelf, item, section)) continue;
      pool.section.push(index);
      pool.item.push(item);
    }
  });
  return pool;
}

/** The quotas of the whole paper. */
export const wholeOf = (blueprint) => [...(blueprint.thought ?? []), ...(blueprint.limits ?? [])];

/**
 * Everything that is asked of a pool: `{kind, section, quota, low, high, unit, amount}`.  `section` is -1 where the whole paper is meant,
 * `amount` is what each candidate adds, `unit` how much of it counts as one item short.
 * @param {{section: number[], item: number[]}} pool
 */
export function demandsOf(shelf, blueprint, pool) {
  const takes = pool.item.map((item) => shelf.takes(item));
  const only = (wanted, value) => Float64Array.from(pool.section, (section, c) => (section === wanted ? value(c) : 0));
  const found = [];
  blueprint.sections.forEach((section, index) => {
    found.push({ kind: "count", section: index, quota: -1, low: section.count, high: section.count, unit: 1, amount: only(index, (c) => takes[c]) });
    (section.quotas ?? []).forEach((quota, number) => {
      const counts = meeting(shelf, quota);
      found.push({ kind: "quota", section: index, quota: number, low: quota.min ?? 0, high: quota.max ?? Infinity, unit: 1, amount: only(index, (c) => (counts(pool.item[c]) ? takes[c] : 0)) });
    });
    if (section.difficulty) {
      const [low, high] = section.difficulty.map(scaled);
      const over = (edge) => only(index, (c) => takes[c] * (shelf.difficulty(pool.item[c]) - edge));
      found.push({ kind: "easiest", section: index, quota: -1, low: 0, high: Infinity, unit: LEVEL, amount: over(low) });
      found.push({ kind: "hardest", section: index, quota: -1, low: -Infinity, high: 0, unit: LEVEL, amount: over(high) });
    }
  });
  wholeOf(blueprint).forEach((quota, number) => {
    const counts = meeting(shelf, quota);
    const amount = Float64Array.from(pool.item, (item, c) => (counts(item) ? takes[c] : 0));
    found.push({ kind: "whole", section: -1, quota: number, low: quota.min ?? 0, high: quota.max ?? Infinity, unit: 1, amount });
  });
  return [...found, ...covering(shelf, blueprint, pool), ...byHeart(shelf, blueprint, pool)];
}

/** For each article of the list that the paper covers, that some item rests on it; `article` is its place. */
function covering(shelf, blueprint, pool) {
  return (shelf.lists[blueprint.cover] ?? []).map((article) => {
    const amount = Float64Array.from(pool.item, (item) => (shelf.basisOf(item).includes(article) ? 1 : 0));
    return { kind: "cover", section: -1, quota: -1, article, low: 1, high: Infinity, unit: 1, amount };
  });
}

/** What at most a share of the paper's numbers may ask by heart: amounts, and the numbers of articles. */
function byHeart(shelf, blueprint, pool) {
  const { amounts, numbers } = shelf.asking;
  const asked = [["amounts", (item) => amounts[item]?.length ?? 0], ["article_numbers", (item) => numbers[item] ?? 0]];
  return asked.flatMap(([kind, countOf]) => {
    const share = limitOf(shelf, blueprint, kind);
    const amount = Float64Array.from(pool.item, countOf);
    return share < 1 ? [{ kind, section: -1, quota: -1, low: -Infinity, high: Math.floor(share * placesOn(blueprint)), unit: 1, amount }] : [];
  });
}

/** What an item changes of a mean is told in ten-thousandths; so much of it weighs as much as an item that is missing. */
const LEVEL = 2_000;

/** That the whole paper is about as hard as another: the sum of difficulties within `slack`. */
export function alike(shelf, pool, total, slack) {
  const amount = Float64Array.from(pool.item, (item) => shelf.takes(item) * shelf.difficulty(item));
  return { kind: "level", section: -1, quota: -1, low: total - slack, high: total + slack, unit: LEVEL, amount };
}

/** That at most so many items are used again. @param {Set<number>} used */
export function fresh(pool, used, most) {
  return { kind: "fresh", section: -1, quota: -1, low: -Infinity, high: most, unit: 1, amount: Float64Array.from(pool.item, (item) => (used.has(item) ? 1 : 0)) };
}
