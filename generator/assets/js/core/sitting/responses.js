/** The answers of those who sat, as lists that statistics are made from: the twin of generator/sitting/analysis/responses.py. */

import { isEmpty } from "../given.js";

/**
 * @param {{keys: object, candidates: object[]}} sitting in which somebody was present
 * @returns {{people: object[], items: object[], labels: Map<string, string>, forms: object[], answers: object[]}} each item once, as the
 *   first form that holds it shows it; answers are `{person, item, points, worth, share, right, empty, chosen, given}` with places
 */
export function responsesOf({ keys, candidates }) {
  const people = candidates.filter(({ absent }) => !absent);
  const forms = [...new Set(people.map(({ key }) => key))];
  const several = keys.forms.size > 1;
  const places = new Map();
  const items = [];
  const told = new Map();
  for (const key of forms) {
    for (const item of key.items) {
      if (!places.has(item.id)) {
        places.set(item.id, items.length);
        items.push(item);
      }
      told.set(item.id, [...(told.get(item.id) ?? []), several ? `${key.form}${item.number}` : String(item.number)]);
    }
  }
  const answers = people.flatMap(({ key, marks }, person) =>
    marks.map((mark, at) => {
      const worth = key.items[at].points;
      return { ...mark, person, item: places.get(key.items[at].id), worth, share: mark.points / worth, empty: isEmpty(mark.given) };
    }),
  );
  const labels = new Map([...told].map(([id, own]) => [id, keys.drawn ? "" : own.join(" ")]));
  return { people, items, labels, forms, answers };
}

/** For each of `count` places the sum of what its answers are worth. @returns {number[]} */
export function sums(answers, count, placeOf, valueOf = () => 1) {
  const found = Array.from({ length: count }, () => 0);
  for (const answer of answers) found[placeOf(answer)] += Number(valueOf(answer));
  return found;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The variance over N-1. */
export function variance(values) {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

/** The value below which a share of the values lies, between two in proportion. */
export function percentile(values, share) {
  const ordered = [...values].sort((a, b) => a - b);
  const at = (ordered.length - 1) * share;
  const low = Math.floor(at);
  return ordered[low] + (at - low) * ((ordered[low + 1] ?? ordered[low]) - ordered[low]);
}
