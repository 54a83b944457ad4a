/**
 * The fine that a discretion benchmark gives for a case, with its working, without the DOM: what generator/discretion/compute.py
 * computes.  tests/vectors/discretion.json holds the two together, to the word; change both or none.
 *
 * A table is a Benchmark as JSON: method, base or rate or multiple, start, cap, floor, factors, columns, intervals, upper_excluded,
 * adjustments.
 */

import { ceil, compare, exact, floor, larger, nearest, over, plus, ratio, smaller, times } from "./ratio.js";
import { fractionWords, percentWords, shareWords, spanWords, sumWords } from "./discretion-words.js";

const ZERO = [0n, 1n];
const ONE = [1n, 1n];
const HUNDRED = [100n, 1n];

/** What the reader can put right; the message is for them. */
export class Refusal extends Error {}

/** 12.5 per cent, or "1/3" of the whole, in per cent. */
function perCent(written = 0) {
  const [top, bottom] = String(written).split("/");
  return bottom ? times(over(exact(top), exact(bottom)), HUNDRED) : exact(top);
}

const spanOf = (cell) => [exact(cell.span.min ?? 0), exact(cell.span.max)];
const compareSpans = (a, b) => compare(a[1], b[1]) || compare(a[0], b[0]);

function columnsOf(table) {
  if (table.columns?.length) return table.columns;
  const count = Math.max(...table.intervals.map((cell) => cell.circumstances.length));
  return count === 1 ? ["情形"] : Array.from({ length: count }, (_, place) => `情形${place + 1}`);
}

/**
 * What has to be found for a table, in its order.
 * @returns {Array<{title: string, labels: string[]}>}
 */
export function options(table) {
  if (table.method === "weight_sum") return table.factors.map(({ title, levels }) => ({ title, labels: levels.map(({ label }) => label) }));
  return columnsOf(table).map((title, place) => {
    const labels = table.intervals.flatMap(({ circumstances }) => circumstances[place] ?? []);
    return { title, labels: [...new Set(labels)] };
  });
}

/**
 * The labels that can still follow in the next column of a table of intervals, after those already chosen.
 * @param {string[]} before one for each column, from the first
 * @returns {string[]} none where nothing more is asked
 */
export function following(table, before) {
  const cells = table.intervals.filter(({ circumstances }) => before.every((label, place) => circumstances[place] === label));
  return [...new Set(cells.flatMap(({ circumstances }) => circumstances[before.length] ?? []))];
}

/**
 * Fix the fine for what was found.
 * @param {object} table
 * @param {Object<string, string>} chosen title -> label
 * @param {{amount?: number|null, adjusted?: Object<string, number|null>}} more yuan of the sum that the fine is taken from; adjustment
 *   -> per cent, null for the whole of its span
 * @returns {{least: number, most: number, mostIncluded: boolean, steps: Array<[string, string, string]>}} yuan; a step is label,
 *   expression, value
 * @throws {Refusal}
 */
export function compute(table, chosen, { amount = null, adjusted = {} } = {}) {
  checkAmount(table, amount);
  const steps = [];
  let [span, included] = [null, true];
  if (table.method === "weight_sum") span = ofWhole(table, total(table, chosen, steps), amount, steps);
  else [span, included] = interval(table, chosen, steps);
  const bounds = legalBounds(table, amount);
  span = kept(span, bounds, steps);
  for (const [one, percent] of applied(table, adjusted)) span = kept(adjust(span, one, percent, steps), bounds, steps);
  span = rounded(span, bounds, steps);
  steps.push(["结果", "", spanWords(...span)]);
  const [least, most] = span.map(([yuan]) => Number(yuan));
  return { least, most, mostIncluded: included || least === most, steps };
}

/** The least and the greatest fine of the law. */
function legalBounds(table, amount) {
  if (table.method === "interval") {
    const spans = table.intervals.map(spanOf);
    return [table.floor ? exact(table.floor) : spans.map(([low]) => low).reduce(smaller), spans.map(([, high]) => high).reduce(larger)];
  }
  if (table.base) return [exact(table.floor ?? 0), exact(table.base)];
  return shares(table).map((share) => times(share, counted(table, amount)));
}

