/**
 * What a learner's browser remembers: for each item how it went and when to see it again, and which items have a flag.  Pure functions
 * over a plain value; moments (milliseconds since 1970) and days (`YYYY-MM-DD`) are passed in.
 *
 * `{version, items: {id: {tries, wrong, streak, stability, difficulty, at, last, due, page, stem}}, flags: {id: {on, at}}}`: `streak`
 * counts right answers in a row, `at` and `last` are moment and day of the last answer, `due` is the day of the next look, `page` the
 * address of a page that holds the item, below the site's root, `stem` its question.
 */

import { addDays, daysFrom, midnight } from "./days.js";
import { AGAIN, GOOD, interval, seen } from "./fsrs.js";
import { isTable, parsed } from "./kept.js";

const VERSION = 2;
/** An item that was answered wrongly leaves the wrong-answer book after this many right answers in a row. */
const CLEARED = 2;

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/u;

export const empty = () => ({ version: VERSION, items: {}, flags: {} });

const isDay = (day) => IS_DAY.test(day) && !Number.isNaN(midnight(day));

/**
 * The memory after one answer; the same answer, told again by another tab, changes nothing.
 * @param {object} memory
 * @param {{id: string, right: boolean, page: string, stem: string}} answer
 * @param {{at: number, day: string}} now
 */
export function remember(memory, { id, right, page, stem }, { at, day }) {
  const before = Object.hasOwn(memory.items, id) ? memory.items[id] : null;
  if (before?.at === at) return memory;
  const trace = seen(before, right ? GOOD : AGAIN, before ? Math.max(0, daysFrom(before.last, day)) : 0);
  const item = {
    tries: (before?.tries ?? 0) + 1,
    wrong: (before?.wrong ?? 0) + (right ? 0 : 1),
    streak: right ? (before?.streak ?? 0) + 1 : 0,
    ...trace,
    at,
    last: day,
    due: addDays(day, interval(trace)),
    page,
    stem,
  };
  return { ...memory, items: { ...memory.items, [id]: item } };
}

/** The memory with a flag put on an item, or taken from it. */
export const flagged = (memory, id, on, at) => ({ ...memory, flags: { ...memory.flags, [id]: { on, at } } });

export const isFlagged = (memory, id) => Object.hasOwn(memory.flags, id) && memory.flags[id].on;

/** Whether an item stands in the wrong-answer book. */
export const isWrong = (item) => item.wrong > 0 && item.streak < CLEARED;

/** Whether an item should be seen again by `day`. */
export const isDue = (item, day) => item.due <= day;

/** `{seen, wrong, due, flagged}`: numbers of items. */
export function counts(memory, day) {
  const items = Object.values(memory.items);
  const flags = Object.values(memory.flags).filter(({ on }) => on).length;
  return { seen: items.length, wrong: items.filter(isWrong).length, due: items.filter((item) => isDue(item, day)).length, flagged: flags };
}

