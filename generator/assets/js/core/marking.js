/**
 * Marking of a paper, without the DOM.  tests/vectors/marking.json holds it together with the marking of the exports;
 * change both or none.
 */

import { nothing, shareOf } from "./given.js";

/** Whether exactly the right options were chosen. @param {number[]} right @param {number[]} chosen places, from 0 */
export function isRight(right, chosen) {
  const wanted = new Set(right);
  const given = new Set(chosen);
  return wanted.size > 0 && wanted.size === given.size && [...given].every((place) => wanted.has(place));
}

/** How 多选 are marked, in the words of a paper's notes. */
export const RULES = {
  all_or_nothing: "多选题全部选对得分，多选、少选、错选都不得分",
  half: "多选题少选得一半分，有错选不得分",
  proportional: "多选题少选按选对的比例得分，有错选不得分",
};

const NONE = 0;

/** Points to two places, halves up, so that sums do not carry the dust of binary fractions. */
export const round = (points) => Math.floor(points * 100 + 0.5 + 1e-9) / 100;

/** The points of a whole paper of a blueprint. */
export const totalOf = (blueprint) => round(blueprint.sections.reduce((sum, { count, points }) => sum + count * points, 0));

/** Half of the points as 问卷星 has it: none up to one point, else half of it rounded up. */
const wholeHalf = (points) => (points <= 1 ? NONE : Math.ceil(points / 2));

/**
 * The points of one answer.
 * @param {{right: number[], chosen: number[], points: number, rule: string}} answer places of the right and of the chosen
 *   options, from 0; `rule` and `half` count only where several options are right, `half: "whole"` for half of the points as a whole number
 * @returns {number} 0 to `points`, to two places
 */
export function markItem({ right, chosen, points, rule, half = "exact" }) {
  if (isRight(right, chosen)) return round(points);
  const wanted = new Set(right);
  const given = [...new Set(chosen)];
  if (wanted.size < 2 || given.length === 0 || given.some((place) => !wanted.has(place))) return NONE;
  if (rule === "half") return half === "whole" ? wholeHalf(points) : round(points / 2);
  if (rule === "proportional") return round((points * given.length) / wanted.size);
  return NONE;
}

/**
 * The result of a paper.
 * @param {Array<{id: string, type: object, points: number, topics: string[]}>} items those that can be marked, each with its type's module
 * @param {Object<string, number[]|string[]>} answers item id -> what was given, as its type has it
 * @param {string} rule for items with several right options
 * @returns {{score: number, total: number, right: number, marks: Object<string, number>, topics: Array<{topic: string, right: number,
 *   count: number, points: number, total: number}>}} topics weakest first, equals in order of appearance
 */
export function markPaper(items, answers, rule) {
  const marks = {};
  const topics = new Map();
  let right = 0;
  for (const item of items) {
    const given = answers[item.id] ?? nothing(item);
    const points = item.type.points(item, given, rule);
    const hit = shareOf(item, given) === 1;
    marks[item.id] = points;
    right += hit ? 1 : 0;
    for (const topic of item.topics) {
      const row = topics.get(topic) ?? { topic, right: 0, count: 0, points: 0, total: 0 };
      topics.set(topic, { topic, right: row.right + (hit ? 1 : 0), count: row.count + 1, points: row.points + points, total: row.total + item.points });
    }
  }
  const rows = [...topics.values()].map((row) => ({ ...row, points: round(row.points), total: round(row.total) }));
  return {
    score: round(Object.values(marks).reduce((sum, points) => sum + points, 0)),
    total: round(items.reduce((sum, item) => sum + item.points, 0)),
    right,
    marks,
    topics: rows.sort((a, b) => a.points / a.total - b.points / b.total),
  };
}
