/** The rows of answer tables held against the keys: the twin of generator/sitting/marker.py. */

import { percent } from "../figures.js";
import { isEmpty, shareOf } from "../given.js";
import { round } from "../marking.js";
import { tellApart } from "./apart.js";
import { inLetters, readCell, Unclear } from "./cells.js";
import { findColumns, formsSat, usedColumns } from "./columns.js";
import { squeezed } from "./heads.js";
import { firstOf, formOf } from "./key.js";
import { absentWords, alike, isNumbered, nobody, nothingSaid, secondsOf } from "./people.js";
import { pointsStand, readPoints } from "./pointed.js";
import { placeOf } from "./problems.js";
import { faulty, ROWS, share, shifted, strange } from "./shift.js";

const LONGEST = 60;
const UNMARKED = "这张表一题也没有评";
const IN_POWERS = /^\d(?:\.\d+)?[Ee]\+?\d+$/u;
/** `alone`: points were told and no answer. */
const NO_ANSWER = { given: [], points: 0, right: false, fault: "", chosen: 0, alone: false };

/**
 * Marks every row of every table.
 * @param {object[]} tables @param {{forms: Map, drawn: boolean}} keys
 * @param {{words: object, problems: object, half: "exact"|"whole"}} by
 * @returns {{keys: object, half: string, candidates: object[]}} candidates in the order of the tables: number, name, unit, key, marks,
 *   score, absent, seconds
 */
export function markTables(tables, keys, { words, problems, half = "exact" }) {
  const marker = new Marker(keys, words, problems, half);
  return { keys, half, candidates: tables.flatMap((table) => marker.candidates(table)) };
}

class Marker {
  constructor(keys, words, problems, half) {
    Object.assign(this, { keys, words, problems, half });
    this.seen = new Map();
    this.numbers = new Set();
    this.known = new Map();
  }

  candidates(table) {
    const columns = findColumns(this.words, table, this.keys, this.problems);
    for (const line of table.empty) this.problems.warning({ file: table.name, line }, "E504", "空行，没有读", "删去空行。");
    if (columns === null) return [];
    const numbered = isNumbered(table.lines, columns);
    const people = table.lines.filter((line) => !this.isSkipped(table, columns, line, numbered));
    const keyOf = (_, line) => this.key(columns, line);
    const byPoints = columns.points || pointsStand(this.words, columns, people, keyOf);
    const check = byPoints ? null : (item, text) => this.check(item, text);
    const sat = formsSat(table, columns.form, this.keys);
    if (tellApart(table, columns.questions, people, sat, check, this.problems)) return [];
    if (!byPoints && this.isAstray(table, columns, people)) return [];
    table.tellFaults(usedColumns(columns), this.problems);
    return people.flatMap((line) => {
      const key = this.form(table, columns, line);
      const found = key && this.candidate({ table, columns, byPoints }, line, key);
      return found ? [found] : [];
    });
  }

  /** Rows that are nobody's: averages, notes, remarks; told, and left out. */
  isSkipped(table, columns, line, numbered) {
    const why = nobody(this.words, line, columns, table.header, numbered);
    if (why) this.problems.warning(table.place(line, 0), "E504", `这一行不是考生（${why}），没有评`, "确实不是考生就不用管。");
    return why !== "";
  }

  key(columns, line) {
    return formOf(this.keys, cell(line, columns.form), line.cells[columns.number]);
  }

