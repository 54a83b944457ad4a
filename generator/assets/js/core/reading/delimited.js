/** Tables as text, in the encodings and with the separators that Excel, WPS and platforms write: the twin of generator/reading/delimited.py. */

import { HEADER_ROWS, LONGEST_CELL, Unreadable } from "./rows.js";

/** The comma first: it counts among equals. */
const SEPARATORS = [",", ";", "\t", "，", "|"];
const SEP = /^\ufeff?"?sep=(.)"?[ \t]*(?:[,;\t]*)\r?\n?/iu;
const QUOTED = /(?:^|(?<=[,;\t，|\n]))"(?:[^"]|"")*"/gu;
const WEB = /^\s*<(?:!doctype html|html|table|\?xml|meta|head)/iu;

/** Rows with the number of their last line: `[[number, cells], …]`. @param {Uint8Array} bytes @throws {Unreadable} */
export function readDelimited(bytes, plain) {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (WEB.test(String.fromCharCode(...bytes.slice(start, 200)))) throw new Unreadable("这其实是网页（很多系统导出的 xls 都是），不是表格文件");
  const text = decoded(bytes);
  if (text.includes("\0")) throw new Unreadable("这不是文字表格");
  const told = SEP.exec(text);
  const first = text.split("\n", 1)[0].length + 1;
  if (told && told[0].length === first) return parsed(text.slice(first), told[1], 1, plain);
  return parsed(text, separatorOf(text), 0, plain);
}

/** Cells as Excel writes them: quoted where they hold the separator, quotes doubled, lines inside kept. */
function parsed(text, separator, skipped, plain) {
  const rows = [];
  let [cells, field, line, state] = [[], "", 1, "row"];
  const close = () => {
    if (state !== "row") cells.push(plain(field));
    rows.push([line + skipped, cells]);
    [cells, field, state] = [[], "", "row"];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const ends = sign === "\n" || (sign === "\r" && text[at + 1] !== "\n");
    if (state === "quoted" && sign !== '"') field += sign;
    else if (state === "quoted") state = "closed";
    else if (sign === '"' && state === "closed") [field, state] = [`${field}"`, "quoted"];
    else if (sign === '"' && (state === "row" || state === "cell")) state = "quoted";
    else if (sign === separator) {
      cells.push(plain(field));
      [field, state] = ["", "cell"];
    } else if (ends) close();
    else if (sign !== "\r") [field, state] = [field + sign, "text"];
    if (field.length > LONGEST_CELL) throw new Unreadable(`第 ${line + skipped} 行有一格超过 32,767 字`);
    if (ends) line += 1;
  }
  if (state !== "row") close();
  return rows;
}

/** The mark that the most of the first lines have, and the most of them equally often, quoted parts aside; a comma among equals. */
function separatorOf(text) {
  const lines = text.slice(0, 1_000_000).replace(QUOTED, "").split("\n").slice(0, HEADER_ROWS);
  const above = (one, other) => one.map((value, at) => value - other[at]).find((by) => by !== 0) > 0;
  return SEPARATORS.reduce((best, mark) => (above(counted(lines, mark), counted(lines, best)) ? mark : best));
}

/** How many lines have a mark, how many of them equally many, and how many that are. */
function counted(lines, mark) {
  const counts = lines.map((line) => line.split(mark).length - 1).filter(Boolean);
  const sharing = (count) => counts.filter((one) => one === count).length;
  const most = counts.reduce((best, count) => (sharing(count) > sharing(best) || (sharing(count) === sharing(best) && count > best) ? count : best), 0);
  return [counts.length, sharing(most), most];
}

/** In the first encoding that holds every byte; UTF-8 is strict enough that GBK text hardly ever passes for it. */
function decoded(bytes) {
  const wide = wideOf(bytes);
  for (const encoding of wide ? [wide] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new Unreadable(wide ? "编码认不出" : "编码认不出：不是 UTF-8，也不是 GBK");
}

/** UTF-16, with its mark or, where every second byte of the beginning is zero or a Han character's, without. */
function wideOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = [...bytes.slice(0, 400)];
  const zeros = (from) => head.filter((byte, at) => at % 2 === from && byte === 0).length;
  for (const [encoding, start] of [["utf-16le", 1], ["utf-16be", 0]]) {
    if (head.length >= 20 && zeros(start) > Math.floor(head.length / 8) && zeros(1 - start) === 0) return encoding;
  }
  return "";
}
