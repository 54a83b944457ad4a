/** Workbooks (xlsx), read part by part: the twin of generator/reading/spreadsheet.py, with the browser's own reader of XML. */

import { DAY } from "../days.js";
import { halfEven } from "../figures.js";
import { formatDecimal } from "../numerals.js";
import { MAX_COLUMNS, MAX_ROWS, LONGEST_CELL, TOO_LARGE, Unreadable } from "./rows.js";
import { unzipped } from "./unzip.js";

/** Excel keeps fifteen digits of a number; what is longer was changed already when it was saved. */
const EXACT = 10 ** 15;
/** More empty rows on end than these are told as one. */
const GAP = 20;
const AGAIN = "用 Excel 或 WPS 打开，另存为 xlsx 再来。";
const FORMULA = ["这一格是公式，没有读", "把公式换成它的结果（选择性粘贴为值）。"];
const CHANGED = ["数字超过 15 位，Excel 已改动末尾的数", "这一列的格式设为“文本”，重新填写。"];
const REFERENCE = /^([A-Za-z]{1,3})(\d{1,7})$/u;
/** ="0012": a formula that only keeps Excel from making a number of a text. */
const TEXT_FORMULA = /^\s*"((?:[^"]|"")*)"\s*$/u;
/** Formats that Excel knows by number: days and times, those of the Chinese Excel among them, and percentages. */
const isDay = (id) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isPercent = (id) => id === 9 || id === 10;
/** What a format code holds besides its signs: words in quotes, colours and countries. */
const ASIDE = /".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]/gu;

/**
 * The visible sheets in the order of their tabs: `{title, rows: [[number, cells]], empty: numbers, faults: Map("row:column" -> [message, hint])}`.
 * @param {Uint8Array} bytes @param {(text: string) => string} plain
 * @throws {Unreadable}
 */
export async function readSpreadsheet(bytes, plain) {
  const book = new Book(unzipped(bytes), plain);
  await book.open();
  return book.sheets();
}

const own = (element, name) => [...element.attributes].find((one) => one.localName === name)?.value ?? "";
const named = (root, name) => [...root.getElementsByTagNameNS("*", name)];
const whole = (text) => (/^\d{1,9}$/u.test(text) ? Number(text) : 0);