  /** Whether the answers fit the questions far better when moved, or not at all; then nothing of the table is marked. */
  isAstray(table, columns, people) {
    const lines = people.slice(0, ROWS).filter((line) => this.key(columns, line));
    const rows = lines.map((line) => columns.questions.inOrder(this.key(columns, line).items, line.cells));
    const check = (item, text) => this.check(item, text);
    const hint = "核对题号与卷面是不是一致，列有没有错位；平台导出时选带题干的（按文本），就不会错。";
    const found = shifted(rows, check);
    if (found) {
      this.problems.error(table.head(Math.min(...columns.questions.columns)), "E503", `${explained(found)}；${UNMARKED}`, hint);
      return true;
    }
    const places = strange(rows, check);
    if (places.length === 0) return false;
    const wrong = ([items, texts]) => places.find((place) => items[place] && texts[place] && !check(items[place], texts[place])[0]);
    const at = rows.findIndex((row) => wrong(row) !== undefined);
    const [items, texts] = rows[at];
    const place = wrong(rows[at]);
    const message = `有 ${places.length} 题的列里多半不是这一题的答案，例如第 ${items[place].number} 题的列里是“${texts[place].slice(0, 20)}”：答案和题目对不起来；${UNMARKED}`;
    this.problems.error(table.place(lines[at], columns.questions.column(items[place])), "E503", message, `${hint}没有错位、只是写法看不懂的，先改写法。`);
    return true;
  }

  /** Whether a cell can be read, and whether it is right. */
  check(item, text) {
    const mark = this.mark(item, text, firstOf(this.keys));
    return [!mark.fault, mark.right];
  }

  /** Whether one person's answers, several of which can't be read, fit far better when moved; then the row is not marked. */
  isRowAstray({ table, columns }, line, key) {
    const found = shifted([columns.questions.inOrder(key.items, line.cells)], (item, text) => this.check(item, text));
    if (!found || found.there.right <= found.here.right) return false;
    const hint = "对照原卷，看是不是漏填了一格、后面的都挪了位；改好再评。";
    this.problems.error(table.place(line, columns.number), "E504", `这一行的${explained(found)}；这一行没有评`, hint);
    return true;
  }

  /** The form that a row is an answer to; null, with a Problem, where the row can't be marked. */
  form(table, columns, line) {
    const number = line.cells[columns.number];
    const at = table.place(line, columns.number);
    const written = cell(line, columns.form);
    const key = formOf(this.keys, written, number);
    const identity = columns.running ? `${number}\0${nameOf(line, columns)}` : number;
    const first = this.seen.get(identity);
    const what = columns.names.includes(columns.number) ? "姓名" : "考号";
    const beyond = { file: table.name, line: line.number, column: table.header.length + 1 };
    const faults = [
      [!number, at, `没有${what}，这一行没有评`, `补上${what}。`],
      [IN_POWERS.test(number), at, `考号“${number}”被 Excel 改成了科学记数`, "考号一列设为文本再填。"],
      [number.length > LONGEST, at, `${what}超过 ${LONGEST} 个字`, "核对列是不是错位了。"],
      [first, at, `${what}“${number}”重复（首见 ${first}），只评第一份`, `删去多余的一份，或者改正${what}；是补考的，用 --retake 另给。`],
      [line.beyond > 0, beyond, `比表头多出 ${line.beyond} 格，列错了位，这一行没有评`, "答案里有逗号的，整格加英文双引号，或者只写字母：ABD。"],
      [!key, table.place(line, columns.form ?? columns.number), this.noForm(written, number), "核对卷别。"],
    ];
    for (const [wrong, place, message, hint] of faults) {
      if (!wrong) continue;
      this.problems.error(place, "E504", message, hint);
      return null;
    }
    this.seen.set(identity, placeOf(at));
    return key;
  }

  noForm(written, number) {
    if (this.keys.drawn) return `没有考号“${written || number}”的卷，这一行没有评`;
    const names = [...this.keys.forms.keys()].join("、");
    return written ? `没有“${written}”卷，只有 ${names}` : `没有写卷别，不知道是 ${names} 中的哪一份`;
  }

