/** Results of a sitting: items, papers, units and topics, from the marks: the twin of generator/sitting/analysis/results.py and weighing.py. */

import { advise } from "./advice.js";
import { itemRows } from "./items.js";
import { byPoints, firstOf } from "./key.js";
import { reliability } from "./reliability.js";
import { mean, percentile, responsesOf, sums, variance } from "./responses.js";

/** Bars of the histogram of scores, each a tenth of the total. */
export const BARS = 10;
/** A topic that earns less than this share is missed. */
export const MISSED = 0.6;

/**
 * @param {object} sitting as markTables gives it, in which somebody was present
 * @returns {object} with the names that `pufa results` writes into analysis.json; `items` hold their items, and their advice
 */
export function analyse(sitting, words) {
  const found = responsesOf(sitting);
  const { people } = found;
  const scores = people.map(({ score }) => score);
  const tenths = people.map(({ score, key }) => Math.min(Math.max(Math.floor((score / key.total) * BARS + 1e-9), 0), BARS - 1));
  return {
    key: firstOf(sitting.keys),
    present: people.length,
    absent: sitting.candidates.length - people.length,
    mean: mean(scores),
    median: percentile(scores, 0.5),
    deviation: people.length > 1 ? Math.sqrt(variance(scores)) : null,
    passed: mean(people.map(({ passed }) => Number(passed))),
    corrected_mean: correctedMean(found),
    sections: sectionRows(found),
    seconds: times(people),
    histogram: sums(tenths, BARS, (tenth) => tenth),
    forms: sitting.keys.drawn ? [] : found.forms.map((key) => ({ form: key.form, ...reliability(together(found, key)) })).sort((a, b) => byPoints(a.form, b.form)),
    items: itemRows(found, words).map((row) => ({ ...row, advice: advise(row) })),
    ...topicRows(found),
  };
}

/** The points of each person of a form; those of parts of one situation summed, for they are not independent of each other. */
function together({ people }, key) {
  const starts = key.items.flatMap(({ whole }, place) => (place === 0 || whole !== key.items[place - 1].whole ? [place] : []));
  const sum = (marks) => marks.reduce((points, mark) => points + mark.points, 0);
  return people.filter((one) => one.key === key).map(({ marks }) => starts.map((start, at) => sum(marks.slice(start, starts[at + 1]))));
}

/** Probability that a blind guess is right, 0 where there is nothing to choose from; of several options at least two are right. */
function chance({ options: { length }, type }) {
  if (!type.choosing || length < 2) return 0;
  return type.several && length > 2 ? 1 / (2 ** length - length - 1) : 1 / length;
}

/** Mean score with what chance gives taken off; never below 0. */
function correctedMean({ answers, items, people }) {
  const costs = items.map((item) => chance(item) / (1 - chance(item)));
  const sum = answers.reduce((all, { share, empty, worth, item }) => all + (share - (empty ? 0 : 1 - share) * costs[item]) * worth, 0);
  return Math.max(0, sum / people.length);
}

/** The sections in order: share of the points, and of what tells people apart; forms are pooled, each around its own mean. */
function sectionRows({ answers, items, people, forms }) {
  const titles = forms[0].sections;
  const scores = people.map(() => titles.map(() => 0));
  for (const { person, item, points } of answers) scores[person][items[item].section - 1] += points;
  const worth = sums(answers, titles.length, ({ item }) => items[item].section - 1, ({ worth: one }) => one);
  for (const key of forms) {
    const inside = scores.filter((_, person) => people[person].key === key);
    const middle = titles.map((_, at) => mean(inside.map((row) => row[at])));
    for (const row of inside) row.forEach((_, at) => (row[at] -= middle[at]));
  }
  const total = scores.map((row) => row.reduce((sum, one) => sum + one, 0));
  const whole = total.reduce((sum, one) => sum + one * one, 0);
  const points = worth.reduce((sum, one) => sum + one, 0);
  return titles.map((title, at) => ({
    title,
    nominal: worth[at] / points,
    effective: whole > 1e-9 ? scores.reduce((sum, row, person) => sum + row[at] * total[person], 0) / whole : null,
  }));
}

/** How long people took; null where no table tells. */
function times(people) {
  const known = people.map(({ seconds }) => seconds).filter((one) => one !== null);
  if (known.length === 0) return null;
  const [quick, median, slow] = [0.1, 0.5, 0.9].map((share) => percentile(known, share));
  return { people: known.length, median, quick, slow };
}

/** Topics with the share of their points, weakest first, and units with theirs, by name. */
function topicRows({ answers, items, people }) {
  const names = [...new Set(items.flatMap(({ topics }) => topics))];
  const shares = (list) => {
    const points = new Map(names.map((name) => [name, [0, 0]]));
    for (const answer of list) {
      for (const topic of new Set(items[answer.item].topics)) {
        const sum = points.get(topic);
        sum[0] += answer.points;
        sum[1] += answer.worth;
      }
    }
    return new Map([...points].filter(([, [, whole]]) => whole > 0).map(([name, [earned, whole]]) => [name, earned / whole]));
  };
  const topics = [...shares(answers)].map(([topic, share]) => ({ topic, share })).sort((a, b) => a.share - b.share);
  const units = [...new Set(people.map(({ unit }) => unit))].sort(byPoints).map((unit) => {
    const own = answers.filter(({ person }) => people[person].unit === unit);
    const members = people.filter((one) => one.unit === unit);
    const sum = (value) => own.reduce((all, one) => all + value(one), 0);
    const known = shares(own);
    return {
      unit,
      people: members.length,
      share: sum(({ points }) => points) / sum(({ worth }) => worth),
      passed: mean(members.map(({ passed }) => Number(passed))),
      topics: Object.fromEntries(topics.filter(({ topic }) => known.has(topic)).map(({ topic }) => [topic, known.get(topic)])),
    };
  });
  return { topics, units };
}
