/** What a row tells of a candidate besides answers: the twin of generator/sitting/people.py. */

import { headWords } from "./heads.js";

const GONE = "缺[考席勤]|旷考|[弃缓]考|弃权|请?[病事产婚]假|请假|[未没]有?(?:参加|参考|到场?|到考|来)|ABSENT";
const AWAY = new RegExp(`^[×✗X]?(?:因[病事公])?(?:${GONE})+(?:考试)?[×✗X]?$`, "u");
const NOTHING = new Set(["-2", "-3", "NONE", "NULL", "NAN", "空白", "白卷", "未答", "没答", "未作答", "没作答", "没有作答"]);
const STROKES = /^[ .。·*/\\\-—–_]*$/u;
const FIGURE = /^(?:.*(?:率|分|分值|人数|总数|均值|差|答案|难度|难度系数|区分度|题型|类型|知识点|签名|签字)|.*以下(?:空白|无正文).*)$/u;
const ASIDE = /[(（[【][^()（）[\]【】]*[)）\]】]/gu;
const [HAN, DIGIT] = [/[\u3400-\u9fff]/u, /[0-9]/u];
/** Heads of questions that a row is held against. */
const HEADS = 12;
const PAGE = /^(?:第[\d一二三四五六七八九十]{1,3}页(?:[,，、/]?共[\d一二三四五六七八九十]{1,3}页)?|共[\d一二三四五六七八九十]{1,3}页|续表.{0,3})$/u;
const MARKS = /[\s()（）[\]【】。.]+/gu;
const TIME = "(\\d+(?:\\.\\d+)?)\\s*(天|日|days?|小时|时|hours?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)";
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/u;
const SECONDS = { 天: 86400, 日: 86400, d: 86400, 小: 3600, 时: 3600, h: 3600, 分: 60, m: 60, 秒: 1, s: 1 };

const bare = (text) => text.replace(MARKS, "").toUpperCase();

/** Whether a cell of answers says that nobody gave one. */
export const nothingSaid = (words, text) => NOTHING.has(bare(text)) || isAbsent(words, bare(text)) || STROKES.test(text);

const isAbsent = (words, word) => words.absent.has(word) || AWAY.test(word);

/** The words by which a row says that somebody did not sit; empty where it doesn't. */
export function absentWords(words, { cells }, columns) {
  const said = new Set([...columns.platform.absent, ...words.sheet.absent]);
  if (columns.state.some((column) => said.has(cells[column]) || isAbsent(words, bare(cells[column])))) return "缺考";
  const looked = [...(columns.total === undefined ? [] : [columns.total]), ...columns.questions.columns.slice(0, 3)];
  return looked.map((column) => cells[column]).find((text) => text && isAbsent(words, bare(text))) ?? "";
}

/** Whether every cell of answers says by the same word that there is nothing. */
export function alike(words, { cells }, columns) {
  const first = cells[Math.min(...columns.questions.columns)];
  if (!first || !(["无", "空"].includes(bare(first)) || nothingSaid(words, first))) return false;
  return columns.questions.columns.every((column) => cells[column] === first);
}

/** Whether what tells candidates apart has figures in it, for most of them. */
export function isNumbered(lines, columns) {
  const filled = lines.map(({ cells }) => cells[columns.number]).filter(Boolean);
  return !columns.names.includes(columns.number) && 2 * filled.filter((text) => DIGIT.test(text)).length > filled.length;
}

function isHeader(cells, columns, header) {
  const number = cells[columns.number];
  if (number && !DIGIT.test(number)) {
    const known = headWords(header[columns.number]);
    if ([...headWords(number)].some((word) => known.has(word))) return true;
  }
  const heads = columns.questions.columns.slice(0, HEADS).filter((column) => cells[column]);
  return !number && heads.length > 1 && heads.every((column) => cells[column] === header[column]);
}

/** Why a row is nobody's: what stands where the number or the name is, or the note that it is; empty for a candidate. */
export function nobody(words, { cells }, columns, header, numbered) {
  if (isHeader(cells, columns, header)) return "表头";
  const told = new Set([...columns.platform.footer, ...words.sheet.footer].map((foot) => foot.replace(/\s+/gu, "")));
  const people = [columns.number, ...columns.names];
  const further = columns.unit !== undefined && !people.some((column) => cells[column]) ? [columns.unit] : [];
  for (const column of new Set([0, ...people, ...further])) {
    const word = cells[column].replace(ASIDE, "").replace(MARKS, "").replace(/[:：]+$/u, "");
    const begins = [...told].some((foot) => cells[column].startsWith(`${foot}:`) || cells[column].startsWith(`${foot}：`));
    if (told.has(word) || PAGE.test(word) || begins) return [...cells[column]].slice(0, 20).join("");
  }
  const number = cells[columns.number];
  if (numbered && HAN.test(number) && !DIGIT.test(number)) {
    const isNamed = columns.names.some((column) => cells[column]);
    if (!isNamed && (columns.names.length > 0 || FIGURE.test(number.replace(ASIDE, "").replace(MARKS, "")))) return [...number].slice(0, 20).join("");
  }
  const filled = cells.filter(Boolean);
  if (!cells[columns.number] && filled.length <= 1 && cells.length > 2) return filled.length > 0 ? [...filled[0]].slice(0, 20).join("") : "空";
  return "";
}

/** How long somebody took, in seconds: `1800秒`, `12分30秒`, `0:30:00`, `12:30`; null where it can't be told. */
export function secondsOf(text) {
  const plain = text.trim();
  const clock = CLOCK.exec(plain);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  if (/^\d{1,6}$/u.test(plain)) return Number(plain);
  const pattern = new RegExp(TIME, "giu");
  const found = [...plain.matchAll(pattern)];
  if (found.length === 0 || plain.replace(pattern, "").replace(/[ ,，]/gu, "") !== "") return null;
  return Math.round(found.reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit[0].toLowerCase()], 0));
}