  candidate(marking, line, key) {
    const { table, columns } = marking;
    const said = absentWords(this.words, line, columns);
    let marks = key.items.map((item) => {
      const column = columns.questions.column(item);
      if (column === undefined) return NO_ANSWER;
      return this.read(marking, column, item, line.cells[column], key);
    });
    const faults = key.items.map((item, place) => [item, marks[place]]).filter(([, { fault }]) => fault);
    if (faults.length > 1 && !marking.byPoints && this.isRowAstray(marking, line, key)) return null;
    for (const [item, { fault }] of faults) {
      this.problems.error(table.place(line, columns.questions.column(item)), "E504", `第 ${item.number} 题：${fault}`, "按没有作答算；对照原卷改正后再评。");
    }
    const absent = marks.every((mark) => isEmpty(mark.given) && !mark.fault) || alike(this.words, line, columns);
    if (absent) marks = marks.map(() => NO_ANSWER);
    const at = table.place(line, columns.number);
    if (said && !absent) this.problems.error(at, "E504", `表里写着“${said}”，却有答案；照答案评了`, "核对这个人有没有参考。");
    else if (absent && !said) this.problems.warning(at, "E504", "一题也没有作答，按缺考记，不进统计", "确实缺考就不用管。");
    else if (!absent) this.ungraded(marking, line, key, marks);
    const [number, name] = this.called(columns, line);
    const score = round(marks.reduce((sum, { points }) => sum + points, 0));
    const seconds = columns.time === undefined ? null : secondsOf(line.cells[columns.time]);
    return { number, name, unit: cell(line, columns.unit).slice(0, LONGEST), key, marks, score, absent, seconds, passed: !absent && score >= key.pass_mark };
  }

  /** What a person marks and gave no points for, not even 0, may have been forgotten. */
  ungraded({ table, columns }, line, key, marks) {
    key.items.forEach((item, place) => {
      const column = columns.questions.column(item);
      if (item.type.marked || column === undefined || !isEmpty(marks[place].given) || marks[place].fault) return;
      this.problems.warning(table.place(line, column), "E504", `第 ${item.number} 题（${this.words.types[item.typeId].short}）没有填分数，按 0 分算`, "没有得分也写 0。");
    });
  }

  /** Number and name; where a running number is another's already, the name stands for it. */
  called(columns, line) {
    const name = nameOf(line, columns).slice(0, LONGEST);
    let number = line.cells[columns.number];
    if (columns.running && this.numbers.has(number) && name) number = name;
    this.numbers.add(number);
    return [number, name];
  }

  read({ columns, byPoints }, column, item, text, key) {
    if (!byPoints) return this.mark(item, text, key);
    return told(() => {
      const points = readPoints(this.words, text, item, columns.questions.heads.get(column)?.top ?? null);
      if (points === null) return NO_ANSWER;
      return { ...NO_ANSWER, given: [String(points)], points: round(points), right: Math.abs(points - item.points) < 1e-9, alone: true };
    });
  }

  /** What a cell earns; the same writing for the same question of a form is marked once. */
  mark(item, text, key) {
    const at = `${key.form}\0${item.id}\0${text}`;
    let mark = this.known.get(at);
    if (!mark) this.known.set(at, (mark = told(() => this.marked(item, text, key))));
    return mark;
  }

  marked(item, text, key) {
    const given = nothingSaid(this.words, text) ? [] : readCell(inLetters(text, item), item);
    const chosen = item.type.choosing ? given.reduce((bits, place) => bits | (1 << item.ranks[place]), 0) : 0;
    return { given, points: item.type.points(item, given, key.marking, this.half), right: shareOf(item, given) === 1, fault: "", chosen, alone: false };
  }
}

/** The mark, or one that says why the cell can't be read. */
function told(mark) {
  try {
    return mark();
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    return { ...NO_ANSWER, fault: error.message };
  }
}

/** Where the answers stand, and how far better they fit elsewhere. */
function explained({ offset, start, here, there }) {
  const first = start + 1;
  const [question, column] = offset > 0 ? [first, first + offset] : [first - offset, first];
  const told = (fit) => `${percent(faulty(fit))} 的格子看不懂，${percent(share(fit))} 答对`;
  const moved = `答案和题目${start > 0 ? `从第 ${first} 题起` : ""}像是错开了 ${Math.abs(offset)} 题（第 ${question} 题的答案在第 ${column} 题的列里）`;
  return `${moved}：照现在的题号，${told(here)}；挪回去，${told(there).replace("的格子", "")}`;
}

const cell = (line, column) => (column === undefined ? "" : squeezed(line.cells[column]));
const nameOf = (line, columns) => columns.names.map((column) => cell(line, column)).join("");
