/** What an owner has ticked off, with day, person, note and the name of a photo; out to a file and in again. */

import { isTable, parsed } from "./kept.js";

/** State of an entry: done, a gap, not for us; empty: not answered. */
const STATES = ["done", "gap", "none", ""];
const WORDS = ["date", "person", "note", "photo"];
const MOST = { date: 10, person: 40, note: 500, photo: 120 };
const KIND = "pufa-owner";
const TOO_MANY = 20_000;

const empty = () => ({ choices: {}, ticks: {} });

/** An entry in its one form; null where nothing is said. */
function readTick(given) {
  if (!isTable(given)) return null;
  const tick = { state: STATES.includes(given.state) ? given.state : "", at: Number.isSafeInteger(given.at) && given.at >= 0 ? given.at : 0 };
  for (const word of WORDS) if (typeof given[word] === "string" && given[word].trim() !== "") tick[word] = given[word].trim().slice(0, MOST[word]);
  return tick;
}

/** What was kept, whatever it is, as `{choices, ticks: {guide: {key: tick}}}`. */
export function fromStorage(value) {
  const known = empty();
  if (!isTable(value)) return known;
  if (isTable(value.choices)) for (const [guide, choice] of Object.entries(value.choices)) if (isTable(choice)) known.choices[guide] = choice;
  if (isTable(value.ticks)) {
    for (const [guide, entries] of Object.entries(value.ticks)) {
      if (!isTable(entries)) continue;
      const read = Object.entries(entries).map(([key, tick]) => [key, readTick(tick)]).filter(([, tick]) => tick !== null);
      known.ticks[guide] = Object.fromEntries(read);
    }
  }
  return known;
}

/** `known` with one entry changed. @param {number} at now, in milliseconds: of two entries the later holds */
export function withTick(known, guide, key, changes, at) {
  const before = known.ticks[guide]?.[key] ?? { state: "" };
  const tick = readTick({ ...before, ...changes, at });
  return { ...known, ticks: { ...known.ticks, [guide]: { ...known.ticks[guide], [key]: tick } } };
}

/** The file of one guide, or of all. */
export function exportText(known, guide = null) {
  const ticks = guide === null ? known.ticks : { [guide]: known.ticks[guide] ?? {} };
  const choices = guide === null ? known.choices : { [guide]: known.choices[guide] ?? {} };
  return JSON.stringify({ kind: KIND, version: 1, choices, ticks }, null, 1);
}

/** The file read. @throws {Error} with a message in Chinese */
export function importText(text) {
  const value = parsed(text.replace(/^\uFEFF/u, ""), "这不是清单文件：内容不是 JSON。");
  if (!isTable(value) || value.kind !== KIND) throw new Error("这不是清单文件：请选用本页“导出清单”存下的文件。");
  if (value.version !== 1) throw new Error("这个清单文件的版本比本站新，读不了。");
  const known = fromStorage(value);
  if (Object.values(known.ticks).reduce((sum, entries) => sum + Object.keys(entries).length, 0) > TOO_MANY) throw new Error("清单文件太大，读不了。");
  return known;
}

/** Both together: of two entries for one thing the later holds. @returns {{known: object, changed: number}} */
export function merge(known, other) {
  let changed = 0;
  const ticks = { ...known.ticks };
  for (const [guide, entries] of Object.entries(other.ticks)) {
    ticks[guide] = { ...ticks[guide] };
    for (const [key, tick] of Object.entries(entries)) {
      const mine = ticks[guide][key];
      if (mine && mine.at >= tick.at) continue;
      ticks[guide][key] = tick;
      changed += 1;
    }
  }
  return { known: { choices: { ...other.choices, ...known.choices }, ticks }, changed };
}

/** How many of `keys` are done, gaps, not for us, and open. */
export function counts(entries, keys) {
  const found = { done: 0, gap: 0, none: 0, open: 0 };
  for (const key of keys) found[entries?.[key]?.state || "open"] += 1;
  return found;
}
