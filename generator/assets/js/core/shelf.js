/**
 * What is known of every item before it is read: the index that generator/site/shelf.py writes.  Items are told by their places in it.
 * What an item counts towards is the twin of generator/exams/eligible.py.
 */

import { halfEven } from "./figures.js";

const VERSION = 3;

/** @param {object} data the index as it was written */
export function openShelf(data) {
  if (data?.version !== VERSION) throw new Error("题库是另一个版本的网站写的，请刷新本页。");
  const ids = [];
  for (const [same, rest] of data.ids) ids.push((ids.at(-1) ?? "").slice(0, same) + rest);
  const { columns, names, sets, articles } = data;
  const apart = ids.map(() => []);
  data.apart.forEach((items, group) => items.forEach((item) => apart[item].push(group)));
  const laws = sets.map(() => null);
  /** Ids of all values, with what people call them: `[[id, title], …]`. */
  const valuesOf = (name) => (name === "regulation" ? articles.regulations : name === "type" ? data.types.map(({ id, title }) => [id, title]) : names[name]);
  return {
    ...data,
    ids,
    apart,
    groups: data.apart.length,
    place: new Map(ids.map((id, place) => [id, place])),
    typeOf: (item) => data.types[columns.type[item]].id,
    takes: (item) => data.takes[item] ?? 1,
    worth: (item) => data.worth[item] ?? null,
    difficulty: (item) => columns.difficulty[item],
    /** Id of the level, thought or rule of an item. */
    one: (name, item) => names[name][columns[name][item]][0],
    /** Ids of the topics, audiences, industries, lists or the conduct of an item. */
    several: (name, item) => sets[columns[name][item]].map((place) => names[name][place][0]),
    /** Whether one of the places of a set is that of an id; `ids` are looked up once a blueprint. */
    has: (name, item, place) => sets[columns[name][item]].includes(place),
    placeOf: (name, id) => names[name].findIndex(([one]) => one === id),
    regulations(item) {
      const set = columns.basis[item];
      return (laws[set] ??= new Set(sets[set].map((article) => articles.regulations[articles.list[article][0]][0])));
    },
    /** Places of the articles that an item rests on. */
    basisOf: (item) => sets[columns.basis[item]],
    articlesOf: (item) => sets[columns.basis[item]].map((article) => articles.list[article]),
    /** What people call an article: 生态环境法典第8条. */
    articleName(place) {
      const [law, key] = articles.list[place];
      return `${articles.regulations[law][1]}第${key}条`;
    },
    fileOf: (item) => data.files[columns.file[item]],
    valuesOf,
    /** What people call a value: `called("topic", "water")`. */
    called: (name, id) => valuesOf(name).find(([one]) => one === id)?.[1] ?? id,
  };
}

/** Whether an item may stand in a section: its type, and its points where they are its own. */
export const fits = (shelf, item, section) => shelf.typeOf(item) === section.type && [null, section.points].includes(shelf.worth(item));

/** The items that a blueprint draws from: for its audience, of its list and topics, not banned. @returns {number[]} */
export function allowed(shelf, blueprint) {
  const audience = shelf.placeOf("audience", blueprint.audience);
  const list = blueprint.must_know ? shelf.placeOf("must_know", blueprint.must_know) : null;
  const banned = new Set(blueprint.ban ?? []);
  const topics = (blueprint.topics ?? []).map((id) => shelf.placeOf("topic", id));
  const { columns, sets } = shelf;
  return shelf.ids.flatMap((id, item) => {
    const suits = columns.audience[item] === 0 || sets[columns.audience[item]].includes(audience);
    const listed = list === null || shelf.has("must_know", item, list);
    const inTopics = topics.length === 0 || topics.some((topic) => shelf.has("topic", item, topic));
    return suits && listed && inTopics && !banned.has(id) && !banned.has(shelf.one("rule", item)) ? [item] : [];
  });
}

/** Difficulties from 0 to 1 in ten-thousandths. */
export const scaled = (difficulty) => halfEven(difficulty * 10_000);

/** A test of items: whether one counts towards a quota. @returns {(item: number) => boolean} */
export function meeting(shelf, quota) {
  const tests = [];
  for (const name of ["topic", "industry", "audience", "conduct", "must_know"]) {
    if (quota[name] !== undefined && quota[name] !== null) {
      const place = shelf.placeOf(name, quota[name]);
      tests.push((item) => shelf.has(name, item, place));
    }
  }
  for (const name of ["rule", "level", "thought"]) {
    if (quota[name] !== undefined && quota[name] !== null) tests.push((item) => shelf.one(name, item) === quota[name]);
  }
  if (quota.regulation) tests.push((item) => shelf.regulations(item).has(quota.regulation));
  if (quota.difficulty) {
    const [low, high] = quota.difficulty.map(scaled);
    tests.push((item) => low <= shelf.difficulty(item) && shelf.difficulty(item) <= high);
  }
  return (item) => tests.every((test) => test(item));
}
