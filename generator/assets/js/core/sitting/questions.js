/**
 * Which column answers which question, by the stem where the head tells one and by the number only where none does: the twin of
 * generator/sitting/questions.py.  Nothing is guessed; a table that does not fit is not marked.
 */

import { headWords, squeezed } from "./heads.js";
import { inLetters, optionsTold, readCell, Unclear } from "./cells.js";
import { firstOf, longestOf } from "./key.js";
import { face, FEWEST, Stems } from "./stems.js";

const SHOWN = 24;
const TRIED = 60;
const UNMARKED = "这张表一题也没有评。";
const BY_NUMBER = "题号要与卷面一致，从第 1 题起；平台把姓名、单位也编了号的，导出时选带题干的（按文本），或者改好题号再来。";

/** The columns of the questions: `items` id -> column where stems told, else `numbers` number -> column. */
class Answered {
  constructor({ items = new Map(), numbers = new Map(), heads }) {
    Object.assign(this, { items, numbers, heads });
  }

  /** The column that answers an item; undefined where there is none. */
  column(item) {
    return this.items.size > 0 ? this.items.get(item.id) : this.numbers.get(item.number);
  }

  get columns() {
    return [...this.items.values(), ...this.numbers.values()];
  }

  /** Items of a form and a row's cells, beside one another: by number, or as the columns stand where stems told them. */
  inOrder(items, cells) {
    if (this.items.size === 0) {
      const last = Math.max(...this.numbers.keys());
      return [items, Array.from({ length: last }, (_, at) => (this.numbers.has(at + 1) ? cells[this.numbers.get(at + 1)] : ""))];
    }
    const told = items.filter(({ id }) => this.items.has(id)).sort((a, b) => this.items.get(a.id) - this.items.get(b.id));
    return [told, told.map(({ id }) => cells[this.items.get(id)])];
  }
}

/**
 * Assigns columns to questions.
 * @param {Map<number, object>} heads column -> head, of the columns that may be questions
 * @param {Map<number, number>} taken number -> column, of heads that bear a number and are no question
 * @returns {Answered|null} null, with an E503, where the table is not to be marked
 */
export function answered(table, heads, taken, keys, problems) {
  const some = (test) => new Map([...heads].filter(([, head]) => test(head)));
  const numbered = some(({ number }) => number !== null);
  const told = some(({ text }) => face(text).length >= FEWEST);
  const items = new Map([...keys.forms.values()].flatMap((key) => key.items.map((item) => [item.id, item])));
  const both = [...told.keys()].filter((column) => numbered.has(column));
  const found = new Matching(table, told, items, problems);
  if (found.places.size === 0 && both.length === 0) {
    const unread = [...heads].filter(([, { number }]) => number === null).map(([column]) => column);
    return byNumber({ table, heads: numbered, taken, unread, keys, problems });
  }
  if (found.places.size === 0) {
    const column = Math.min(...both);
    problems.error(table.head(column), "E503", `列名里的题干和卷上的题一道也对不上，例如“${cut(told.get(column).text)}”；${UNMARKED}`, "核对是不是别的卷的答卷，--papers 指的是不是这一次的试卷。");
    return null;
  }
  const untold = [...numbered].filter(([column]) => !told.has(column));
  const isField = ([, { text }]) => face(text) !== "";
  found.fields = untold.filter(isField).map(([column]) => column);
  return found.answered(new Map(untold.filter((one) => !isField(one))), keys);
}

/** Columns whose heads tell a stem, held against the items of a paper. */
class Matching {
  constructor(table, told, items, problems) {
    Object.assign(this, { table, told, items, problems, bare: new Map(), fields: [] });
    const stems = new Stems([...items.values()]);
    this.places = new Map([...told].map(([column, head]) => [column, stems.find(head.text)]).filter(([, ids]) => ids.length > 0));
  }

  /** @param {Map<number, object>} bare columns that bear a number and no stem */
  answered(bare, keys) {
    this.bare = bare;
    const single = keys.forms.size === 1 ? firstOf(keys) : null;
    const chosen = new Map([...this.places].filter(([, ids]) => ids.length === 1).map(([column, [id]]) => [column, id]));
    const numbered = [...chosen].filter(([column]) => this.told.get(column).number);
    const shifts = new Set(numbered.map(([column, id]) => this.told.get(column).number - this.items.get(id).number));
    const shift = single && shifts.size === 1 ? [...shifts][0] : null;
    for (const [column, ids] of this.places) {
      if (ids.length > 1) chosen.set(column, this.oneOf(column, ids, shift, new Set(chosen.values())));
    }
    if (!this.isSingle(chosen)) return null;
    const apart = "这一列只有题号，别的列有题干，两种对不起来";
    for (const [column, head] of single ? bare : []) {
      const id = shift === null ? undefined : single.items.find(({ number }) => number === (head.number || 0) - shift)?.id;
      if (id === undefined || [...chosen.values()].includes(id)) return this.refuse(column, apart);
      chosen.set(column, id);
    }
    if (!single && bare.size > 0) return this.refuse(Math.min(...bare.keys()), apart);
    return this.whole(chosen, keys);
  }

  /** Of items whose stems begin alike: the one whose options the answers tell, or that stands where the others do. */
  oneOf(column, ids, shift, used) {
    const free = ids.filter((id) => !used.has(id));
    const left = free.length > 0 ? free : ids;
    const texts = new Set(this.table.lines.slice(0, TRIED).map(({ cells }) => cells[column]).filter(Boolean));
    const scores = left.map((id) => [...texts].filter((text) => optionsTold(text, this.items.get(id))).length);
    const best = Math.max(...scores);
    if (best > 0 && scores.filter((score) => score === best).length === 1) return left[scores.indexOf(best)];
    const { number } = this.told.get(column);
    const placed = left.find((id) => shift !== null && number && this.items.get(id).number === number - shift);
    return placed ?? (left.length === 1 ? left[0] : "");
  }

