/**
 * What a learner's browser remembers: for each item how it went and when to see it again.  Pure functions over a plain value;
 * days are passed in as `YYYY-MM-DD`.
 *
 * `{version, items: {id: {tries, wrong, streak, last, due, page, stem}}}`: `streak` counts right answers in a row, `due` is the day of
 * the next look, `page` the address of a page that holds the item, below the site's root, `stem` its question.
 */

export const VERSION = 1;
/** Days until the next look after 0, 1, 2 … right answers in a row. */
export const INTERVALS = [1, 2, 4, 7, 15, 30, 60];
/** An item that was answered wrongly leaves the wrong-answer book after this many right answers in a row. */
export const CLEARED = 2;

const DAY = 86_400_000;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/u;

export const empty = () => ({ version: VERSION, items: {} });

/** The day `days` after `day`. */
export function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The memory after one answer.
 * @param {object} memory
 * @param {{id: string, right: boolean, page: string, stem: string}} answer
 * @param {string} day
 */
export function remember(memory, { id, right, page, stem }, day) {
  const before = Object.hasOwn(memory.items, id) ? memory.items[id] : { tries: 0, wrong: 0, streak: 0 };
  const streak = right ? before.streak + 1 : 0;
  const item = {
    tries: before.tries + 1,
    wrong: before.wrong + (right ? 0 : 1),
    streak,
    last: day,
    due: addDays(day, INTERVALS[Math.min(streak, INTERVALS.length - 1)]),
    page,
    stem,
  };
  return { version: VERSION, items: { ...memory.items, [id]: item } };
}

/** Whether an item stands in the wrong-answer book. */
export const isWrong = (item) => item.wrong > 0 && item.streak < CLEARED;

/** Whether an item of the wrong-answer book should be seen again by `day`. */
export const isDue = (item, day) => isWrong(item) && item.due <= day;

/** `{seen, wrong, due}`: numbers of items. */
export function counts(memory, day) {
  const items = Object.values(memory.items);
  return { seen: items.length, wrong: items.filter(isWrong).length, due: items.filter((item) => isDue(item, day)).length };
}

/** The wrong-answer book by page: `[{page, items: [{id, stem, due, …}]}]`, the page with most first, items by day. */
export function book(memory) {
  const pages = new Map();
  for (const [id, item] of Object.entries(memory.items)) {
    if (isWrong(item)) pages.set(item.page, [...(pages.get(item.page) ?? []), { id, ...item }]);
  }
  const byDay = (a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1);
  const rows = [...pages].map(([page, items]) => ({ page, items: items.sort(byDay) }));
  return rows.sort((a, b) => b.items.length - a.items.length || (a.page < b.page ? -1 : 1));
}

/** How the items last went: id -> right or not, for those of `ids` that were answered. */
export function lastResults(memory, ids) {
  return Object.fromEntries(ids.filter((id) => Object.hasOwn(memory.items, id)).map((id) => [id, memory.items[id].streak > 0]));
}

/** The memory as the text of a file; same memory, same text. */
export function exportText(memory) {
  const items = Object.fromEntries(Object.entries(memory.items).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: "pufa-memory", version: VERSION, items }, null, 1)}\n`;
}

/**
 * A memory from the text of a file.
 * @throws {Error} with a message for the reader, when it is not such a file
 */
export function importText(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error("这个文件读不出来，请选择从本站导出的进度文件。");
  }
  if (data?.format !== "pufa-memory" || typeof data.items !== "object" || data.items === null) throw new Error("这不是本站导出的进度文件。");
  if (data.version !== VERSION) throw new Error("这个进度文件来自别的版本，无法读入。");
  const items = Object.entries(data.items);
  const bad = items.filter(([, item]) => !isItem(item)).length;
  if (bad > 0) throw new Error(`进度文件里有 ${bad} 条记录不完整，没有读入。`);
  return { version: VERSION, items: Object.fromEntries(items.map(([id, item]) => [id, pick(item)])) };
}

/** Two memories as one: of an item in both, the later record counts; of the same day, the one with more tries. */
export function merge(mine, other) {
  const items = { ...mine.items };
  let changed = 0;
  for (const [id, item] of Object.entries(other.items)) {
    const old = Object.hasOwn(items, id) ? items[id] : null;
    if (old && (old.last > item.last || (old.last === item.last && old.tries >= item.tries))) continue;
    items[id] = item;
    changed++;
  }
  return { memory: { version: VERSION, items }, changed };
}

/** A memory from storage: anything that is not one is dropped. */
export function fromStorage(value) {
  if (value?.version !== VERSION || typeof value.items !== "object" || value.items === null) return empty();
  return { version: VERSION, items: Object.fromEntries(Object.entries(value.items).filter(([, item]) => isItem(item))) };
}

function isItem(item) {
  const numbers = [item?.tries, item?.wrong, item?.streak];
  return (
    numbers.every((value) => Number.isInteger(value) && value >= 0) &&
    IS_DAY.test(item.last) &&
    IS_DAY.test(item.due) &&
    typeof item.stem === "string" &&
    isPage(item.page)
  );
}

/** An address below the site's root, so that a file from elsewhere cannot lead out of the site. */
const isPage = (page) => typeof page === "string" && /^(?:[\w.-]+\/)*$/u.test(page) && !page.includes("..");

const pick = ({ tries, wrong, streak, last, due, page, stem }) => ({ tries, wrong, streak, last, due, page, stem });
