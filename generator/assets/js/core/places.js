/**
 * Places in a law as texts write them, 第十二条第一款第（三）项: the twin of generator/legal/citations/loci.py, whose patterns it is given.
 * A place is {end, article, articleEnd, paragraph, paragraphEnd, item, itemEnd} in the words of the text; what is not named is absent.
 */

import { parseDecimal } from "./numerals.js";
import { endOf } from "./patterns.js";

const LEVELS = [
  { level: "article", one: "ARTICLE_RE", after: "ARTICLE_AFTER_RE", several: "ELIDED_ARTICLES_RE", unit: "条" },
  { level: "paragraph", one: "PARAGRAPH_RE", after: "PARAGRAPH_AFTER_RE", several: "ELIDED_PARAGRAPHS_RE", unit: "款" },
  { level: "item", one: "ITEM_RE", after: "ITEM_AFTER_RE", several: "ELIDED_ITEMS_RE", unit: "项" },
];
/** A number in the words of law, where its 第 may have been left out. */
const formal = (words) => (/^[第（(]/u.test(words) ? words : `第${words}`);
const tidy = (words) => words.replace(/\s/gu, "");

/** The place that begins at `at` with a level, or null. */
export function readPlace(grammar, text, at, first = "article") {
  let place = { end: at };
  let begun = false;
  for (const rank of LEVELS.slice(LEVELS.findIndex(({ level }) => level === first))) {
    const lower = readLevel(grammar, text, place, rank);
    if (!lower) {
      if (!begun && rank.level === first) return null;
      continue;
    }
    [place, begun] = [lower, true];
    if (rank.level !== "item" && place[`${rank.level}End`]) return place;
  }
  const sub = place.item ? grammar.SUBITEM_RE.at(text, place.end) : null;
  return sub ? { ...place, end: endOf(sub) } : place;
}

/**
 * An article that has no 第, with its 款 and 项, where it can be nothing else; or null.  `after` is the article it goes on from: a higher
 * number than that, and a large one, counts no advice.
 */
export function readBare(grammar, text, at, after) {
  const found = grammar.ARTICLE_AFTER_RE.at(text, at);
  if (!found) return null;
  const last = rangeEnd(grammar, text, found, "ARTICLE_RE", "ARTICLE_AFTER_RE");
  const named = { end: endOf(last ?? found), article: `第${tidy(found[0])}`, ...(last && { articleEnd: formal(tidy(last[0])) }) };
  const lowest = last ? named : LEVELS.slice(1).reduce((place, rank) => readLevel(grammar, text, place, rank) ?? place, named);
  const large = rises(grammar, after, named.article) && !grammar.ADVICE.at(text, named.end);
  return lowest !== named || grammar.GOES_ON.at(text, named.end) || text.startsWith("规定", named.end) || large ? lowest : null;
}

const LARGE = 20; // nobody counts so many of anything else by 条 right after an article

function rises(grammar, before, after) {
  const [low, high] = [figures(grammar, before).at(-1), figures(grammar, after)[0]];
  return low !== undefined && high > low && high >= LARGE;
}

/** 第二款、三款: a 款 without 第, where the sentence goes on as after a citation. */
function bareParagraph(grammar, text, at) {
  const found = grammar.PARAGRAPH_AFTER_RE.at(text, at);
  if (!found || !grammar.GOES_ON.at(text, endOf(found))) return null;
  const place = { end: endOf(found), paragraph: formal(tidy(found[0])) };
  return readLevel(grammar, text, place, LEVELS[2]) ?? place;
}

/** The place that goes on after 、 or 和, with what it inherits: [where it begins, place, its first level], or null. */
export function readNext(grammar, text, before) {
  const joined = grammar.AND_RE.at(text, before.end);
  if (!joined || /[,，]\s*$/u.test(joined[0])) return null;
  const start = endOf(joined);
  const { article, paragraph } = before;
  const whole = readPlace(grammar, text, start);
  if (whole) return [start, whole, "list_member"];
  const bare = article ? readBare(grammar, text, start, article) : null;
  if (bare) return [start, bare, "list_member"];
  const following = article || paragraph ? readPlace(grammar, text, start, "paragraph") : null;
  const lower = following ?? (article && paragraph ? bareParagraph(grammar, text, start) : null);
  if (lower) return [start, { ...lower, article }, "para_member"];
  const item = before.item ? readPlace(grammar, text, start, "item") : null;
  return item ? [start, { ...item, article, paragraph }, "item_member"] : null;
}

/** The end of a range that begins with `found`, or null; its 第 may have been left out. */
function rangeEnd(grammar, text, found, one, after) {
  const joined = grammar.TO_RE.at(text, endOf(found));
  return joined ? (grammar[one].at(text, endOf(joined)) ?? grammar[after].at(text, endOf(joined))) : null;
}

function readLevel(grammar, text, before, { level, one, after, several, unit }) {
  let at = before.end;
  if (before.article || before.paragraph) at = endOf(grammar.LOWER_RE.at(text, at));
  else if (level !== "article") while (text[at] === " " || text[at] === "\u3000") at++;
  const elided = grammar[several].at(text, at);
  if (elided) return { ...before, end: endOf(elided), ...range(grammar, tidy(elided[0]), level, unit) };
  const under = { paragraph: before.article, item: before.paragraph ?? before.article }[level]; // 第57条1款2项
  const whole = grammar[one].at(text, at);
  const found = whole ?? (under && at === before.end ? grammar[after].at(text, at) : null);
  if (!found) return null;
  if (!whole && level === "item" && !before.paragraph && !grammar.ITEM_SHORT_AFTER.at(text, endOf(found))) return null;
  const last = rangeEnd(grammar, text, found, one, after);
  const place = { ...before, end: endOf(last ?? found), [level]: formal(tidy(found[0])) };
  return last ? { ...place, [`${level}End`]: formal(tidy(last[0])) } : place;
}

/** Several numbers with one unit: a range where two are joined by 至, else as written. */
function range(grammar, words, level, unit) {
  if (!grammar.ELIDED_RANGE.fits(words)) return { [level]: words };
  const sign = grammar.RANGE_SIGN.from(words);
  const [low, high] = [words.slice(0, sign.index), words.slice(endOf(sign))];
  const bracket = /[（(].*[）)]/u.exec(high);
  const bare = high.replace(/^第/u, "");
  const number = bracket ? bracket[0] : bare.endsWith(unit) ? bare.slice(0, -1) : bare;
  return { [level]: `${low}${unit}`, [`${level}End`]: `第${number}${unit}` };
}

/** The numbers in a level's words: 第（一）、（三）项 gives 1 and 3; none for an odd numeral. */
export function figures(grammar, words) {
  const found = grammar.NUMBER_RE.all(words ?? "").map(([figure]) => parseDecimal(figure));
  return found.some((number) => number === null || number.scale > 0) ? [] : found.map(({ value }) => Number(value));
}

/** The place as figures; 0 where a level is not named. */
export function targetOf(grammar, place) {
  const [article = 0, ...others] = figures(grammar, place.article);
  const suffixed = (place.article ?? "").includes("之");
  const [paragraph = 0, ...paragraphs] = figures(grammar, place.paragraph);
  const first = (words) => figures(grammar, words)[0] ?? 0;
  const items = figures(grammar, place.item);
  const last = first(place.itemEnd);
  return {
    article,
    suffix: suffixed ? (others[0] ?? 0) : 0,
    more: suffixed ? [] : others,
    articleEnd: first(place.articleEnd),
    paragraph,
    paragraphs,
    paragraphEnd: first(place.paragraphEnd),
    items: items.length > 0 && last >= items[0] ? Array.from({ length: Math.min(last - items[0], 100) + 1 }, (_, n) => items[0] + n) : items,
  };
}
