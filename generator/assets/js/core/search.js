/**
 * Search over the static index, without a server and without the DOM: the twin of generator/search/query.py.
 * A query loads the shards of its own tokens and the chunks of its results, nothing else.
 */

import { excerpt, marksIn } from "./excerpt.js";
import { ARTICLE, createFiles, eachDocument, eachRow, OWN, REGULATION } from "./shards.js";
import { isHan, normalise, queryTokens, shardOf } from "./tokens.js";

/**
 * @param {string|URL} baseUrl folder of index.json, with a slash at its end
 * @param {typeof fetch} fetchFn
 * @returns {{search: Function, filters: Function}}
 */
export function createSearch(baseUrl, fetchFn = (...request) => fetch(...request)) {
  const files = createFiles(baseUrl, fetchFn);

  /**
   * The best documents, best first.  Rejects only when a file can't be loaded.
   * @param {string} query anything; one without a token finds nothing
   * @param {{limit?: number, filters?: Object<string, string[]>}} options a document must have one of the values of each filter
   * @returns {Promise<Array<{url, title, titleMarks, heading, regulation, article, kind, label, excerpt, marks, filters, score}>>}
   */
  async function search(query, { limit = 10, filters = {} } = {}) {
    const meta = await files.json("index.json");
    const asked = normalise(String(query ?? ""));
    const kept = cut(asked, meta.stop);
    let weights = weigh(kept, meta);
    if (weights.size === 0 || !(limit > 0)) return [];
    const [shards, allowed] = await Promise.all([files.shards([...weights.keys()], meta.shards), allow(filters, meta)]);
    const names = [...shards.values()].flatMap((shard) => shard.names);
    const regulation = namedRegulation(names, kept);
    if (regulation) {
      const rest = weigh(kept.replaceAll(regulation.text, " "), meta);
      if (rest.size > 0) weights = rest;
      for (const [number, shard] of await files.shards([...weights.keys()], meta.shards)) shards.set(number, shard);
    }
    const terms = lookUp(weights, shards, meta);
    const favoured = new Set();
    if (regulation) eachDocument(regulation.runs, (document) => favoured.add(document));
    const bonuses = ownNames(weights, shards, asked, meta);
    for (const document of numbered(weights, shards, favoured, meta)) {
      bonuses.set(document, (bonuses.get(document) ?? 0) + meta.rank.article);
    }
    const scores = score(terms, bonuses, favoured, factorsOf(asked, meta), meta);
    return Promise.all(best(scores, limit, allowed).map((found) => show(found, terms, meta)));
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

  async function show({ number, score }, terms, meta) {
    const chunk = await files.json(`d/${Math.floor(number / meta.chunk)}.json`);
    const row = chunk.documents[number % meta.chunk];
    const { body, regulation, ...shown } = Object.fromEntries(meta.shown.map((name, place) => [name, row[place]]));
    const weights = new Map(terms.map((term) => [term.token, term.value]));
    const { text, marks } = excerpt(body, weights);
    const titleMarks = marksIn(shown.title, weights);
    const label = meta.kinds[shown.kind] ?? shown.kind;
    return { ...shown, label, titleMarks, regulation: chunk.regulations[regulation], excerpt: text, marks, score };
  }

  return { search, filters };
}

/** The query without the words that ask, or all of it when it has no others. */
function cut(asked, stop) {
  const kept = stop.reduce((text, word) => text.replaceAll(word, " "), asked);
  return queryTokens(kept).length > 0 ? kept : asked;
}

/** Map(token -> weight): 1 for what was typed, less for what only a synonym brings in. */
function weigh(text, meta) {
  const weights = new Map(queryTokens(text).map((token) => [token, 1]));
  for (const [word, others] of meta.synonyms) {
    if (!text.includes(word)) continue;
    for (const other of others) {
      for (const token of queryTokens(text.replaceAll(word, () => other))) {
        if (!weights.has(token)) weights.set(token, meta.rank.synonym);
      }
    }
  }
  return weights;
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

/** Map(document -> bonus) for documents whose own name or alias stands in the query. */
function ownNames(weights, shards, asked, meta) {
  const bonuses = new Map();
  for (const number of new Set([...weights.keys()].map((token) => shardOf(token, meta.shards)))) {
    for (const name of shards.get(number).names) {
      if (name.of !== OWN || !asked.includes(name.text)) continue;
      const terms = queryTokens(name.text).filter((token) => weights.has(token)).map((token) => termOf(token, shards, meta));
      const sum = terms.reduce((total, term) => total + (term ? idf(term.frequency, meta) : 0), 0);
      const share = Math.min(1, [...name.text].length / Math.max([...asked.replaceAll(" ", "")].length, 1));
      const bonus = meta.rank.name * (0.5 + 0.5 * share) * sum;
      eachDocument(name.runs, (document) => bonuses.set(document, Math.max(bonus, bonuses.get(document) ?? 0)));
    }
  }
  return bonuses;
}

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

/** The longest name of a regulation that a run of the query begins or ends with. */
function namedRegulation(names, kept) {
  const named = names.filter((name) => name.of === REGULATION && standsAtEdge(name.text, kept));
  const later = (a, b) => [...a.text].length - [...b.text].length || (a.text < b.text ? -1 : 1);
  return named.length > 0 ? named.reduce((a, b) => (later(a, b) >= 0 ? a : b)) : null;
}

function standsAtEdge(name, text) {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const before = [...text.slice(0, at)].at(-1) ?? "";
  return !isHan(before) || !isHan(text.slice(at + name.length));
}

/** Map(document -> score to six places). */
function score(terms, bonuses, favoured, factors, meta) {
  const { coverage, regulation: factor } = meta.rank;
  const sums = new Float64Array(meta.documents);
  const matched = new Float64Array(meta.documents);
  const touched = [];
  let ideal = 0;
  for (const { value, typed, rows } of terms) {
    if (typed) ideal += value;
    eachRow(rows, (document, impact) => {
      if (matched[document] === 0) touched.push(document);
      sums[document] += (value * impact) / meta.full;
      matched[document] += value;
    });
  }
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
