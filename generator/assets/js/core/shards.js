/** Files of the search index, loaded once each and decoded; generator/search/shards.py says how they are made. */

import { shardOf } from "./tokens.js";

/** What a name names: a document by itself, the regulation that documents belong to, or articles of a number. */
export const OWN = 0;
export const REGULATION = 1;
export const ARTICLE = 2;

/** Reads varints and strings from bytes. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  string() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/** Heads of a shard: `{text, value, size}` each, then places of their bytes are given out in order. */
function heads(reader) {
  const found = [];
  for (let left = reader.number(); left > 0; left--) {
    found.push({ text: reader.string(), value: reader.number(), size: reader.number() });
  }
  return found;
}

/** `{terms: Map(token -> {frequency, rows}), names: [{text, of, runs}]}`, rows and runs still packed. */
function readShard(bytes) {
  const reader = new Reader(bytes);
  const terms = heads(reader);
  const names = heads(reader);
  const take = (size) => bytes.subarray(reader.at, (reader.at += size));
  return {
    terms: new Map(terms.map(({ text, value, size }) => [text, { frequency: value, rows: take(size) }])),
    names: names.map(({ text, value, size }) => ({ text, of: value, runs: take(size) })),
  };
}

/** Calls `visit(document, impact)` for each row of a term, documents rising. */
export function eachRow(rows, visit) {
  let document = 0;
  for (let at = 0; at < rows.length; at++) {
    let gap = 0;
    let shift = 0;
    for (; rows[at] > 0x7f; at++, shift += 7) gap |= (rows[at] & 0x7f) << shift;
    document += gap | (rows[at++] << shift);
    visit(document, rows[at]);
  }
}

/** Calls `visit(document)` for each document of packed runs. */
export function eachDocument(runs, visit) {
  const reader = new Reader(runs);
  let end = 0;
  while (reader.at < runs.length) {
    const start = end + reader.number();
    end = start + reader.number();
    for (let document = start; document < end; document++) visit(document);
  }
}

/**
 * Loads files under `base`, each once, however many ask for it at a time.  A file that fails is asked for again.
 * @param {string|URL} base folder of index.json, with a slash at its end
 * @param {typeof fetch} fetchFn
 */
export function createFiles(base, fetchFn) {
  const root = new URL(base, globalThis.location?.href);
  const loading = new Map();
  const load = (path, decode) => {
    if (!loading.has(path)) {
      const file = fetchFn(new URL(path, root)).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return decode(response);
      });
      loading.set(path, file);
      file.catch(() => loading.delete(path));
    }
    return loading.get(path);
  };
  const bytes = async (response) => new Uint8Array(await response.arrayBuffer());
  return {
    json: (path) => load(path, (response) => response.json()),
    bytes: (path) => load(path, bytes),
    /** The shards of these tokens, in order of first use: Map(shard number -> shard). */
    async shards(tokens, count) {
      const numbers = [...new Set(tokens.map((token) => shardOf(token, count)))];
      const path = (number) => `p/${number.toString(16).padStart(3, "0")}.bin`;
      const read = async (response) => readShard(await bytes(response));
      const shards = await Promise.all(numbers.map((number) => load(path(number), read)));
      return new Map(numbers.map((number, i) => [number, shards[i]]));
    },
  };
}
