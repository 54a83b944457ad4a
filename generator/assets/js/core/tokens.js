/**
 * Words of a text and of a query: the twin of generator/search/tokens.py, character for character.
 * tests/vectors/tokens.json holds the two together; change both or none.
 */

import { fold } from "./characters.js";

const HAN = "\u3007\u3400-\u4dbf\u4e00-\u7683\u7685-\u9fff\u{20000}-\u{3ffff}";
const WORD = "[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\\.[0-9]+)*";
const TOKEN = new RegExp(`#[0-9-]+|${WORD}|[${HAN}]+`, "gu");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");

const D = "[一二三四五六七八九]";
const BELOW_HUNDRED = `(?:${D}?十${D}?|${D})`;
const AFTER_HUNDRED = `(?:零${D}|${D}十${D}?)?`;
const AFTER_THOUSAND = `(?:零${D}十${D}?|零${D}|${D}百${AFTER_HUNDRED})?`;
const COUNTED = `(?:${D}千${AFTER_THOUSAND}|${D}百${AFTER_HUNDRED}|${BELOW_HUNDRED})`;
const NUMERAL = `(?:[0-9]{1,4}|${COUNTED}|${D}[〇零一二三四五六七八九]{1,3})`;
const ARTICLE = new RegExp(`(第 *)?(?<![0-9])(${NUMERAL}) *条(?:之(${BELOW_HUNDRED}))?`, "gu");
const BARE = new RegExp(`(?<![^ \\n\\t])(${NUMERAL})(?![^ \\n\\t])`, "gu");
const DIGITS_AT_EDGE = new RegExp(`(?<![0-9a-z.#-])([0-9]{1,4})(?![0-9a-z.${HAN}])`, "gu");
const FIGURE = "〇零一二三四五六七八九十百千两";
const UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]?元|[倍吨]|分贝";
const QUANTITY = new RegExp(`(?<![0-9.${FIGURE}])(${COUNTED})(?=${UNIT})`, "gu");
const TEN_THOUSANDS = /(?<![0-9.])([0-9]+)0000元/gu;
const DAYS = /(?<=[0-9])天/gu;
const LETTERS = /(?<![0-9a-z.#-])[a-z]{2,}(?![0-9a-z.])/gu;

const FIGURES = "零一二三四五六七八九";
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** The value of a numeral that NUMERAL matches: 1095, 一千零九十五, 一〇九五. */
function parseNumber(text) {
  const plain = text.replaceAll("〇", "零");
  if (/^[0-9]/u.test(plain)) return Number(plain);
  if (!/[十百千]/u.test(plain)) return Number([...plain].map((figure) => FIGURES.indexOf(figure)).join(""));
  let total = 0;
  let figure = 0;
  for (const character of plain) {
    if (character in UNITS) {
      total += (figure || 1) * UNITS[character];
      figure = 0;
    } else figure = FIGURES.indexOf(character);
  }
  return total + figure;
}

/** Folds widths and case, and writes every article number as ` #1095 ` or ` #120-1 `, figures with a unit in Arabic. */
export function normalise(text) {
  const folded = fold(text).toLowerCase().replaceAll("#", " ");
  const marked = folded.replace(ARTICLE, (match, ordinal, number, suffix) => {
    if (!ordinal && number.length === 1 && !/[0-9]/u.test(number)) return match;
    const tail = suffix ? `-${parseNumber(suffix)}` : "";
    return ` #${parseNumber(number)}${tail} `;
  });
  const counted = marked.replace(QUANTITY, (match) => String(parseNumber(match)));
  return counted.replace(TEN_THOUSANDS, "$1万元").replace(DAYS, "日");
}

/** All tokens of a text, in order, with repetition. */
export function tokens(text) {
  return split(normalise(text));
}

/** Tokens of a text that normalise() has been through. */
export function split(normalised) {
  const found = [];
  for (const [run] of normalised.matchAll(TOKEN)) {
    const characters = isHan(run) ? [...run] : [];
    if (characters.length < 2) found.push(run);
    for (let i = 0; i + 1 < characters.length; i++) found.push(characters[i] + characters[i + 1]);
  }
  return found;
}

/** Distinct tokens of a normalised query; a bare number may be an article's, bare letters initials of pinyin. */
export function queryTokens(normalised) {
  const numbers = [...normalised.matchAll(DIGITS_AT_EDGE), ...normalised.matchAll(BARE)];
  const articles = numbers.map((match) => `#${parseNumber(match[1])}`);
  const words = [...normalised.matchAll(LETTERS)].map(([word]) => word).filter((word) => new Set(word).size > 1);
  const initials = words.flatMap(initialTokens);
  return [...new Set([...split(normalised), ...articles, ...initials])];
}

function initialTokens(letters) {
  const found = [`~^${letters.slice(0, 2)}`];
  for (let i = 0; i + 3 <= letters.length; i++) found.push(`~${letters.slice(i, i + 3)}`);
  return found;
}

/** Whether a string begins with a character that is searched in pairs. */
export function isHan(text) {
  return IS_HAN.test(text);
}

/** The shard that holds a token: FNV-1a over code points, modulo a power of two. */
export function shardOf(token, shards) {
  let value = 0x811c9dc5;
  for (const character of token) value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) & (shards - 1);
}
