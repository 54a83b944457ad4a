/**
 * Paper files (试卷文件): a blueprint and ids of items, without a question and without a key.  generator/exams/paper_file.py reads them too.
 *
 * `{format, version, bank, as_of, seed, blueprint, forms: [{form, sections: [[id, …], …]}]}`; in a link the same, packed.
 */

import { parsed } from "./kept.js";
import { letter } from "./run.js";
import { through } from "./streams.js";

const FORMAT = "pufa-paper";
const VERSION = 1;
/** Bytes that a paper may have: many times what the largest has. */
const MOST = 500_000;

/** @param {number[][][]} forms for each form, for each section places of items */
export function paperFile(shelf, blueprint, seed, forms) {
  const told = forms.map((sections, at) => ({ form: letter(at), sections: sections.map((items) => items.map((item) => shelf.ids[item])) }));
  return { format: FORMAT, version: VERSION, bank: shelf.bank, as_of: shelf.as_of, seed, blueprint, forms: told };
}

/** The text of a file. */
export const textOf = (paper) => `${JSON.stringify(paper, null, 1)}\n`;

/** A paper from the text of a file. @throws {Error} with a message for people */
export function readPaper(text) {
  const paper = parsed(text, "这个文件读不出来，请选组卷网页保存的试卷文件。");
  if (paper?.format !== FORMAT) throw new Error("这不是试卷文件。");
  if (paper.version !== VERSION) throw new Error("这个试卷文件来自别的版本，无法读入。");
  const { blueprint, forms, seed } = paper;
  const isId = (id) => typeof id === "string" && id.length <= 300;
  const isList = (list, test) => list === undefined || list === null || (Array.isArray(list) && list.every(test));
  const isSpan = (span) => span === undefined || span === null || (Array.isArray(span) && span.length === 2 && span.every(Number.isFinite));
  const isQuota = (one) => typeof one === "object" && one !== null && isSpan(one.difficulty) && [one.min ?? 0, one.max ?? 0].every(Number.isFinite);
  const isSection = (one) =>
    [one?.title, one?.type].every((word) => typeof word === "string") &&
    [one.count, one.points].every((number) => Number.isFinite(number) && number > 0 && number <= 1000) &&
    isList(one.quotas, isQuota) &&
    isSpan(one.difficulty);
  const whole =
    Number.isInteger(seed) &&
    [blueprint?.id, blueprint?.title, blueprint?.audience, paper.bank].every(isId) &&
    Number.isFinite(blueprint.minutes) &&
    Number.isFinite(blueprint.pass_mark) &&
    Array.isArray(blueprint.sections) &&
    blueprint.sections.length > 0 &&
    blueprint.sections.every(isSection) &&
    [blueprint.include, blueprint.ban, blueprint.topics, blueprint.instructions].every((list) => isList(list, isId)) &&
    isSpan(blueprint.judge_true) &&
    ["per_article", "per_amount", "one_phrasing", "amounts", "article_numbers"].every((name) => blueprint[name] === undefined || Number.isFinite(blueprint[name])) &&
    [blueprint.thought, blueprint.limits].every((list) => isList(list, isQuota)) &&
    isList([blueprint.must_know, blueprint.cover, blueprint.marking].filter((word) => word !== undefined && word !== null), isId) &&
    (blueprint.forms === undefined || (Number.isInteger(blueprint.forms) && blueprint.forms >= 1 && blueprint.forms <= 26)) &&
    Array.isArray(forms) &&
    forms.length >= 1 &&
    forms.length <= 26 &&
    forms.every(({ sections }) => Array.isArray(sections) && sections.length === blueprint.sections.length && sections.every((ids) => Array.isArray(ids) && ids.every(isId)));
  if (!whole) throw new Error("试卷文件不完整，没有读入。");
  return paper;
}

/** Places of a paper's items: `{forms, missing: ids that the bank has no more, other: the bank is another one}`. */
export function placed(shelf, paper) {
  const missing = [];
  const find = (id) => {
    const place = shelf.place.get(id);
    if (place === undefined) missing.push(id);
    return place;
  };
  const forms = paper.forms.map(({ sections }) => sections.map((ids) => ids.map(find).filter((place) => place !== undefined)));
  return { forms, missing, other: paper.bank !== shelf.bank };
}

/** A paper as letters that an address may hold: `1…` packed, `0…` where the browser can't pack. */
export async function packed(paper) {
  const bytes = new TextEncoder().encode(JSON.stringify(paper));
  const pack = typeof CompressionStream === "function";
  const body = pack ? await through(new CompressionStream("deflate-raw"), bytes, MOST) : bytes;
  let text = "";
  for (const byte of body) text += String.fromCharCode(byte);
  return (pack ? "1" : "0") + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

/** The paper that `packed` made letters of. @throws {Error} with a message for people */
export async function unpacked(letters) {
  let text;
  try {
    const bytes = Uint8Array.from(atob(letters.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    text = new TextDecoder().decode(letters[0] === "1" ? await through(new DecompressionStream("deflate-raw"), bytes, MOST) : bytes);
    JSON.parse(text);
  } catch {
    throw new Error("链接不完整，读不出试卷。请让对方重新复制链接，或者发试卷文件。");
  }
  return readPaper(text);
}
