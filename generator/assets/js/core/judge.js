/**
 * Each citation of a document judged: does the article exist, is it in force, does it say the sum that its sentence says.
 * The twin of generator/auditing/document.py; what the laws say was worked out at build (generator/site/judging.py).
 */

import { readMentions, reader } from "./citations.js";
import { formatNumber } from "./numerals.js";
import { compiled } from "./patterns.js";
import { covers, findSums } from "./sums.js";

const MOST = 60; // places that one citation may name
const HAND = "对照公布的文本，人工核对。";
const FIX = "对照条文改正；这是别的条文里的数额的，把那一条也写上。";
const DROPPED = "现行法没有保留这一内容；行为发生在废止以前的，再看当时的规定。";
const locusOf = ({ article, suffix }) => `第${article}条${suffix ? `之${formatNumber(BigInt(suffix))}` : ""}`;

/**
 * @param {string} text
 * @param {object} data as the page holds it
 * @returns {{lines: string[], judged: {mention: object, verdict: string, says: string, hint: string, law: object|null, key: string}[]}}
 */
export function judge(text, data) {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  const mentions = readMentions(lines, reader(data));
  const made = { ...data, sums: compiled(data.sums), sentence: compiled({ whole: data.sentence, fines: data.fines }) };
  return { lines, judged: mentions.filter(({ own }) => !own).map((mention) => judgement(mention, mentions, lines, made)) };
}

function judgement(mention, mentions, lines, data) {
  const law = data.laws[mention.law] ?? null;
  const key = keyOf(mention.target);
  const found = law ? standing(mention, law, key) ?? sums(mention, law, mentions, lines, data) : outside(mention);
  return { mention, law, key, ...found };
}

function outside({ law, surface, why }) {
  if (law === null) return { verdict: "unheld", says: `“${surface}”看不出是哪一部法（${why || "没有写明"}）`, hint: "写出法规的名称。" };
  return { verdict: "unheld", says: `没有收录《${law}》，“${surface}”没有核对`, hint: HAND };
}

function standing(mention, law, key) {
  if (law.begins) return { verdict: "not_yet", says: law.begins, hint: "施行以前的事，引用当时有效的规定。" };
  const missing = missingOf(mention.target, law, key);
  if (missing) return { verdict: "missing", says: missing, hint: "核对条、款、项。" };
  if (law.ended && mention.kind !== "title_repealed") return { verdict: "repealed", says: law.ended, hint: insteadOf(law, key) };
  const { article, suffix } = mention.target;
  const below = placesOf(mention.target).some((place) => belowUnseen(law, place));
  const unseen = below || (article > 0 && !(law.last && !suffix) && !(key in law.articles || isSimple(law, key)));
  return unseen ? { verdict: "unheld", says: `手边没有《${law.name}》的正文，“${mention.surface}”没有核对`, hint: HAND } : null;
}

function missingOf(target, law, key) {
  const beyond = [target.article, ...target.more, target.articleEnd].find((number) => law.last && number > law.last);
  if (beyond) return `《${law.name}》只有${law.last}条，没有第${beyond}条`;
  if (target.suffix && law.lost && !(keyOf(target) in law.articles) && !law.lost.includes(target.article)) return `《${law.name}》没有${locusOf(target)}`;
  const absent = placesOf(target).find((place) => lacks(law, place));
  return absent ? `《${law.name}》${locusOf(absent)}没有这一款或者这一项` : "";
}

/** Each place that a citation names: every article of its list or range, else every 款 and 项 of its article. */
function placesOf({ article, suffix, articleEnd, more, paragraph, paragraphs, paragraphEnd, items }) {
  if (!article) return [];
  const upTo = (first, last) => Array.from({ length: Math.min(Math.max(last - first, 0), MOST) + 1 }, (_, n) => first + n);
  const articles = [...upTo(article, articleEnd), ...more];
  if (articles.length > 1) return articles.map((number) => ({ article: number, suffix: 0, paragraph: 0, item: 0 }));
  const within = items.length > 0 ? items : [0];
  return [...upTo(paragraph, paragraphEnd), ...paragraphs].flatMap((number) => within.map((item) => ({ article, suffix, paragraph: number, item })));
}

