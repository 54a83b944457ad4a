/** Which sheet of a file holds a table, and where in it the table begins: the twin of generator/reading/table.py. */

import { readDelimited } from "./delimited.js";
import { plainer } from "./plain.js";
import { HEADER_ROWS, MAX_COLUMNS, MAX_ROWS, TOO_LARGE, Unreadable } from "./rows.js";
import { readSpreadsheet } from "./spreadsheet.js";

const MAX_BYTES = 50_000_000;
const HINT = "用 Excel 另存为 xlsx，或者“CSV UTF-8（逗号分隔）”。";
/** Cells of a row that are looked at for a header that comes again. */
const FRONT = 12;
/** What stands below the head of a question that has several columns. */
const PART = /^(?:(?:标准|正确|参考|学生|考生|学员|您的|你的|我的)?(?:答案|作答|回答|选项)|得分|分数|对错|结果|满分|分值|用时|是否正确)$/u;
const begins = (bytes, signs) => signs.every((sign, at) => bytes[at] === sign);

/**
 * The tables of a CSV or an xlsx.
 * @param {string} name @param {Uint8Array} bytes
 * @param {import("../sitting/problems.js").Problems} problems E503 where the file can't be read at all, or holds no header
 * @param {(cells: string[]) => boolean} isHeader
 * @returns {Promise<{tables: Table[], done: string}>} one for each header found, and what was done to the cells
 */
export async function readTables(name, bytes, problems, isHeader) {
  const cells = plainer();
  try {
    if (bytes.length > MAX_BYTES) throw new Unreadable(`文件有 ${bytes.length.toLocaleString("en")} 字节，超过 50,000,000`, "分成几份，或者删去用不着的列。");
    const sheets = await sheetsOf(bytes, cells.plain);
    const tables = sheets.flatMap((sheet) => tablesOf(sheets.length > 1 ? `${name}[${sheet.title}]` : name, sheet, isHeader));
    if (tables.length === 0) throw new Unreadable(sheets.some(({ rows }) => rows.length > 0) ? headless(sheets) : "表里没有内容");
    return { tables, done: cells.told() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.error({ file: name }, "E503", error.message, error.hint || HINT);
    return { tables: [], done: "" };
  }
}

function headless(sheets) {
  const where = sheets.length > 1 ? `（看了工作表 ${sheets.map(({ title }) => title).join("、")}）` : "";
  return `前 ${HEADER_ROWS} 行里没有表头：要有“考号”或“姓名”一列${where}`;
}

async function sheetsOf(bytes, plain) {
  if (begins(bytes, [0x50, 0x4b, 3, 4])) return readSpreadsheet(bytes, plain);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable("网页读不了旧的 xls，也读不了加了密码的工作簿", "用 Excel 或 WPS 打开，去掉密码，另存为 xlsx 再来。");
  const sheet = { title: "", rows: [], empty: [], faults: new Map() };
  for (const [number, cells] of readDelimited(bytes, plain)) {
    if (sheet.rows.length >= MAX_ROWS || cells.length > MAX_COLUMNS) throw new Unreadable(TOO_LARGE);
    if (cells.some(Boolean)) sheet.rows.push([number, cells]);
    else sheet.empty.push(number);
  }
  return [sheet];
}

/** Cuts a sheet at its headers. */
function tablesOf(name, sheet, isHeader) {
  const { rows } = sheet;
  const tables = [];
  for (let found = headerOf(rows, sheet.empty, isHeader); found; ) {
    const [first, below, header] = found;
    const marks = new Set(header.filter(Boolean));
    const [mark] = marks;
    let end = below;
    let later = null;
    for (; end < rows.length; end += 1) {
      const front = rows[end][1].slice(0, FRONT);
      // two rows make a header only where the upper begins one: a candidate's row above a header doesn't
      if (front.some((text) => marks.has(text)) && (front.includes(mark) || isHeader(rows[end][1]))) later = headerAt(rows, end, isHeader);
      if (later) break;
    }
    tables.push(new Table(name, header, rows[first][0], rows.slice(below, end), sheet));
    found = later;
  }
  return tables;
}

/** Rows from the first with anything in it to one: a row of a CSV whose cells have line breaks stands many lines further down. */
function above(rows, at, empty) {
  const [[first], [number]] = [rows[0], rows[at]];
  return Math.min(number - first, at + empty.filter((gap) => first < gap && gap < number).length);
}

/** Index of the header's row, of the first row below it, and its cells; a header may take two rows. */
function headerOf(rows, empty, isHeader) {
  const front = rows.slice(0, HEADER_ROWS).filter((_, at) => above(rows, at, empty) <= HEADER_ROWS);
  const one = front.findIndex(([, cells]) => isHeader(cells));
  if (one >= 0) return headerAt(rows, one, isHeader);
  for (let at = 0; at + 1 < front.length; at++) {
    const found = headerAt(rows, at, isHeader);
    if (found) return found;
  }
  return null;
}

/** The header that begins in a row, in that alone or in two; null where none does. */
function headerAt(rows, at, isHeader) {
  const upper = rows[at][1];
  const parted = isHeader(upper) && at + 1 < rows.length ? partedHeader(upper, rows[at + 1][1]) : null;
  if (parted) return [at, at + 2, parted];
  if (isHeader(upper)) return [at, at + 1, upper];
  if (at + 1 >= rows.length) return null;
  const lower = rows[at + 1][1];
  const both = Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => lower[place] || upper[place] || "");
  return isHeader(both) ? [at, at + 2, both] : null;
}

/** A header whose questions have several columns each, told in a row below: 第1题 over 答案 and 得分; null where it is none. */
function partedHeader(upper, lower) {
  const told = lower.filter(Boolean);
  if (told.length < 2 || !told.every((text) => PART.test(text))) return null;
  let above = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
    const [head, part] = [upper[place] ?? "", lower[place] ?? ""];
    above = head || (part ? above : "");
    return part ? `${above}${part}` : head;
  });
}

/** A header and the rows below it: lines are `{number, cells, beyond}`, as wide as the header; columns count from 0. */
class Table {
  constructor(name, header, begins, rows, { empty, faults }) {
    let width = header.length;
    while (width > 0 && !header[width - 1]) width -= 1;
    this.name = name;
    this.header = header.slice(0, width);
    this.begins = begins;
    this.lines = rows.map(([number, cells]) => ({
      number,
      cells: Array.from({ length: width }, (_, place) => cells[place] ?? ""),
      beyond: cells.slice(width).filter(Boolean).length,
    }));
    const last = this.lines.at(-1)?.number ?? begins;
    this.empty = empty.filter((number) => begins < number && number < last);
    this.faults = faults;
  }

  /** Where a cell stands. */
  place(line, column) {
    return { file: this.name, line: line.number, column: column + 1 };
  }

  /** Where the head of a column stands. */
  head(column = 0) {
    return { file: this.name, line: this.begins, column: column + 1 };
  }

  /** Reports, as E504, the cells that can't be taken as they are, in the columns that are used. */
  tellFaults(columns, problems) {
    const used = new Set(columns.map((column) => column + 1));
    const rows = new Set(this.lines.map(({ number }) => number));
    for (const [at, [message, hint]] of this.faults) {
      const [line, column] = at.split(":").map(Number);
      if (used.has(column) && rows.has(line)) problems.error({ file: this.name, line, column }, "E504", message, hint);
    }
  }
}
