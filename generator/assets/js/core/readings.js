/** What a query may mean: without the words that ask, in the words of the law, with a wrong character put right, of the law it names. */

import { OWN, REGULATION } from "./shards.js";
import { HAN, hanRuns, isAllHan, isHan, queryTokens, SPELLED } from "./tokens.js";

/** Names of so many characters may have one wrong, and so many of them are tried. */
const NEAR_LEAST = 4;
const NEAR_MOST = 3;
/** Names of laws may be shortened to so many characters. */
const SHORT_LEAST = 4;
/** What stands for a law where only a number follows, 法 left out: 固废112. */
const TOPIC = new RegExp(`([${HAN}]{2,})(?= *#?[0-9]{1,4}(?![0-9a-z.%${HAN}]))`, "gu");
/** Characters behind a figure that counts something, and is no article's number. */
const COUNTED_BY = "年月日天周个元万亿倍吨款项号岁人家只头次分米度小";
/** A name that only a law has, with the number behind it that makes it one: 渔业法38, but not 行政执法38 and not 新法38. */
const FOREIGN = new RegExp(
  `((?:[${HAN}]+(?<![执违司非守普方做学用新旧老原本该此其各看想办])法|[${HAN}]{2,}(?<![本该此这那部新旧老原])条例|[${HAN}]{4,}(?:办法|规定)|号令) *)(?:#?[0-9]{1,4}(?:-[0-9]+)?)(?![0-9a-z.%${HAN}])`,
  "gu",
);

/** The query without the number of an article of a law that none of the names is: no other law's article of that number is meant. */
export function withoutForeign(asked) {
  return asked.replace(FOREIGN, "$1 ");
}

/** The query without the name of its law; a number right behind it is an article's, whatever follows: 法典1108能拘留吗. */
export function withoutLaw(asked, law) {
  const number = new RegExp(`(${law} *)([0-9]{1,4})(?![0-9a-z.%${COUNTED_BY}])`, "gu");
  return asked.replace(number, "$1 #$2 ").replaceAll(law, " ");
}

/** The query without the words that ask, or all of it when it has no others. */
export function cut(asked, stop) {
  const kept = stop.reduce((text, word) => text.replaceAll(word, " "), asked);
  return queryTokens(kept).length > 0 ? kept : asked;
}

/** Letters that spell a law's name apart from the number behind them: huanpingfa31. */
export function apart(asked, names) {
  const laws = new Set(names.filter((name) => name.of === REGULATION).map((name) => name.text));
  return asked.replace(SPELLED, (letters) => (laws.has(letters) ? `${letters} ` : letters));
}

/** Whether a word stands in the text; one of letters and figures not within another. */
function holds(text, word) {
  if (/[^\x00-\x7f]/u.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[0-9a-z]/u.test(text.charAt(at - 1)) && !/[0-9a-z]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** The words of the text that have synonyms, without those that only stand within a longer one: 抽水机 is no 抽水. */
function longest(text, synonyms) {
  const held = synonyms.filter(([word]) => holds(text, word));
  const words = held.map(([word]) => word);
  return held.filter(([word]) => beside(text, word, words).includes(word));
}

/** The text without those of the words that are longer than this one and hold it. */
function beside(text, word, words) {
  const longer = words.filter((other) => other !== word && other.includes(word));
  const order = (a, b) => [...b].length - [...a].length || compare(a, b);
  return longer.sort(order).reduce((left, other) => left.replaceAll(other, " "), text);
}

/**
 * The query, and what it may say in other words, each with what its words weigh: synonyms, and names with one wrong character.
 * @param {Array<{text, of}>} all names in the shards of the query
 */
export function readings(text, all, meta) {
  const found = [[text, 1]];
  for (const [word, others] of longest(text, meta.synonyms)) {
    for (const other of others) found.push([text.replaceAll(word, () => other), meta.rank.synonym]);
  }
  const names = all.filter((name) => name.of === OWN);
  const joined = cut(text, meta.stop).replaceAll(" ", "");
  if (isAllHan(joined) && names.some((name) => joined.includes(name.text) && !text.includes(name.text))) found.push([joined, meta.rank.joined]);
  if (!names.some((name) => [...name.text].length >= NEAR_LEAST && text.includes(name.text))) {
    for (const near of nearTo(text, names)) found.push([near, meta.rank.near]);
  }
  return found;
}

/** Every stretch of so many characters. */
function windows(text, length) {
  const characters = [...text];
  return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) => characters.slice(at, at + length).join(""));
}