function xmlOf(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const mark = { "ÿþ": "utf-16le", "þÿ": "utf-16be" }[head.slice(0, 2)];
  const told = /^[^>]*encoding=["']([\w-]+)["']/u.exec(head)?.[1];
  let text;
  try {
    text = new TextDecoder(mark ?? told ?? "utf-8").decode(bytes);
  } catch {
    text = new TextDecoder().decode(bytes);
  }
  const found = new DOMParser().parseFromString(text, "application/xml");
  if (found.getElementsByTagName("parsererror").length > 0) throw new Unreadable("xlsx 已经损坏", AGAIN);
  return found;
}

class Book {
  constructor(parts, plain) {
    this.parts = parts;
    this.plain = plain;
    this.names = new Map(parts.names.map((name) => [name.toLowerCase().replace(/^\/+/u, ""), name]));
  }

  has(part) {
    return this.names.has(part.toLowerCase());
  }

  async xml(part) {
    return xmlOf(await this.parts.read(this.names.get(part.toLowerCase())));
  }

  async open() {
    this.main = await this.mainPart();
    this.related = new Map((await this.relations(this.main)).map(([id, kind, where]) => [id, [kind, where]]));
    const strings = this.part("sharedStrings");
    this.strings = strings ? named(await this.xml(strings), "si").map(textOf) : [];
    this.formats = await this.styles();
  }

  async mainPart() {
    const found = (await this.relations("")).find(([, kind, where]) => kind === "officeDocument" && this.has(where));
    if (found) return found[2];
    if (this.has("xl/workbook.xml")) return "xl/workbook.xml";
    if (this.has("xl/workbook.bin")) throw new Unreadable("这是 xlsb，不是 xlsx", AGAIN);
    if (this.has("mimetype") || this.has("content.xml")) throw new Unreadable("这是 ods，不是 xlsx", AGAIN);
    throw new Unreadable("这不是 xlsx，或者已经损坏", AGAIN);
  }

  /** Id, kind and target of what a part refers to. */
  async relations(part) {
    const at = part.lastIndexOf("/") + 1;
    const listed = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
    if (!this.has(listed)) return [];
    return named(await this.xml(listed), "Relationship").map((element) => {
      const target = own(element, "Target");
      const where = target.startsWith("/") ? target.replace(/^\/+/u, "") : joined(part.slice(0, at), target);
      if (where.toLowerCase() === "xl/workbook.bin") throw new Unreadable("这是 xlsb，不是 xlsx", AGAIN);
      return [own(element, "Id"), own(element, "Type").split("/").pop(), where];
    });
  }

  part(kind) {
    return [...this.related.values()].find(([one, where]) => one === kind && this.has(where))?.[1];
  }

  /** For each style of cells: `date`, `%` or nothing. */
  async styles() {
    const part = this.part("styles");
    if (!part) return [];
    const root = await this.xml(part);
    const custom = new Map(named(root, "numFmt").map((one) => [whole(own(one, "numFmtId")), own(one, "formatCode")]));
    const listed = named(root, "cellXfs").pop();
    return listed ? [...listed.children].map((style) => shows(whole(own(style, "numFmtId")), custom)) : [];
  }

  async sheets() {
    const root = await this.xml(this.main);
    const from1904 = named(root, "workbookPr").some((one) => ["1", "true"].includes(own(one, "date1904").toLowerCase()));
    this.epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    const found = [];
    for (const element of named(root, "sheet")) {
      const [kind, part] = this.related.get(own(element, "id")) ?? ["", ""];
      if (["", "visible"].includes(own(element, "state")) && kind === "worksheet" && this.has(part)) found.push(this.sheet(own(element, "name"), await this.xml(part)));
    }
    if (found.length === 0) throw new Unreadable("没有可以看见的工作表", AGAIN);
    return found;
  }

  sheet(title, root) {
    const sheet = { title, rows: [], empty: [], faults: new Map() };
    let last = 0;
    for (const row of named(root, "row")) {
      last = whole(own(row, "r")) || last + 1;
      const cells = this.cells(row, last, sheet);
      if (cells.length > 0) {
        const before = sheet.rows.at(-1)?.[0] ?? last;
        const end = last - before > GAP ? before + 2 : last;
        for (let number = before + 1; number < end; number++) sheet.empty.push(number);
        sheet.rows.push([last, cells]);
      }
      if (sheet.rows.length > MAX_ROWS || cells.length > MAX_COLUMNS) throw new Unreadable(TOO_LARGE);
    }
    merged(sheet, named(root, "mergeCell").flatMap((one) => downward(own(one, "ref"))));
    return sheet;
  }

  cells(row, number, sheet) {
    const cells = [];
    let column = 0;
    for (const cell of row.children) {
      column = columnOf(cell.getAttribute("r"), column + 1);
      if (cell.children.length === 0) continue;
      const text = this.cell(cell, [number, column], sheet.faults);
      if (!text) continue;
      if (column > MAX_COLUMNS) throw new Unreadable(TOO_LARGE);
      while (cells.length < column - 1) cells.push("");
      cells.length = column - 1;
      cells.push(text);
    }
    return cells;
  }

  cell(cell, at, faults) {
    let value = "";
    for (const child of cell.children) {
      if (child.localName === "v") value = child.textContent;
      else if (child.localName === "is") return this.plain(textOf(child));
      else if (child.localName === "f") {
        const guarded = TEXT_FORMULA.exec(child.textContent);
        if (!guarded) faults.set(at.join(":"), FORMULA);
        return guarded ? this.plain(`="${guarded[1]}"`) : "";
      }
    }
    return value ? this.value(value, cell.getAttribute("t") ?? "n", cell.getAttribute("s") ?? "", at, faults) : "";
  }

  value(value, kind, style, at, faults) {
    if (kind === "s") {
      const text = /^\d+$/u.test(value) ? this.strings[Number(value)] : undefined;
      if (text === undefined) throw new Unreadable(`第 ${at[0]} 行有一格的文字不在文件里，xlsx 已经损坏`, AGAIN);
      return this.plain(text);
    }
    if (kind === "n") return this.number(value, style, at, faults);
    if (kind === "b") return ["1", "true"].includes(value.trim()) ? "TRUE" : "FALSE";
    if (value.length > LONGEST_CELL) throw new Unreadable(`第 ${at[0]} 行有一格超过 32,767 字`, "删去那一格的内容。");
    return this.plain(value);
  }

  /** The number as the cell shows it: 3, 0.5, 5% where the cell holds 0.05 as a percentage, a day where it is one. */
  number(value, style, at, faults) {
    const shown = /^\d+$/u.test(style) ? (this.formats[Number(style)] ?? "") : "";
    if (!shown && /^-?\d{1,15}$/u.test(value)) return value;
    const figure = Number(value.trim() || Number.NaN);
    if (Number.isNaN(figure)) throw new Unreadable("文件读不了，或者已经损坏（ValueError）");
    if (shown === "date") return moment(figure, this.epoch);
    if (Math.abs(figure) >= EXACT) {
      faults.set(at.join(":"), CHANGED);
      return "";
    }
    return shown ? `${decimal(figure, 2)}%` : decimal(figure, 0);
  }
}

/** A path from a folder, without its dots. */
function joined(folder, target) {
  const found = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") found.pop();
    else if (step !== "" && step !== ".") found.push(step);
  }
  return found.join("/");
}

