/** The keys of a paper's forms, from what `pufa exam` and the builder write as key.json: the twin of generator/sitting/key.py and keys.py. */

import { sha256 } from "../hash.js";
import { round, RULES } from "../marking.js";

/** Why files are no key, for people. */
export class NoKey extends Error {}

const FAULTY = "答案文件不合格式";

/**
 * @param {unknown} data the content of a key.json @param {Object<string, object>} types by id
 * @returns {object} the key: blueprint, title, seed, form, as_of, total, pass_mark, marking, sections, items, sample
 * @throws {NoKey}
 */
function keyOf(data, types) {
  try {
    return read(data, types);
  } catch (error) {
    throw error instanceof NoKey ? error : new NoKey(FAULTY);
  }
}

const must = (holds) => {
  if (!holds) throw new NoKey(FAULTY);
};

function read(data, types) {
  const { blueprint: plan } = data;
  must(Object.hasOwn(RULES, plan.marking) && Number.isInteger(data.seed) && Number.isFinite(plan.pass_mark));
  const items = data.items.flatMap((entry) => {
    const type = types[entry.type];
    const parts = type.partsOf ? type.partsOf(entry) : [entry];
    return parts.map((part, place) => itemOf(part, entry.number + place, entry, types));
  });
  must(items.length > 0 && items.every((item, place) => item.number === place + 1));
  return {
    blueprint: String(plan.id),
    title: String(plan.title),
    seed: data.seed,
    form: String(data.form ?? "A"),
    as_of: String(data.as_of),
    total: round(items.reduce((sum, item) => sum + item.points, 0)),
    pass_mark: round(plan.pass_mark),
    marking: plan.marking,
    sections: data.sections.map(({ title }) => String(title)),
    items,
    sample: Boolean(plan.sample),
  };
}

/** What is answered under one number of a form, with what marking needs of it. */
function itemOf(part, number, entry, types) {
  const { sequence = [], blanks = [] } = part.response ?? {};
  const options = part.options.map(({ text, correct }) => ({ text: String(text), correct: Boolean(correct) }));
  const order = options.map(({ text }) => text).sort(byPoints);
  must(Number.isFinite(part.points) && part.points > 0 && typeof part.stem === "string" && Number.isInteger(entry.section));
  if (types[part.type] && !types[part.type].cell) throw new NoKey(`网页评不了第 ${number} 题这种题型，请用 pufa mark 评分`);
  const item = {
    id: String(part.id),
    number,
    section: entry.section,
    type: types[part.type],
    typeId: part.type,
    stem: part.stem,
    options,
    topics: part.topics.map(String),
    answer: String(part.answer),
    points: part.points,
    right: options.flatMap(({ correct }, place) => (correct ? [place] : [])),
    sequence,
    blanks: blanks.map(({ accepted }) => accepted.map(String)),
    ranks: options.map(({ text }) => order.indexOf(text)),
    whole: String(entry.id),
    told: String(part.told ?? ""),
  };
  must(item.type.cell.keyed(item));
  return item;
}

/** As Python sorts texts. */
export function byPoints(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return a[at].codePointAt(0) - b[at].codePointAt(0);
  }
  return a.length - b.length;
}

/**
 * The keys of an exam from its files: key.json of each form, and the manifest where it is among them.
 * @param {Array<{name: string, text: string}>} files
 * @returns {{forms: Map<string, object>, drawn: boolean}}
 * @throws {NoKey}
 */
export function keysOf(files, types) {
  const read = files.map(({ name, text }) => ({ name, text, data: parsed(name, text) }));
  const manifest = read.find(({ data }) => Array.isArray(data?.forms) && data?.sha256);
  const keys = read.filter(({ data }) => Array.isArray(data?.items) && data?.blueprint);
  if (read.some(({ data }) => data?.format === "pufa-paper")) throw new NoKey("这是试卷文件，里面没有答案；在组卷页打开它，点“下载答案文件”，再选下载的 key.json");
  if (keys.length === 0) throw new NoKey("没有答案文件：要选 pufa exam 写出的 key.json，有几套卷的一起选");
  if (manifest) complete(manifest.data, keys);
  const forms = new Map(keys.map(({ data }) => keyOf(data, types)).map((key) => [key.form, key]));
  const [first] = forms.values();
  const same = [...forms.values()].every(({ blueprint, seed }) => blueprint === first.blueprint && seed === first.seed);
  if (!same || forms.size < keys.length) throw new NoKey("选的答案文件不是同一次考试的，或者有一份选了两次");
  return { forms, drawn: Boolean(manifest?.data.drawn) };
}

/** Whether the keys are those of the manifest, as they were written. */
function complete({ forms, sha256: digests }, keys) {
  for (const { key: name } of forms) {
    const text = keys.find((key) => key.name === name)?.text;
    if (text === undefined) throw new NoKey(`还缺答案文件 ${name}`);
    if (sha256(text) !== digests[name]) throw new NoKey(`${name} 与清单里的摘要不一致`);
  }
}

function parsed(name, text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoKey(`${name} 读不了，不是答案文件`);
  }
}

/** The first form, which tells what all share. */
export const firstOf = ({ forms }) => forms.values().next().value;

/** Number of questions of the longest form. */
export const longestOf = ({ forms }) => Math.max(...[...forms.values()].map(({ items }) => items.length));

/** The form that a candidate sat, by what stands under 卷别 and by their number; undefined where there is none. */
export function formOf(keys, written, number) {
  if (keys.drawn) return keys.forms.get(written === "" || written === number ? number : named(written, firstOf(keys)));
  if (!written) return keys.forms.size === 1 ? firstOf(keys) : undefined;
  return keys.forms.get(named(written, firstOf(keys)));
}

function named(written, key) {
  let plain = written.replace(/卷$/u, "").trim();
  const code = `${key.blueprint}-${key.seed}`.toLowerCase();
  if (plain.toLowerCase() === code) return key.form;
  if (plain.toLowerCase().startsWith(`${code}-`)) plain = plain.slice(code.length + 1);
  return plain.length === 1 ? plain.toUpperCase() : plain;
}
