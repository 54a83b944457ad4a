/** What a row tells of a candidate besides answers: the twin of generator/sitting/people.py. */

const PAGE = /^(?:第[\d一二三四五六七八九十]{1,3}页(?:[,，、/]?共[\d一二三四五六七八九十]{1,3}页)?|共[\d一二三四五六七八九十]{1,3}页|续表.{0,3})$/u;
const MARKS = /[\s()（）[\]【】。.]+/gu;
const TIME = "(\\d+(?:\\.\\d+)?)\\s*(天|日|days?|小时|时|hours?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)";
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/u;
const SECONDS = { 天: 86400, 日: 86400, d: 86400, 小: 3600, 时: 3600, h: 3600, 分: 60, m: 60, 秒: 1, s: 1 };

const bare = (text) => text.replace(MARKS, "").toUpperCase();

/** Whether a cell of answers says that nobody gave one. */
export const nothingSaid = (words, text) => words.absent.has(bare(text)) || /^[ .。·*]*$/u.test(text);

/** The words by which a row says that somebody did not sit; empty where it doesn't. */
export function absentWords(words, { cells }, columns) {
  const said = new Set([...columns.platform.absent, ...words.sheet.absent]);
  if (columns.state.some((column) => said.has(cells[column]))) return "缺考";
  const looked = [...(columns.total === undefined ? [] : [columns.total]), ...columns.questions.columns.slice(0, 3)];
  return looked.map((column) => cells[column]).find((text) => text && words.absent.has(bare(text))) ?? "";
}

/** Why a row is nobody's: what stands where the number or the name is, or the note that it is; empty for a candidate. */
export function nobody(words, { cells }, columns) {
  const told = new Set([...columns.platform.footer, ...words.sheet.footer]);
  for (const column of new Set([0, columns.number, ...columns.names])) {
    const word = cells[column].replace(MARKS, "").replace(/[:：]+$/u, "");
    const begins = [...told].some((foot) => cells[column].startsWith(`${foot}:`) || cells[column].startsWith(`${foot}：`));
    if (told.has(word) || PAGE.test(word) || begins) return [...cells[column]].slice(0, 20).join("");
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