/** The wrong-answer book: `[{id, stem, due, …}]`, those first that went wrong most often. */
export function book(memory) {
  const rows = Object.entries(memory.items).flatMap(([id, item]) => (isWrong(item) ? [{ id, ...item }] : []));
  return rows.sort((a, b) => b.wrong - a.wrong || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
}

/** How many items come back on each of `days` days from `day` on; what is late comes back on the first. @returns {number[]} */
export function coming(memory, day, days) {
  const found = new Array(days).fill(0);
  for (const { due } of Object.values(memory.items)) {
    const away = Math.max(0, daysFrom(day, due));
    if (away < days) found[away]++;
  }
  return found;
}

/** How items stand: `known` come back only after this many days. */
const WELL = 21;

/** Of the items on pages below a folder: `{known, learning, wrong}`, numbers of items. @param {string} folder with a slash at its end */
export function standing(memory, folder) {
  const found = { known: 0, learning: 0, wrong: 0 };
  for (const item of Object.values(memory.items)) {
    if (item.page.startsWith(folder)) found[isWrong(item) ? "wrong" : interval(item) >= WELL ? "known" : "learning"]++;
  }
  return found;
}

/** How the items went that were answered since a moment: id -> right or not, for those of `ids`. */
export function resultsSince(memory, ids, moment) {
  return Object.fromEntries(ids.filter((id) => Object.hasOwn(memory.items, id) && memory.items[id].at >= moment).map((id) => [id, memory.items[id].streak > 0]));
}

/** The memory without items that there are no more. @param {string[]} ids */
export function forget(memory, ids) {
  const without = (entries) => Object.fromEntries(Object.entries(entries).filter(([id]) => !ids.includes(id)));
  return { ...memory, items: without(memory.items), flags: without(memory.flags) };
}

/** The memory as the text of a file; same memory, same text. */
export function exportText({ items, flags }) {
  const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: "pufa-memory", version: VERSION, items: sorted(items), flags: sorted(flags) }, null, 1)}\n`;
}

/**
 * A memory from the text of a file.
 * @throws {Error} with a message for the reader, when it is not such a file
 */
export function importText(text) {
  const data = parsed(text, "这个文件读不出来，请选择从本站导出的进度文件。");
  if (data?.format !== "pufa-memory" || !isTable(data.items)) throw new Error("这不是本站导出的进度文件。");
  const now = present(data);
  if (now === null) throw new Error("这个进度文件来自别的版本，无法读入。");
  const bad = [...Object.values(now.items).filter((item) => !isItem(item)), ...Object.values(now.flags).filter((flag) => !isFlag(flag))].length;
  if (bad > 0) throw new Error(`进度文件里有 ${bad} 条记录不完整，没有读入。`);
  return clean(now);
}

/** Two memories as one: of an item or a flag in both, the later one counts; of the same moment, the one with more tries. */
export function merge(mine, other) {
  const items = { ...mine.items };
  const flags = { ...mine.flags };
  let changed = 0;
  const take = (into, id, value, isOld) => {
    if (Object.hasOwn(into, id) && isOld(into[id])) return;
    into[id] = value;
    changed++;
  };
  for (const [id, item] of Object.entries(other.items)) take(items, id, item, (old) => old.at > item.at || (old.at === item.at && old.tries >= item.tries));
  for (const [id, flag] of Object.entries(other.flags)) take(flags, id, flag, (old) => old.at >= flag.at);
  return { memory: { version: VERSION, items, flags }, changed };
}

/** A memory from storage: anything that is not one is dropped. */
export function fromStorage(value) {
  const now = isTable(value?.items) ? present(value) : null;
  return now === null ? empty() : clean(now);
}

/** A memory of this version or the one before, as one of this; null of any other. */
function present(data) {
  if (data.version === VERSION) return { items: data.items, flags: isTable(data.flags) ? data.flags : {} };
  return data.version === 1 ? { items: Object.fromEntries(Object.entries(data.items).map(([id, item]) => [id, later(item)])), flags: {} } : null;
}

/** An item of version 1, which knew no traces: as if all its right answers in a row had come on their days. */
function later(item) {
  if (!isDay(item?.last) || !Number.isInteger(item.streak)) return item;
  let trace = seen(null, item.streak > 0 ? GOOD : AGAIN, 0);
  for (let more = 1; more < Math.min(item.streak, 20); more++) trace = seen(trace, GOOD, interval(trace));
  return { ...item, ...trace, at: midnight(item.last) };
}

function isItem(item) {
  const numbers = [item?.tries, item?.wrong, item?.streak];
  return (
    numbers.every((value) => Number.isInteger(value) && value >= 0) &&
    Number.isFinite(item.at) &&
    item.stability > 0 &&
    item.difficulty >= 1 &&
    item.difficulty <= 10 &&
    isDay(item.last) &&
    isDay(item.due) &&
    typeof item.stem === "string" &&
    isPage(item.page)
  );
}

const isFlag = (flag) => typeof flag?.on === "boolean" && Number.isFinite(flag.at);

/** An address below the site's root, so that a file from elsewhere cannot lead out of the site. */
const isPage = (page) => typeof page === "string" && /^(?:[\w.-]+\/)*$/u.test(page) && !page.includes("..");

const NAMES = ["tries", "wrong", "streak", "stability", "difficulty", "at", "last", "due", "page", "stem"];

/** Only what is whole, and only what is known of it. */
function clean({ items, flags }) {
  const pick = (item) => Object.fromEntries(NAMES.map((name) => [name, item[name]]));
  const kept = (entries, test, picked) => Object.fromEntries(Object.entries(entries).flatMap(([id, value]) => (test(value) ? [[id, picked(value)]] : [])));
  return { version: VERSION, items: kept(items, isItem, pick), flags: kept(flags, isFlag, ({ on, at }) => ({ on, at })) };
}
