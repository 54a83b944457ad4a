/**
 * A paper on its way, without the DOM: a blueprint, a seed, and the items chosen so far.  `sections` is null until a paper was found.
 * Pinned items are the blueprint's `include`, banned ones its `ban`, so that the command holds to them too.
 */

import { assemble, assembleForms } from "./assemble.js";
import { candidates, demandsOf } from "./demands.js";
import { rank } from "./hash.js";
import { broken, byItem, rowsOf } from "./limits.js";

/** How many items a section begins with; and of how many beside those by heart each is drawn, lest a small bank can't keep to that. */
const BEGUN = 10;
const ROOMY = 10;

/** A blueprint of one's own to begin with: law applied rather than learned by heart. @param {{types: object[]}} shelf */
export function blank(shelf, audience) {
  const { types: wanted, limits } = shelf.begun;
  const sections = wanted.map((type) => ({ title: shelf.called("type", type), type, count: BEGUN, points: 5, quotas: [] }));
  const { amounts, numbers } = shelf.asking;
  const roomy = wanted.every((type) => shelf.ids.filter((_, item) => shelf.typeOf(item) === type && !amounts[item]?.length && !numbers[item]).length >= BEGUN * ROOMY);
  return { id: "my-paper", title: "学法测验", audience, minutes: 60, pass_mark: 60, marking: "half", sections, ...(roomy ? limits : {}) };
}

/** The draft with another blueprint; what was chosen is gone. */
export const planned = (draft, blueprint) => ({ ...draft, blueprint, sections: null });

/** The draft with a paper, or with what was not met. */
export function drawn(shelf, draft) {
  const { sections, unmet } = assemble(shelf, draft.blueprint, draft.seed);
  return { draft: { ...draft, sections }, unmet };
}

/** Another paper of the same blueprint. */
export const redrawn = (shelf, draft) => drawn(shelf, { ...draft, seed: draft.seed + 1 });

const listed = (list, id, on) => (on ? [...(list ?? []).filter((one) => one !== id), id] : (list ?? []).filter((one) => one !== id));

/** The draft with an item held in every paper, or no longer. */
export const pinned = (shelf, draft, item, on) => ({ ...draft, blueprint: { ...draft.blueprint, include: listed(draft.blueprint.include, shelf.ids[item], on) } });

/** The draft with an item in no paper, or let in again. */
export function banned(shelf, draft, item, on) {
  const { include, ban } = draft.blueprint;
  const id = shelf.ids[item];
  return { ...draft, blueprint: { ...draft.blueprint, include: listed(include, id, false), ban: listed(ban, id, on) } };
}

/** The candidate that an item of a section is; undefined where it fits none. @returns {(section: number, item: number) => number|undefined} */
function columnsOf(pool) {
  const found = new Map(pool.item.map((item, c) => [`${pool.section[c]}/${item}`, c]));
  return (section, item) => found.get(`${section}/${item}`);
}

/**
 * The draft with another item in an item's place, and every demand met as before.
 * @param {number} [wanted] the item to put there; without it the next one in an order of its own, so that one comes past all of them
 * @returns {object|null} null where there is none
 */
export function swapped(shelf, draft, section, item, wanted) {
  const { blueprint, sections, seed } = draft;
  const pool = candidates(shelf, blueprint);
  const demands = demandsOf(shelf, blueprint, pool);
  const others = sections.flatMap((items, index) => items.filter((one) => index !== section || one !== item).map((one) => [index, one]));
  const taken = new Set(others.map(([, one]) => one));
  const rows = rowsOf(shelf, blueprint, pool);
  const own = byItem(rows, shelf.ids.length);
  const used = new Float64Array(rows.length);
  for (const [, one] of others) for (const [row, weight] of own[one]) used[row] += weight;
  const columnOf = columnsOf(pool);
  const held = others.map(([index, one]) => columnOf(index, one));
  if (held.includes(undefined)) return null;
  const sums = demands.map(({ amount }) => held.reduce((sum, c) => sum + amount[c], 0));
  const fits = (c) =>
    pool.section[c] === section &&
    pool.item[c] !== item &&
    (wanted === undefined || pool.item[c] === wanted) &&
    !taken.has(pool.item[c]) &&
    own[pool.item[c]].every(([row, weight]) => used[row] + weight <= rows[row].high) &&
    demands.every(({ amount, low, high }, d) => sums[d] + amount[c] >= low - 1e-9 && sums[d] + amount[c] <= high + 1e-9);
  const key = (one) => rank(`${seed}/swap`, shelf.ids[one]);
  const now = key(item);
  const free = pool.item.flatMap((one, c) => (fits(c) ? [[key(one), one]] : [])).sort(([a], [b]) => (a < b ? -1 : 1));
  const next = (free.find(([at]) => at > now) ?? free[0])?.[1];
  if (next === undefined) return null;
  return { ...draft, sections: sections.map((items, index) => (index === section ? items.map((one) => (one === item ? next : one)) : items)) };
}

/** What is wrong with a draft's paper: demands not met, limits broken (`{kind, high, items}`), items that fit nowhere, ids that it lacks. */
export function faults(shelf, draft) {
  const pool = candidates(shelf, draft.blueprint);
  const demands = demandsOf(shelf, draft.blueprint, pool);
  const columnOf = columnsOf(pool);
  const columns = draft.sections.flatMap((items, index) => items.map((one) => columnOf(index, one)));
  const unfit = draft.sections.flatMap((items, index) => items.filter((one) => columnOf(index, one) === undefined));
  const sum = ({ amount }) => columns.reduce((total, c) => total + (c === undefined ? 0 : amount[c]), 0);
  const items = draft.sections.flat();
  const twice = items.filter((item, at) => items.indexOf(item) < at);
  const over = broken(rowsOf(shelf, draft.blueprint, pool), items);
  const clash = [...(twice.length > 0 ? [{ kind: "twice", high: 1, items: twice }] : []), ...over];
  const missing = (draft.blueprint.include ?? []).filter((id) => !items.includes(shelf.place.get(id)));
  return { unmet: demands.filter((demand) => sum(demand) < demand.low - 1e-9 || sum(demand) > demand.high + 1e-9), clash, unfit, missing };
}

/** Whether a draft's paper is as its blueprint asks. */
export function isSound(shelf, draft) {
  return Object.values(faults(shelf, draft)).every((list) => list.length === 0);
}

/** All forms of a draft: as many as its blueprint says; only form A where the others could not be found. */
export function formsOf(shelf, draft) {
  const count = draft.blueprint.forms ?? 1;
  return assembleForms(shelf, draft.blueprint, draft.seed, draft.sections, count) ?? [draft.sections];
}

/** What a paper is made of: `{name: [[value, share of the numbers]]}` for levels of thought, topics (the first of each item) and difficulty. */
export function mixOf(shelf, sections) {
  const items = sections.flat();
  const whole = items.reduce((sum, item) => sum + shelf.takes(item), 0);
  const shares = (valueOf) => {
    const found = new Map();
    for (const item of items) found.set(valueOf(item), (found.get(valueOf(item)) ?? 0) + shelf.takes(item));
    return [...found].map(([value, count]) => [value, count / whole]);
  };
  const difficulty = items.reduce((sum, item) => sum + shelf.takes(item) * shelf.difficulty(item), 0) / whole / 10_000;
  const byShare = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    numbers: whole,
    difficulty,
    thought: shares((item) => shelf.one("thought", item)),
    topic: shares((item) => shelf.several("topic", item)[0] ?? "").sort(byShare),
  };
}