/** The least and the greatest part that the law takes of the sum, as parts of one. */
function shares(table) {
  const { min, max } = table.rate ?? table.multiple;
  return [min, max].map((bound) => over(exact(bound ?? 0), table.rate ? HUNDRED : ONE));
}

function counted(table, amount) {
  const deemed = table.multiple?.deemed;
  return exact(deemed && amount < deemed.below ? deemed.amount : amount);
}

function checkAmount(table, amount) {
  const share = table.rate ?? table.multiple;
  if (!share && amount !== null) throw new Refusal("这张表不按案件中的数额计算，不用填数额");
  if (share && !(Number.isSafeInteger(amount) && amount >= 1)) throw new Refusal(`要填${share.base}（元，大于零的整数）`);
}

/** Start and weights summed and cut at the cap. */
function total(table, chosen, steps) {
  const words = percentOf(table);
  const given = byPlace(chosen, table.factors.map(({ title }) => title), "裁量因素");
  const missing = table.factors.filter((_, place) => !given.has(place)).map(({ title }) => title);
  if (missing.length > 0) throw new Refusal(`还没有选：${missing.join("、")}`);
  const start = perCent(table.start);
  const parts = [];
  if (compare(start, ZERO) > 0) {
    steps.push(["裁量起点", "", words(start)]);
    parts.push(start);
  }
  for (const [place, { title, levels }] of table.factors.entries()) {
    const level = levels[placeOf(given.get(place), levels.map(({ label }) => label), `“${title}”`)];
    steps.push([title, level.label, words(perCent(level.weight))]);
    parts.push(perCent(level.weight));
  }
  const sum = parts.reduce(plus, ZERO);
  const cap = perCent(table.cap ?? 100);
  steps.push(["合计", parts.map(words).join("＋"), words(sum)]);
  if (compare(sum, cap) > 0) steps.push(["封顶", `${words(sum)}超过${words(cap)}`, words(cap)]);
  return smaller(sum, cap);
}

/** How the table's shares are written: in per cent, or all as fractions where one of them is no short decimal. */
function percentOf(table) {
  const weights = [table.start, ...table.factors.flatMap(({ levels }) => levels.map(({ weight }) => weight))].map(perCent);
  return weights.every((weight) => times(weight, HUNDRED)[1] === 1n) ? percentWords : fractionWords;
}

/** The total taken of the greatest fine, which 100 per cent means. */
function ofWhole(table, sum, amount, steps) {
  const share = table.rate ?? table.multiple;
  let whole = exact(table.base ?? 0);
  if (share) {
    const counts = counted(table, amount);
    const deemed = table.multiple?.deemed;
    if (deemed && compare(counts, exact(amount)) !== 0) {
      steps.push([share.base, `${sumWords(exact(amount))}，不足${sumWords(exact(deemed.below))}`, `按${sumWords(counts)}计算`]);
    }
    const part = shares(table)[1];
    whole = times(part, counts);
    steps.push(["法定最高额", `${share.base}${sumWords(counts)} × ${shareWords(part, Boolean(table.multiple))}`, sumWords(whole)]);
  }
  const fine = times(over(sum, HUNDRED), whole);
  steps.push(["罚款", `${percentOf(table)(sum)} × ${sumWords(whole)}`, sumWords(fine)]);
  return [fine, fine];
}

/** The span of the interval that fits, and whether its upper end belongs to it. */
function interval(table, chosen, steps) {
  const cell = cellOf(table, chosen);
  const [low, high] = spanOf(cell);
  steps.push(["查明的情形", cell.circumstances.join("；"), spanWords(low, high)]);
  if (compare(low, high) < 0) {
    steps.push(["区间的平均数", `（${sumWords(low)}＋${sumWords(high)}）÷ 2`, sumWords(over(plus(low, high), [2n, 1n]))]);
  }
  const highest = table.intervals.map(spanOf).reduce((a, b) => (compareSpans(a, b) < 0 ? b : a));
  return [[low, high], compareSpans([low, high], highest) === 0 || !table.upper_excluded];
}