/** Whether two strings of one length differ in just one character. */
function isNear(one, other) {
  const others = [...other];
  let apart = 0;
  for (const [place, sign] of [...one].entries()) if (sign !== others[place] && ++apart > 1) return false;
  return apart === 1;
}

/** The text with a name put in where one stands but for a character: the longest names, few. */
function nearTo(text, names) {
  const found = new Map();
  const stretches = new Map();
  for (const { text: name } of names) {
    const length = [...name].length;
    if (length < NEAR_LEAST || !isAllHan(name)) continue;
    if (!stretches.has(length)) stretches.set(length, windows(text, length).filter(isAllHan));
    for (const window of stretches.get(length)) {
      const near = isNear(name, window) ? text.replaceAll(window, () => name) : null;
      if (near !== null && !found.has(near)) found.set(near, { length, name });
    }
  }
  const order = ([, a], [, b]) => b.length - a.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return [...found].sort(order).slice(0, NEAR_MOST).map(([near]) => near);
}

/** The longest name of a law at the edge of a run; where a number is asked, it may be shortened, or have one wrong character: `{name, stands}`. */
export function namedRegulation(names, kept, tokens) {
  const laws = names.filter((name) => name.of === REGULATION);
  const exact = laws.filter((name) => standsAtEdge(name.text, kept)).map((name) => ({ name, stands: name.text }));
  const named = exact.length > 0 ? last(exact) : null;
  if (!tokens.some((token) => token.startsWith("#"))) return named;
  const short = laws.map((name) => ({ name, stands: shortened(name.text, kept) })).filter(({ stands }) => stands !== "");
  const best = short.length > 0 ? short.reduce((a, b) => (shorter(a, b) >= 0 ? a : b)) : null;
  if (best && [...best.stands].length > [...(named?.stands ?? "")].length) return best;
  if (named) return named;
  const topics = new Map([...kept.matchAll(TOPIC)].map(([, topic]) => [`${topic}法`, topic]));
  const topical = laws.filter((name) => topics.has(name.text)).map((name) => ({ name, stands: topics.get(name.text) }));
  if (topical.length > 0) return last(topical);
  const near = laws.flatMap((name) => {
    const length = [...name.text].length;
    const stretches = length > 2 ? windows(kept, length).filter((window) => isNear(name.text, window) && standsAtEdge(window, kept)) : [];
    return stretches.map((stands) => ({ name, stands }));
  });
  return near.length > 0 ? last(near) : null;
}

/**
 * The end of a run that shortens a name, as 建设项目条例 does 建设项目环境保护管理条例: it begins and ends alike, in its first character alone
 * where it has more than half of the name (固废污染环境防治法), and leaves out the rest; "" where none does.
 */
function shortened(name, text) {
  const whole = [...name];
  for (const run of hanRuns(text)) {
    const characters = [...run];
    for (let at = 0; at + SHORT_LEAST <= characters.length; at++) {
      const part = characters.slice(at);
      if (part.length >= whole.length || part[0] !== whole[0] || (part[1] !== whole[1] && 2 * part.length <= whole.length) || part.at(-1) !== whole.at(-1)) continue;
      let place = 0;
      for (const character of whole) if (character === part[place]) place++;
      if (place === part.length) return part.join("");
    }
  }
  return "";
}

/** The one that leaves out less, of the shorter name. */
function shorter(a, b) {
  const [first, other] = [[...a.name.text], [...b.name.text]];
  return [...a.stands].length - [...b.stands].length || other.length - first.length || compare(a.name.text, b.name.text);
}

function last(found) {
  const order = (a, b) => [...a.name.text].length - [...b.name.text].length || compare(a.name.text, b.name.text) || compare(a.stands, b.stands);
  return found.reduce((a, b) => (order(a, b) >= 0 ? a : b));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function standsAtEdge(name, text) {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const before = [...text.slice(0, at)].at(-1) ?? "";
  return !isHan(before) || !isHan(text.slice(at + name.length));
}