/** Whether an article that is known has no such 款 or 项. */
function lacks(law, { article, suffix, paragraph, item }) {
  const key = keyOf({ article, suffix });
  const parts = isSimple(law, key) ? [0] : law.articles[key]?.[0];
  if (!parts || (!paragraph && !item)) return false;
  const asked = paragraph ? parts.slice(paragraph - 1, paragraph) : parts;
  const has = (held) => (Array.isArray(held) ? held.includes(item) : item <= held);
  return asked.length === 0 || (item > 0 && !asked.some(has));
}

/** Whether a 款 or 项 is named that neither the text nor any record shows to be there; the first 款 always is. */
function belowUnseen(law, { article, suffix, paragraph, item }) {
  const key = keyOf({ article, suffix });
  if (isSimple(law, key) || law.articles[key]?.[0]) return false;
  const [paragraphs, items] = law.articles[key]?.[2] ?? [[], []];
  return (item > 0 && !items.includes(item)) || (paragraph > 1 && !paragraphs.includes(paragraph));
}

/** Whether an article is known to have one 款, no 项 and no sums. */
const isSimple = (law, key) => law.simple.some(([first, last]) => first <= Number(key) && Number(key) <= last);

/** What to cite instead of a repealed law, or of an article of it. */
function insteadOf(law, key) {
  if (law.now[key]) return `相应的内容现在是${law.now[key].map(([cite]) => cite).join("、")}；适用新旧哪一部，看行为发生的时间。`;
  return law.dropped.includes(key) ? DROPPED : law.instead;
}

/** Whether each sum of the sentence stands in an article cited in it; told at the sentence's last citation. */
function sums(mention, law, mentions, lines, data) {
  const right = { verdict: "right", says: "", hint: "" };
  if (!mention.target.article) return right;
  const { start, sentence } = sentenceAt(lines[mention.line], mention.start, data.sentence.whole);
  const within = mentions.filter((one) => one.line === mention.line && one.start >= start && one.start < start + sentence.length && one.target.article);
  if (within.at(-1) !== mention || !data.sentence.fines.from(sentence)) return right;
  const held = within.flatMap((one) => saidBy(data.laws[one.law], one.target));
  if (held.includes(null)) return right;
  const strange = findSums(sentence, data.sums).filter(({ value }) => !held.flat().some(([known]) => covers(known, value)));
  if (strange.length === 0) return right;
  const words = [...new Set(strange.map((one) => sentence.slice(one.start, one.end)))].join("”“");
  const known = held.flat();
  const there = known.filter(([value], at) => known.findIndex(([one]) => one === value) === at).map(([, said]) => said);
  return {
    verdict: "sum",
    says: `句中的“${words}”不在所引的${within.map(({ surface }) => surface).join("、")}中`,
    hint: `${there.length > 0 ? `那里写的是${there.join("、")}。` : "那里没有数额。"}${FIX}`,
  };
}

/** The sums of each part of law that a citation names, each with its words; null where it is not known what stands there. */
function saidBy(law, target) {
  const places = placesOf(target);
  return places.length > MOST ? [null] : places.map((place) => sumsOf(law, place));
}

function sumsOf(law, { article, suffix, paragraph, item }) {
  const key = keyOf({ article, suffix });
  if (law && isSimple(law, key)) return [];
  const [parts, known] = law?.articles[key] ?? [];
  if (!known) return null;
  const exact = known[`${paragraph || ""}.${item || ""}`];
  return exact ?? (parts ? known["."] ?? [] : known[`*.${item}`] ?? known["*"] ?? null);
}

function sentenceAt(line, at, pattern) {
  for (const found of pattern.all(line)) {
    if (found.index <= at && at < found.index + found[0].length) return { start: found.index, sentence: found[0] };
  }
  return { start: 0, sentence: line };
}

const keyOf = ({ article, suffix }) => (article ? (suffix ? `${article}-${suffix}` : `${article}`) : "");