function cellOf(table, chosen) {
  const asked = options(table);
  const given = byPlace(chosen, asked.map(({ title }) => title), "情形");
  const found = new Map([...given].map(([place, value]) => [place, asked[place].labels[placeOf(value, asked[place].labels, `“${asked[place].title}”`)]]));
  let cells = table.intervals;
  for (const [place, { title }] of asked.entries()) {
    if (cells.length === 1 && cells[0].circumstances.length <= place) {
      const extra = [...found.keys()].filter((later) => later >= place).map((later) => asked[later].title);
      if (extra.length > 0) throw new Refusal(`“${cells[0].circumstances.join("；")}”不再区分：${extra.join("、")}`);
      break;
    }
    if (!found.has(place)) throw new Refusal(`还没有选：${title}`);
    cells = cells.filter(({ circumstances }) => circumstances[place] === found.get(place));
    if (cells.length === 0) {
      const tried = Array.from({ length: place + 1 }, (_, earlier) => found.get(earlier));
      throw new Refusal(`表里没有这样的情形：${tried.join("；")}`);
    }
  }
  return cells[0];
}

/** The span within the law. */
function kept(span, [low, high], steps) {
  if (compare(span[0], low) < 0) steps.push(["法定最低额", `${sumWords(span[0])}低于${sumWords(low)}`, sumWords(low)]);
  if (compare(span[1], high) > 0) steps.push(["法定最高额", `${sumWords(span[1])}高于${sumWords(high)}`, sumWords(high)]);
  return within(span, [low, high]);
}

const within = (span, [low, high]) => span.map((one) => larger(smaller(one, high), low));

/** The adjustments that apply, in the order of the table. */
function applied(table, adjusted) {
  const every = table.adjustments ?? [];
  const given = byPlace(adjusted, every.map(({ title }) => title), "调整");
  return [...given].sort(([a], [b]) => a - b).map(([place, percent]) => {
    const { title, min_percent: min, max_percent: max } = every[place];
    if (percent !== null && !(percent >= min && percent <= max)) throw new Refusal(`“${title}”的幅度是 ${min}% 到 ${max}%，不能是 ${percent}%`);
    return [every[place], percent];
  });
}

function adjust(span, { title, min_percent: min, max_percent: max }, percent, steps) {
  const bounds = percent === null ? [min, max] : [percent, percent];
  const found = span.map((one, end) => times(one, plus(ONE, over(exact(bounds[end]), HUNDRED))));
  const products = span.map((one, end) => `${sumWords(one)} ×（1 ${bounds[end] >= 0 ? "＋" : "－"} ${Math.abs(bounds[end])}%）`);
  steps.push([title, [...new Set(products)].join("至"), spanWords(...found)]);
  return found;
}

/** Whole yuan within the law. */
function rounded(span, [low, high], steps) {
  const whole = [ratio(ceil(low)), ratio(floor(high))];
  if (compare(...whole) > 0) throw new Refusal("数额太小，法定幅度里没有整元的罚款");
  const found = within(span.map((one) => ratio(nearest(one))), whole);
  if (found.some((one, end) => compare(one, span[end]) !== 0)) steps.push(["取整", "四舍五入到元，不低于法定最低额、不高于法定最高额", spanWords(...found)]);
  return found;
}

/** What was given by title, by place. @returns {Map<number, unknown>} */
const byPlace = (given, titles, what) => new Map(Object.entries(given).map(([title, value]) => [placeOf(title, titles, what), value]));

function placeOf(name, names, what) {
  const place = names.indexOf(name);
  if (place < 0) throw new Refusal(`${what}里没有“${name}”，有的是：${names.join("、") || "（没有）"}`);
  return place;
}
