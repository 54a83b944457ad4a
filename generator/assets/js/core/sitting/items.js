/** Statistics of items: difficulty, corrected discrimination, who chose which option: the twin of generator/sitting/analysis/items.py. */

import { halfEven } from "../figures.js";
import { tally } from "../lists.js";
import { byPoints } from "./key.js";
import { sums } from "./responses.js";

const GROUP = 0.27;
const TOLD = 5;

/** One row for each item, in the order of `found.items`. @param {object} found as responsesOf gives it @param {object} words */
export function itemRows(found, words) {
  const { answers, items, labels } = found;
  const of = (value) => sums(answers, items.length, ({ item }) => item, value);
  const people = of();
  const share = of((one) => one.share).map((sum, item) => sum / people[item]);
  const spread = of((one) => (one.share - share[one.item]) ** 2);
  const discrimination = discriminations(found, people, share);
  const [upper, lower] = groups(found.people);
  const inside = [upper, lower].map((group) => ({ count: of((one) => group.has(one.person)), share: of((one) => (group.has(one.person) ? one.share : 0)), group }));
  const [right, empty] = [of((one) => one.right), of((one) => one.empty)];
  const own = items.map(() => []);
  for (const one of answers) own[one.item].push(one);
  const within = (at, item) => (inside[at].count[item] > 0 ? inside[at].share[item] / inside[at].count[item] : null);
  return items.map((item, at) => ({
    item,
    lettered: words.types[item.typeId].lettered,
    label: labels.get(item.id),
    people: people[at],
    share: share[at],
    right: right[at] / people[at],
    empty: empty[at] / people[at],
    deviation: Math.sqrt(spread[at] / Math.max(people[at] - 1, 1)),
    discrimination: discrimination[at],
    upper: within(0, at),
    lower: within(1, at),
    options: item.type.choosing ? optionRows(own[at], item, inside.map(({ group, count }) => [group, count[at]])) : [],
    wrong: item.type.choosing || !item.type.marked ? [] : wrongOf(own[at], item),
  }));
}

/** Places of who is in the upper and who in the lower group, ranked by share of the total; among equals the earlier row counts as the better. */
function groups(people) {
  const size = Math.max(1, halfEven(GROUP * people.length));
  const share = people.map(({ score, key }) => score / key.total);
  const order = share.map((_, place) => place).sort((a, b) => share[b] - share[a] || a - b);
  return [new Set(order.slice(0, size)), new Set(order.slice(-size))];
}

/** Correlation of each item's share with the share of the rest of the paper; null where either is constant. */
function discriminations({ answers, items, people }, count, share) {
  const of = (value) => sums(answers, items.length, ({ item }) => item, value);
  const rest = ({ person, points, worth }) => {
    const left = people[person].key.total - worth;
    return left > 0 ? (people[person].score - points) / left : 0;
  };
  const middle = of(rest).map((sum, item) => sum / count[item]);
  const by = (one) => [one.share - share[one.item], rest(one) - middle[one.item]];
  const product = of((one) => by(one)[0] * by(one)[1]);
  const [own, other] = [0, 1].map((side) => of((one) => by(one)[side] ** 2));
  return items.map((_, at) => (own[at] > 1e-12 * count[at] && other[at] > 1e-12 * count[at] ? product[at] / Math.sqrt(own[at] * other[at]) : null));
}

/** Who chose each option; nothing where points alone were told. */
function optionRows(answers, item, groups) {
  const chosen = item.ranks.map((rank) => answers.filter(({ chosen: bits }) => (bits >> rank) & 1));
  if (chosen.every((list) => list.length === 0)) return [];
  return item.options.map(({ text, correct }, place) => {
    const [upper, lower] = groups.map(([group, size]) => chosen[place].filter(({ person }) => group.has(person)).length / Math.max(size, 1));
    return { text, correct, count: chosen[place].length, share: chosen[place].length / answers.length, upper, lower };
  });
}

/** The wrong answers that most gave, with how many. */
function wrongOf(answers, item) {
  const counts = tally(answers.filter(({ right, empty, alone }) => !right && !empty && !alone).map(({ given }) => item.type.cell.shown(given)));
  return [...counts].sort((a, b) => b[1] - a[1] || byPoints(a[0], b[0])).slice(0, TOLD).map(([answer, count]) => ({ answer, count }));
}
