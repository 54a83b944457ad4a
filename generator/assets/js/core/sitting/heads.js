/** What the heads of columns say: the twin of generator/reading/heads.py and generator/sitting/heads.py. */

import { formatDecimal, parseDecimal } from "../numerals.js";

const MARKS = /^[\s*＊★☆#●]+|[\s*＊★☆:：。.]+$/gu;
const ORDINAL = /^\d{1,3}\s*[、.．:：)）]\s*/u;
const ASIDE = /[(（[【][^()（）[\]【】]*[)）\]】]/gu;
const POLITE = /^(?:请)?(?:您|你)?(?:选择|填写|输入|填入|写上)?(?:您|你)?的?(?:所在的)?/u;

const KINDS = "(?:考试)?(?:单选|多选|判断|(?:单项|多项)?填空|简答)|计算|连线|匹配|配对|矩阵(?:单选|多选|填空)?|排序|案例|案例分析|不定项|不定项选择|单项选择|多项选择|主观|客观|问答|论述|综合|材料|组合|选择";
/** (单选), [多选题], （2分）, (必填), 【分值：2】, （单选题，2分） */
const ONE = `(?:(?:${KINDS})题?|(?:分值|满分|每题|共)?[:：]?\\s*\\d+(?:\\.\\d+)?\\s*分?|必[填答]|选[填答]|必答题)`;
export const NOTE = new RegExp(`[(（\\[【]\\s*${ONE}(?:[\\s,，、;；/·\\-]+${ONE})*\\s*[)）\\]】]`, "gu");
const BARE = new RegExp(`^(?:(?:${KINDS})题?|小?题目?|答案?|作答|选项|回答|(?:学生|考生|学员|您的|你的|我的)(?:答案|作答|回答|选项)|Response)?$`, "iu");
const BESIDES = "(?:标准|正确|参考)(?:答案|回答|选项)|对错|是否(?:正确|答对)|判[定分]|结果|评语|批注|满分|分值|用时|耗时|难度|[得正答][分确对]率|题型|知识点|解析";
const BESIDE = new RegExp(`^(?:(?:第|题目?|试题|Q\\.?|T)?\\s*\\d{1,3}\\s*(?:小?题|号题)?[\\s、.．:：_—(（\\[【\\-]*(?:${BESIDES})\\s*[)）\\]】]?|(?:${BESIDES})\\s*[(（]?\\d{1,3}[)）]?)$`, "iu");
const SPAN = /^(?:第|题)?\s*\d{1,3}\s*[\-—–~～〜至到]\s*第?\s*\d{1,3}\s*(?:小?题)?$/u;
const POINTS = /^(?:本题|学生|考生)?(?:得分|分数)$/u;
const TOP = /^\/\s*(\d+(?:[.,]\d+)?)$/u;
const CHINESE = /^第\s*([一二三四五六七八九十百]{1,5})\s*(?=小?题)/u;
const LEADING = /^[\s、.．:：)）_—-]+/u;

/** Words with one blank between them. */
export const squeezed = (text) => text.split(/\s+/u).filter(Boolean).join(" ");

/** The words that a head may be known by: without spaces, stars, notes in brackets, its number and polite words. @returns {Set<string>} */
export function headWords(text) {
  let bare = text.replace(MARKS, "").replace(ASIDE, "").replace(MARKS, "");
  bare = bare.replace(ORDINAL, "").replace(/\s+/gu, "").replace(MARKS, "");
  const words = [bare, bare.replace(POLITE, ""), ...(bare.includes("/") ? bare.split("/") : [])];
  return new Set(words.filter(Boolean).map((word) => word.toLowerCase()));
}

/** Columns whose head is one of `names`, in the order of `names`. @returns {number[]} */
export function columnsNamed(header, names) {
  const known = header.map((text) => (text.length < 40 ? headWords(text) : new Set()));
  const found = names.flatMap((name) => known.flatMap((words, place) => (words.has(name.replace(/\s+/gu, "").toLowerCase()) ? [place] : [])));
  return [...new Set(found)];
}

/** The platform most of whose signs are among the heads; the typed sheet where none is told. */
export function recognise(words, header) {
  let [best, most] = [null, -1];
  for (const platform of words.platforms) {
    const count = columnsNamed(header, platform.signs).length;
    if (count >= platform.tells_by && count > most) [best, most] = [platform, count];
  }
  return best;
}

/** What a head says of a question: `{number or null, text, points, top}`; null for one that is no question's. */
export function readHead(text, platform) {
  const plain = squeezed(text).replace(/^[*★ ]+/u, "").trim();
  if (!plain || platform.other?.test(plain) || platform.stem?.test(plain) || BESIDE.test(plain)) return null;
  if (SPAN.test(plain)) return { number: null, text: plain, points: false, top: null };
  const found = platform.question.exec(plain.replace(CHINESE, inDigits));
  if (!found) return { number: null, text: plain, points: false, top: null };
  const number = Number(found.groups.n);
  let rest = (found.groups.rest ?? "").replace(NOTE, "").trim();
  const top = TOP.exec(rest);
  if (top) return { number, text: "", points: true, top: Number(top[1].replace(",", ".")) || null };
  rest = rest.replace(LEADING, "").trim();
  if (POINTS.test(rest)) return { number, text: "", points: true, top: null };
  return { number, text: BARE.test(rest) ? "" : rest, points: false, top: null };
}

function inDigits(whole, figure) {
  const value = parseDecimal(figure);
  return value === null ? whole : `第${formatDecimal(value)}`;
}

/** Number of a question -> the column whose cells tell its stem. @returns {Map<number, number>} */
export function stemColumns(header, platform) {
  const found = new Map();
  header.forEach((text, column) => {
    const matched = platform.stem?.exec(squeezed(text));
    if (matched) found.set(Number(matched.groups.n), column);
  });
  return found;
}

/** Whether a row can be the header of an answer table: something that tells candidates, and questions. */
export function isAnswerHeader(words, header) {
  const platform = recognise(words, header);
  const told = columnsNamed(header, [...words.number, ...words.name, ...platform.number, ...platform.name]).length > 0;
  const running = !told && columnsNamed(header, words.running).length > 0;
  if (!told && !running) return false;
  const heads = header.map((text) => readHead(text, platform)).filter(Boolean);
  const count = heads.filter(({ number, text }) => number !== null || text.length > 8).length;
  return count > (running ? 1 : 0);
}
