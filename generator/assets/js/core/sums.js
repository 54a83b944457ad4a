/**
 * Sums, rates and multiples in running text: the twin of generator/legal/sums.py, whose patterns it is given.
 * A value is sort, low, high and unit in plain figures, nothing where there is no bound: "yuan|10000|50000|".
 */

import { formatDecimal, isLess, parseDecimal } from "./numerals.js";
import { endOf } from "./patterns.js";

const BIG = { 亿: 10n ** 8n, 万: 10n ** 4n };
const SHIFT = { 百: 0, 千: 1, 万: 2, "%": 0, "％": 0, "‰": 1 };
const UPPER = ["超过", "高于", "最高额为"];

/** @returns {{start: number, end: number, value: string}[]} in order, without overlap */
export function findSums(text, patterns) {
  const tokens = patterns.token.all(text).map(tokenOf).filter(Boolean);
  const found = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    const deemed = next && asDeemed(text, token, next, patterns);
    if (deemed) found.push(deemed);
    else if (next && pairs(text, token, next, patterns)) found.push(...asRange(text, token, next, patterns));
    else {
      found.push(...alone(text, token, patterns));
      continue;
    }
    at++;
  }
  return found;
}

/** Whether a value that stands in law covers one that a sentence says: the same, or a single sum within a span. */
export function covers(law, said) {
  if (law === said) return true;
  const [sort, low, high] = said.split("|");
  const [kind, least, most] = law.split("|");
  if (sort !== "yuan" || kind !== "yuan" || low === "" || low !== high) return false;
  return (least === "" || BigInt(least) <= BigInt(low)) && (most === "" || BigInt(low) <= BigInt(most));
}

const tidy = (value) => parseDecimal(formatDecimal(value));
const same = (one, other) => formatDecimal(one) === formatDecimal(other);

function tokenOf(match) {
  const { equal, from, yuan, times, part, percent, low: first, scale, sign, bound = "" } = match.groups;
  const [start, end] = [match.index, endOf(match)];
  const once = { value: 1n, scale: 0 };
  if (equal) return { start, end, sort: "times", low: once, high: once, bound: from };
  const figure = yuan ?? times ?? part ?? percent;
  let high = figure === "百" ? { value: 100n, scale: 0 } : parseDecimal(figure);
  let low = first && high ? lift(first, figure, high) : high;
  if (!high || !low) return null;
  const sort = yuan ? "yuan" : times ? "times" : "percent";
  if (sort === "percent") [low, high] = [low, high].map(({ value, scale: places }) => ({ value, scale: places + SHIFT[scale ?? sign] }));
  [low, high] = [tidy(low), tidy(high)];
  if (sort === "yuan" && (low.scale > 0 || high.scale > 0)) return null;
  return { start, end, sort, low, high, bound };
}

/** The lower figure of a pair that shares its unit: 三 of 三至五万 is 30000. */
function lift(low, figure, limit) {
  const value = parseDecimal(low);
  for (const [unit, size] of Object.entries(BIG)) {
    const lifted = value && { value: value.value * size, scale: value.scale };
    if (lifted && figure.endsWith(unit) && !low.includes(unit) && !isLess(limit, lifted)) return lifted;
  }
  return value;
}

function pairs(text, first, second, patterns) {
  if ((first.sort === "yuan") !== (second.sort === "yuan") || !same(first.low, first.high) || !same(second.low, second.high)) return false;
  const gap = text.slice(first.end, second.start);
  if (first.bound === "以上") return ["以下", "以内"].includes(second.bound) && patterns.to_between.fits(gap);
  return first.bound === "" && second.bound !== "以上" && patterns.to.fits(gap);
}

function asRange(text, first, second, patterns) {
  const whole = { ...first, end: second.end, high: second.high, bound: "range" };
  if (first.sort === "yuan" && isCondition(text, whole, patterns)) return [threshold(first, "以上"), threshold(second, "以下")];
  if (first.sort === second.sort) return [said(text, whole, first.low, second.high, patterns)];
  const [low, high] = [first, second].map(({ sort, high: { value, scale } }) => (sort === "percent" ? tidy({ value, scale: scale + 2 }) : { value, scale }));
  return [{ start: first.start, end: second.end, value: valueOf("times", low, high) }];
}

function alone(text, token, patterns) {
  const before = text.slice(0, token.start);
  const limit = patterns.limit.from(before);
  if (limit) {
    const upper = UPPER.includes(limit[1]);
    return [said(text, token, upper ? null : token.high, upper ? token.high : null, patterns, limit.index)];
  }
  const relation = patterns.relation.from(before);
  if (relation && token.sort === "yuan") return [{ ...threshold(token, meaning(relation)), start: token.start - relation[1].length }];
  if (token.sort === "yuan" && token.bound && isCondition(text, token, patterns)) return [threshold(token, token.bound === "以上" ? "以上" : "以下")];
  const open = ["以下", "以内"].includes(token.bound) && same(token.low, token.high);
  return [said(text, token, open ? null : token.low, token.bound === "以上" ? null : token.high, patterns)];
}

function said(text, { start, end, sort }, low, high, patterns, begin = start) {
  const per = sort === "yuan" ? patterns.per.from(text.slice(0, begin)) : null;
  return per ? { start: per.index, end, value: valueOf("each", low, high, per.groups.unit) } : { start: begin, end, value: valueOf(sort, low, high) };
}

const valueOf = (sort, low, high, unit = "") => [sort, low ? formatDecimal(low) : "", high ? formatDecimal(high) : "", unit].join("|");
const threshold = ({ start, end, high }, relation) => ({ start, end, value: valueOf("threshold", high, null, relation) });
const meaning = (relation) => (relation[1] === "超过" ? "超过" : "不足");

function asDeemed(text, first, second, patterns) {
  const relation = patterns.relation.from(text.slice(0, first.start));
  if (!relation || meaning(relation) !== "不足" || first.sort !== "yuan" || second.sort !== "yuan") return null;
  const tail = patterns.counts.at(text, second.end);
  if (!tail || !patterns.assumed.fits(text.slice(first.end, second.start))) return null;
  return { start: first.start - relation[1].length, end: endOf(tail), value: valueOf("deemed", first.high, second.high) };
}

const isCondition = (text, { start, end }, patterns) => Boolean(patterns.condition.at(text, end) ?? patterns.measured.from(text.slice(0, start)));
