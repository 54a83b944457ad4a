/**
 * Search over the static index, without a server and without the DOM: the twin of generator/search/query.py.
 * A query loads the shards of its own tokens and the chunks of its results, nothing else.
 */

import { excerpt, marksIn } from "./excerpt.js";
import { apart, cut, namedRegulation, readings, withoutForeign, withoutLaw } from "./readings.js";
import { ARTICLE, createFiles, eachDocument, eachRow, OWN } from "./shards.js";
import { normalise, queryTokens, shardOf, sounded, SPELLED } from "./tokens.js";

/** Queries whose answers are kept: what is typed is asked by the list, its counts and its filters. */
const KEPT = 8;

/**
 * @param {string|URL} baseUrl folder of index.json, with a slash at its end
 * @param {typeof fetch} fetchFn
 * @returns {{search: Function, filters: Function}}
 */
export function createSearch(baseUrl, fetchFn = (...request) => fetch(...request)) {
  const files = createFiles(baseUrl, fetchFn);

  /** What a query comes to: scores of all documents that are results, and why.  The last few are kept. */
  const kept = new Map();
  function found(query) {
    const asked = normalise(String(query ?? ""));
    if (!kept.has(asked)) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value);
      const coming = weighed(asked);
      kept.set(asked, coming);
      coming.catch(() => kept.delete(asked));
    }
    return kept.get(asked);
  }

  async function weighed(asked) {
    const meta = await files.json("index.json");
    const shards = new Map();
    const load = async (tokens) => {
      for (const [number, shard] of await files.shards(tokens, meta.shards)) shards.set(number, shard);
    };
    const letters = [...asked.matchAll(SPELLED)].map(([word]) => word);
    await load(letters);
    asked = apart(asked, namesOf(letters, shards, meta));
    const first = queryTokens(cut(asked, meta.stop));
    if (first.length === 0) return null;
    await load(first);
    const law = namedRegulation(namesOf(first, shards, meta), cut(asked, meta.stop), first);
    let rest = law ? withoutLaw(asked, law.stands) : withoutForeign(asked);
    if (queryTokens(cut(rest, meta.stop)).length === 0) rest = asked;
    await load(queryTokens(rest));
    const texts = readings(rest, namesOf(queryTokens(rest), shards, meta), meta);
    const weights = weigh(texts, meta);
    if (weights.size === 0) return null;
    await load([...weights.keys()]);
    const favoured = new Set();
    if (law) eachDocument(law.name.runs, (document) => favoured.add(document));
    const numbers = new Set(numbered(weights, shards, favoured, meta));
    const terms = lookUp(weights, shards, meta);
    const bonuses = ownNames(weights, shards, texts, meta);
    for (const document of numbers) bonuses.set(document, (bonuses.get(document) ?? 0) + meta.rank.article);
    if (favoured.size > 0 && numbers.size === 0) {
      const bonus = [...weights.keys()].some((token) => token.startsWith("#")) ? meta.rank.law : meta.rank.named;
      for (const [kind, start, end] of meta.runs) {
        if (kind !== "regulation") continue;
        for (const document of favoured) if (start <= document && document < end) bonuses.set(document, (bonuses.get(document) ?? 0) + bonus);
      }
    }
    const said = texts.filter(([, weight]) => weight !== meta.rank.synonym).map(([text]) => text).join(" ");
    const scores = score({ terms, bonuses, favoured, factors: factorsOf(said, meta), whole: whole(texts[0][0], shards, meta) }, meta);
    let least = 0;
    for (const value of scores.values()) least = Math.max(least, value);
    for (const [document, value] of scores) if (value < least * meta.rank.floor) scores.delete(document);
    return { meta, scores, numbers, terms, near: texts.find(([, weight]) => weight === meta.rank.near)?.[0], bare: isBare(rest, meta.stop) };
  }

  /**
   * The best documents, best first.  Rejects only when a file can't be loaded.
   * @param {string} query anything; one without a token finds nothing
   * @param {{limit?: number, filters?: Object<string, string[]>}} options a document must have one of the values of each filter
   * @returns {Promise<Array<{url, title, titleMarks, heading, regulation, article, kind, label, excerpt, from, marks, filters, score, fine, next, alias, near, exact}>>}
   *   `from`: of an article, whether its excerpt is the law's own words (`text`) or the digest (`digest`); null of everything else;
   *   `exact`: the query is this article's number and nothing else; `alias`: the other name that was asked for, `{text, marks}`;
   *   `near`: the query with the wrong character put right, where that found it
   */
  async function search(query, { limit = 10, filters = {} } = {}) {
    const answer = await found(query);
    if (!answer || !(limit > 0)) return [];
    const allowed = await allow(filters, answer.meta);
    let rows = best(answer.scores, limit, allowed);
    if (answer.numbers.has(rows[0]?.number)) {
      const { number, score: value } = rows[0];
      const after = (await document(number, answer.meta)).further.next ?? [];
      const added = after.filter(([one]) => !allowed || allowed.has(one)).map(([one]) => ({ number: one, score: value }));
      rows = [rows[0], ...added, ...rows.slice(1).filter((row) => !added.some((one) => one.number === row.number))].slice(0, limit);
    }
    return Promise.all(rows.map((row) => show(row, answer)));
  }

  /**
   * How many results each value of each filter would leave, the others chosen as they are.
   * @returns {Promise<Object<string, Map<string, number>>>}
   */
  async function counts(query, chosen = {}) {
    const answer = await found(query);
    const meta = answer?.meta ?? (await files.json("index.json"));
    const told = {};
    for (const [name, table] of Object.entries(meta.filters)) {
      const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
      const [allowed, bytes] = await Promise.all([allow(others, meta), files.bytes(`f/${name}.bin`)]);
      told[name] = new Map();
      let at = 0;
      for (const [value, , size] of table) {
        let count = 0;
        eachDocument(bytes.subarray(at, at + size), (number) => (count += answer?.scores.has(number) && (!allowed || allowed.has(number)) ? 1 : 0));
        told[name].set(value, count);
        at += size;
      }
    }
    return told;
  }

  /** Which filters there are: name -> [[value, how many documents], …]. */
  async function filters() {
    const meta = await files.json("index.json");
    const counts = ([name, values]) => [name, values.map(([value, count]) => [value, count])];
    return Object.fromEntries(Object.entries(meta.filters).map(counts));
  }

  async function allow(wanted, meta) {
    let allowed = null;
    for (const [name, values] of Object.entries(wanted)) {
      const chosen = new Set([values].flat());
      if (chosen.size === 0) continue;
      const holders = new Set();
      const table = Object.hasOwn(meta.filters, name) ? meta.filters[name] : [];
      const bytes = table.length > 0 ? await files.bytes(`f/${name}.bin`) : new Uint8Array();
      let at = 0;
      for (const [value, , size] of table) {
        if (chosen.has(value)) eachDocument(bytes.subarray(at, at + size), (number) => holders.add(number));
        at += size;
      }
      const before = allowed;
      allowed = before ? new Set([...before].filter((number) => holders.has(number))) : holders;
    }
    return allowed;
  }

  async function document(number, meta) {
    const chunk = await files.json(`d/${Math.floor(number / meta.chunk)}.json`);
    const row = chunk.documents[number % meta.chunk];
    const shown = Object.fromEntries(meta.shown.map((name, place) => [name, row[place]]));
    return { ...shown, regulation: chunk.regulations[shown.regulation] };
  }

  async function show({ number, score }, { meta, terms, numbers, near, bare }) {
    const { body, further, ...shown } = await document(number, meta);
    const weights = new Map(terms.map((term) => [term.token, term.value]));
    const { aliases = [], digest: [split] = [], fine = null, next = [] } = further;
    const [said, from] = split === undefined ? [body, null] : wordsOf(body, split, weights);
    const { text, marks } = excerpt(said, weights);
    const titleMarks = marksIn(shown.title, weights);
    const label = meta.kinds[shown.kind] ?? shown.kind;
    const alias = otherName(aliases, shown.title, weights);
    const told = near && [shown.title, ...aliases].some((name) => near.includes(normalise(name))) ? near : null;
    return { ...shown, label, titleMarks, excerpt: text, from, marks, score, fine, next, alias, near: told, exact: bare && numbers.has(number) };
  }

  return { search, filters, counts };
}