  /** Whether every column has one item and no item two columns. */
  isSingle(chosen) {
    const seen = new Map();
    for (const [column, id] of [...chosen].sort(([a], [b]) => a - b)) {
      if (!id) return this.refuse(column, "列名里的题干与卷上的几道题开头都相同，分不出是哪一道");
      if (seen.has(id)) return this.refuse(column, `这一列和第 ${seen.get(id) + 1} 列是同一道题（卷上第 ${this.items.get(id).number} 题）`);
      seen.set(id, column);
    }
    return true;
  }

  /** What is left over: a stem that fits nothing, while a question has no column, is a paper that was changed. */
  whole(chosen, keys) {
    const have = new Set(chosen.values());
    const lacking = [...keys.forms.values()].map((key) => key.items.filter(({ id }) => !have.has(id)));
    const missing = lacking.reduce((least, one) => (one.length < least.length ? one : least));
    const [strange] = [...[...this.told].filter(([column, head]) => !chosen.has(column) && head.number !== null).map(([column]) => column), ...this.fields];
    if (missing.length > 0 && strange !== undefined) return this.refuse(strange, `列名里的题干和卷上哪一题都对不上，而卷上第 ${missing[0].number} 题没有列`);
    if (missing.length > 0 && !tellMissing(this.table, missing.map(({ number }) => number), have.size + missing.length, this.problems)) return null;
    return new Answered({ items: new Map([...chosen].map(([column, id]) => [id, column])), heads: new Map([...this.told, ...this.bare]) });
  }

  refuse(column, seen) {
    this.problems.error(this.table.head(column), "E503", `“${cut(this.table.header[column])}”：${seen}；${UNMARKED}`, "核对平台上的题和卷面是不是一致；改好列名再来。");
    return null;
  }
}

/** By number alone; one that is not on the paper, or stands twice, says that the numbers are the platform's own. */
function byNumber({ table, heads, taken, unread, keys, problems }) {
  const found = new Map();
  const last = longestOf(keys);
  let whole = true;
  const refuse = (column, message) => {
    problems.error(table.head(column), "E503", `${message}；${UNMARKED}`, BY_NUMBER);
    whole = false;
  };
  for (const [column, { number }] of [...heads].sort(([a], [b]) => a - b)) {
    if (number < 1 || number > last) refuse(column, `卷里没有第 ${number} 题，最后一题是第 ${last} 题`);
    else if (found.has(number)) refuse(column, `第 ${number} 题有两列，另一列是第 ${found.get(number) + 1} 列`);
    else found.set(number, column);
  }
  for (const [number, column] of taken) {
    if (whole && number <= last && !found.has(number)) refuse(column, `第 ${number} 号是“${cut(table.header[column])}”，不是题：题号是平台自己编的，和卷面错开了`);
  }
  if (found.size === 0 && whole) problems.error(table.head(), "E503", "表头里没有题号", "每题一列，列名写题号：1、2、3……");
  if (found.size === 0 || !whole) return null;
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !found.has(number));
  const lacking = [...keys.forms.values()].flatMap((key) => key.items.filter(({ number }) => missing.includes(number)));
  const strange = unread.find((column) => holdsAnswers(table, column, lacking));
  if (strange !== undefined) {
    const message = `“${cut(table.header[strange])}”下面像是答案，看不出是哪一题，而卷上第 ${missing[0]} 题没有列；${UNMARKED}`;
    problems.error(table.head(strange), "E503", message, "列名写题号：1、2、3……；不是答案的，删去这一列。");
    return null;
  }
  if (missing.length > 0 && !tellMissing(table, missing, last, problems)) return null;
  return new Answered({ numbers: found, heads });
}

/** Whether all that stands in a column, for most people, can be the answer to one of the items that are chosen from. */
function holdsAnswers(table, column, items) {
  const lines = table.lines.slice(0, TRIED);
  const texts = lines.map(({ cells }) => cells[column]).filter(Boolean);
  const reads = (item) => {
    try {
      return texts.every((text) => readCell(inLetters(text, item), item).length > 0);
    } catch (error) {
      if (error instanceof Unclear) return false;
      throw error;
    }
  };
  return 2 * texts.length > lines.length && items.some((item) => item.type.choosing && reads(item));
}

/** An E503 for questions without a column; whether the others of `count` are to be marked, these counting as not answered. */
function tellMissing(table, numbers, count, problems) {
  if (2 * numbers.length > count) {
    problems.error(table.head(), "E503", `${count} 道题里只有 ${count - numbers.length} 道有列；${UNMARKED}`, "每题一列，列名写题号：1、2、3……；一人一行。");
    return false;
  }
  const named = numbers.slice(0, 20).join("、") + (numbers.length > 20 ? " 等" : "");
  problems.error(table.head(), "E503", `缺少第 ${named} 题的列，共 ${numbers.length} 列；这些题都按没有作答算`, "补上这些列，再评一次。");
  return true;
}

/** Numbers that heads of people's fields bear: `1、您的姓名` is 1. @returns {Map<number, number>} */
export function takenNumbers(table, columns, read) {
  const known = columns.filter((column) => (read.get(column)?.number ?? null) !== null && headWords(table.header[column]).size > 0);
  return new Map(known.map((column) => [read.get(column).number, column]));
}

function cut(text) {
  const plain = [...squeezed(text)];
  return plain.length <= SHOWN ? plain.join("") : `${plain.slice(0, SHOWN).join("")}…`;
}