/** The text of a shared or inline string: its runs, without the readings that stand above characters. */
function textOf(element) {
  const text = named(element, "t").filter((one) => one.parentNode.localName !== "rPh").map((one) => one.textContent).join("");
  if (text.length > LONGEST_CELL) throw new Unreadable("有一格超过 32,767 字", "删去那一格的内容。");
  return text;
}

function shows(id, custom) {
  const code = custom.get(id);
  if (!code) return isDay(id) ? "date" : isPercent(id) ? "%" : "";
  const signs = code.split(";")[0].replace(ASIDE, "");
  if (isDay(id) && id >= 27 && id !== 45 && id !== 46 && id !== 47) return "date";
  return /(?<![_\\])[dmhys]/iu.test(signs) ? "date" : code.includes("%") ? "%" : "";
}

/** A number in plain digits, moved by so many places: 0.05 by two is 5. */
function decimal(figure, places) {
  const [, sign, units, part = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(figure));
  const scale = part.length - Number(power) - places;
  const value = BigInt(units + part) * 10n ** BigInt(Math.max(-scale, 0));
  const text = formatDecimal({ value, scale: Math.max(scale, 0) });
  return text === "0" ? text : sign + text;
}

const two = (number) => String(number).padStart(2, "0");

/** 2026年3月1日, with the time where there is one; a time alone as 00:30:00. */
function moment(figure, epoch) {
  const days = Math.floor(figure);
  const rest = halfEven((figure - days) * DAY);
  const early = figure > 0 && figure < 60 && epoch === Date.UTC(1899, 11, 30) ? 1 : 0;
  const found = new Date(epoch + (days + early) * DAY + rest);
  if (figure >= 0 && figure < 1 && rest < DAY) {
    const clock = `${two(found.getUTCHours())}:${two(found.getUTCMinutes())}:${two(found.getUTCSeconds())}`;
    return found.getUTCMilliseconds() ? `${clock}.${String(found.getUTCMilliseconds()).padStart(3, "0")}000` : clock;
  }
  const year = found.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return decimal(figure, 0);
  const day = `${year}年${found.getUTCMonth() + 1}月${found.getUTCDate()}日`;
  return figure % 1 ? `${day} ${two(found.getUTCHours())}:${two(found.getUTCMinutes())}:${two(found.getUTCSeconds())}` : day;
}

function columnOf(reference, following) {
  const found = reference ? REFERENCE.exec(reference) : null;
  return found ? [...found[1].toUpperCase()].reduce((column, mark) => column * 26 + mark.charCodeAt(0) - 64, 0) : following;
}

/** Column, first and last row of a merge within one column: its text holds for every row of it. */
function downward(reference) {
  const [begins, ends] = reference.split(":").map((one) => REFERENCE.exec(one));
  return begins && ends && begins[1] === ends[1] ? [[columnOf(begins[0], 0), Number(begins[2]), Number(ends[2])]] : [];
}

/** Writes the text of a merged cell into each of its rows that hold anything. */
function merged(sheet, merges) {
  const rows = new Map(sheet.rows);
  for (const [column, first, last] of merges) {
    const text = rows.get(first)?.[column - 1];
    if (!text) continue;
    for (const [number, cells] of sheet.rows) {
      if (number <= first || number > last) continue;
      while (cells.length < column) cells.push("");
      cells[column - 1] = text;
    }
  }
}