/** How much of what was asked a text holds. */
const heldIn = (text, weights) => [...weights].reduce((sum, [token, value]) => sum + (normalise(text).includes(token) ? value : 0), 0);

/** Of an article's digest and its own words, which follow, that which holds more of what was asked; the digest where both hold as much. */
function wordsOf(body, split, weights) {
  const [digest, text] = [body.slice(0, split), body.slice(split).trimStart()];
  if (digest === "" || (text !== "" && heldIn(text, weights) > heldIn(digest, weights))) return [text, "text"];
  return [digest, "digest"];
}

/** The other name that holds more of what was asked than the title does, with its marks. */
function otherName(aliases, title, weights) {
  let most = heldIn(title, weights);
  let found = null;
  for (const text of aliases) {
    const value = heldIn(text, weights);
    if (value > most) [most, found] = [value, text];
  }
  return found === null ? null : { text: found, marks: marksIn(found, weights) };
}

/** Whether nothing is asked but the number of an article, with its 款 and 项. */
function isBare(rest, stop) {
  return /^[\s第条款项()#\-.0-9一二三四五六七八九十百千零〇]+$/u.test(cut(rest, stop));
}

/** Map(token -> weight): 1 for what was typed, less for what only another reading brings in. */
function weigh(texts, meta) {
  const weights = new Map();
  for (const [text, weight] of texts) {
    for (const token of queryTokens(cut(text, meta.stop))) if (!weights.has(token)) weights.set(token, weight);
  }
  return weights;
}

/** All names in the shards of these tokens. */
function namesOf(tokens, shards, meta) {
  return [...new Set(tokens.map((token) => shardOf(token, meta.shards)))].flatMap((number) => shards.get(number).names);
}

/** Map(token of a sound -> documents that have all tokens of what was typed): letters are initials where they are, not nearly. */
function whole(text, shards, meta) {
  const held = new Map();
  for (const group of sounded(cut(text, meta.stop))) {
    let documents = null;
    for (const token of group) {
      const rows = new Set();
      const term = termOf(token, shards, meta);
      if (term) eachRow(term.rows, (document) => (documents === null || documents.has(document)) && rows.add(document));
      documents = rows;
    }
    for (const token of group) held.set(token, new Set([...(held.get(token) ?? []), ...documents]));
  }
  return held;
}

function idf(frequency, meta) {
  return Math.log(1 + (meta.documents - frequency + 0.5) / (frequency + 0.5));
}

function termOf(token, shards, meta) {
  return shards.get(shardOf(token, meta.shards))?.terms.get(token);
}

/** Terms of the query that stand in the index: `{token, value, typed, rows}`. */
function lookUp(weights, shards, meta) {
  const found = [];
  for (const [token, weight] of weights) {
    const term = termOf(token, shards, meta);
    if (term) found.push({ token, value: weight * idf(term.frequency, meta), typed: weight === 1, rows: term.rows });
  }
  return found;
}

/** Map(document -> bonus) for documents whose own name stands in the query, as typed or in another reading. */
function ownNames(weights, shards, texts, meta) {
  const bonuses = new Map();
  const plain = /^[\x00-\x7f]*$/u.test(texts[0][0]);
  for (const name of namesOf([...weights.keys()], shards, meta)) {
    const reading = name.of === OWN ? texts.find(([text]) => text.includes(name.text)) : undefined;
    if (!reading) continue;
    const [text, weight] = reading;
    const terms = queryTokens(name.text).filter((token) => weights.has(token)).map((token) => termOf(token, shards, meta));
    const sum = terms.reduce((total, term) => total + (term ? idf(term.frequency, meta) : 0), 0);
    const share = Math.min(1, [...name.text].length / Math.max([...text.replaceAll(" ", "")].length, 1));
    const named = weight * meta.rank.name * sum;
    eachDocument(name.runs, (document) => {
      const asked = share === 1 && (plain || (weight !== meta.rank.joined && meta.bare.includes(kindOf(document, meta))));
      bonuses.set(document, Math.max(named * (asked ? meta.rank.exact : 0.5 + 0.5 * share), bonuses.get(document) ?? 0));
    });
  }
  return bonuses;
}

const kindOf = (document, meta) => meta.runs.find(([, first, last]) => first <= document && document < last)?.[0];

/** Articles whose number is asked for; of the regulation that is named, where one is. */
function numbered(weights, shards, favoured, meta) {
  const found = new Set();
  for (const number of new Set([...weights.keys()].map((token) => shardOf(token, meta.shards)))) {
    for (const name of shards.get(number).names) {
      if (name.of === ARTICLE && weights.has(name.text)) eachDocument(name.runs, (document) => found.add(document));
    }
  }
  return favoured.size > 0 ? [...found].filter((document) => favoured.has(document)) : [...found];
}

/** Factor of each kind of document for this question. */
function factorsOf(asked, meta) {
  const factors = new Map(Object.entries(meta.factors));
  for (const [words, kinds] of meta.intents) {
    if (!words.some((word) => asked.includes(word))) continue;
    for (const [kind, factor] of Object.entries(kinds)) factors.set(kind, (factors.get(kind) ?? 1) * factor);
  }
  return meta.runs.map(([kind, first, last]) => [first, last, factors.get(kind) ?? 1]);
}

/** Map(document -> score to six places). */
function score({ terms, bonuses, favoured, factors, whole }, meta) {
  const { coverage, regulation: factor } = meta.rank;
  const sums = new Float64Array(meta.documents);
  const matched = new Float64Array(meta.documents);
  const touched = [];
  let ideal = 0;
  let every = 0;
  for (const { token, value, typed, rows } of terms) {
    if (typed) ideal += value;
    every += value;
    const only = whole.get(token);
    const numbers = favoured.size > 0 && token.startsWith("#");
    eachRow(rows, (document, impact) => {
      if ((only && !only.has(document)) || (numbers && !favoured.has(document))) return;
      if (matched[document] === 0) touched.push(document);
      sums[document] += (value * impact) / meta.full;
      matched[document] += value;
    });
  }
  ideal = ideal || every;
  for (const [document, bonus] of bonuses) {
    if (matched[document] === 0) touched.push(document);
    sums[document] += bonus;
  }
  const scores = new Map();
  for (const document of touched) {
    const share = ideal > 0 ? Math.min(1, matched[document] / ideal) : 1;
    const [, , own] = factors.find(([first, last]) => first <= document && document < last) ?? [0, 0, 1];
    const plain = sums[document] * (1 - coverage + coverage * share) * own;
    scores.set(document, Math.floor(plain * (favoured.has(document) ? factor : 1) * 1e6 + 0.5) / 1e6);
  }
  return scores;
}

/** The first `limit` of the allowed documents: by score, equals by number.  Keeps a short sorted list, so it is linear. */
function best(scores, limit, allowed) {
  const kept = [];
  const worse = (a, b) => a.score < b.score || (a.score === b.score && a.number > b.number);
  for (const [number, value] of scores) {
    const found = { number, score: value };
    if ((allowed && !allowed.has(number)) || (kept.length >= limit && worse(found, kept.at(-1)))) continue;
    let place = kept.length;
    while (place > 0 && worse(kept[place - 1], found)) place--;
    kept.splice(place, 0, found);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}
