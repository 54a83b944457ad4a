/**
 * A paper made in the page as Word files: the paper and its key.  What is written stands prepared by
 * generator/exports/prepared_print.py, with signs for what only a paper knows; here it is put together.
 */

import { bodyOf } from "./docx.js";
import { END, escaped, figure, NUMBER, TITLE } from "./fill.js";
import { round, totalOf } from "./marking.js";
import { formatNumber } from "./numerals.js";
import { letter } from "./run.js";
import { turnedText } from "./turn.js";
import { stored } from "./zip.js";

const [BODY, MINUTES, TOTAL, PASS, AUDIENCE, CODE, COUNT] = Array.from({ length: 7 }, (_, at) => String.fromCharCode(0xe010 + at));
/** The ordinal of a section. */
export const ordinal = (at) => formatNumber(BigInt(at + 1));
/** Half characters of a row of the card, and how many places stand in it. */
const ROW = 84;
const PLACES = 5;
/** Half characters of an answer that a table at a glance takes, and of one that stands ten in a row. */
const SHORT = 12;
const NARROW = 4;
const ACROSS = 10;

/** 一、单项选择题, with how many there are and what they are worth. @param {number} items how many items, where they bear several numbers */
export function headingOf(section, at, items) {
  const sets = items < section.count ? ` ${items} 组` : "";
  return `${ordinal(at)}、${section.title}（本大题共${sets} ${section.count} 题，每题 ${figure(section.points)} 分，共 ${figure(round(section.points * section.count))} 分）`;
}

/** Title and number of a form of a paper that has `count` forms: the form is told where there are several. @param {{form: number}} paper its place, from 0 */
export function namesOf({ blueprint, seed, forms: count, form = 0 }) {
  const [told, code] = count > 1 ? [`（${letter(form)} 卷）`, `-${letter(form)}`] : ["", ""];
  return { title: `${blueprint.title}${told}${blueprint.sample ? "（示例）" : ""}`, code: `${blueprint.id}-${seed}${code}` };
}

/** An item as printed() of Python told it, as it stands in a form. @param {object|null} turn */
export const inForm = ({ turned, ...told }, turn) => (turned ? { ...told, ...JSON.parse(turnedText(turned, turn)) } : told);

/** What stands in data with the numbers of an item put in. */
const numbered = (data, number) => JSON.parse(JSON.stringify(data).replace(new RegExp(`${NUMBER}(\\d+)${END}`, "gu"), (_, more) => String(number + Number(more))));

/** Data with the words of a paper put in for their signs. @param {Object<string, string>} words */
function signed(data, words) {
  const told = (value) => (typeof value === "string" ? value.replace(/[\ue000\ue010-\ue017]/gu, (sign) => words[sign] ?? sign) : Array.isArray(value) ? value.map(told) : value);
  return told(data);
}

const width = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) < 0x80 ? 1 : 2), 0);

/**
 * Papers are `{blueprint, seed, forms: how many, form: which, sections: [[{item: as it stands in the form, takes}, …], …]}`.
 * @param {object} frame @param {object} types id -> directions by rule
 */
export class Printer {
  constructor(frame, types, paper) {
    const { blueprint } = paper;
    Object.assign(this, { frame, types, blueprint, ...namesOf(paper) });
    let number = 1;
    this.sections = paper.sections.map((items, at) => ({
      ...blueprint.sections[at],
      heading: headingOf(blueprint.sections[at], at, items.length),
      items: items.map(({ item: { entry: _, ...told }, takes }) => {
        const found = numbered(told, number);
        number += takes;
        return found;
      }),
    }));
    const words = { [TITLE]: this.title, [MINUTES]: blueprint.minutes, [TOTAL]: figure(totalOf(blueprint)), [PASS]: figure(blueprint.pass_mark), [AUDIENCE]: blueprint.audience, [CODE]: this.code, [COUNT]: number - 1 };
    this.signed = (data) => signed(data, words);
  }

  heading({ heading }) {
    return ["para", "大题", 1, heading];
  }

  /** The blocks of the paper. */
  paperBlocks() {
    const { frame, sections } = this;
    const items = sections.flatMap((section) => section.items);
    const [some, here, filled] = [items.some(({ card }) => card.length > 0), items.some(({ card }) => card.length === 0), items.some((item) => item.filled)];
    const notes = [...frame.opening[[some, here, filled].map(Number).join("")], ...(this.blueprint.instructions ?? [])];
    return [
      ...this.signed(frame.head),
      frame.scores[sections.length - 1],
      frame.notes,
      ...notes.map((text, at) => ["para", "注意事项", 0, `${at + 1}．${text}`]),
      ...sections.flatMap((section, at) => {
        const written = at > 0 && (section.items[0]?.paper ?? []).some(([kind]) => kind === "room");
        const words = this.types[section.type][this.blueprint.marking ?? "all_or_nothing"];
        return [...(written ? [["page"]] : []), this.heading(section), ...(words ? [["para", "答题要求", 1, words]] : []), ...section.items.flatMap(({ paper }) => paper)];
      }),
      ...(some ? [...this.signed(frame.card), ...sections.flatMap((section) => this.places(section))] : []),
    ];
  }

  /** The places of a section on the card: as many in a row as the widest leaves room for. */
  places(section) {
    const places = section.items.flatMap(({ card }) => card);
    if (places.length === 0) return [];
    const count = Math.max(1, Math.min(PLACES, Math.floor(ROW / (Math.max(...places.map(width)) + 2)), places.length));
    const rows = places.flatMap((_, at) => (at % count === 0 ? [Array.from({ length: count }, (__, column) => places[at + column] ?? "")] : []));
    return [this.heading(section), ["table", rows, Array.from({ length: count }, () => 1), {}, []]];
  }

  /** The blocks of the key: all answers at a glance, then for each item why. */
  keyBlocks() {
    const glance = this.sections.filter(({ type }) => !this.frame.graded.includes(type)).flatMap((section) => this.glance(section));
    const reasons = this.sections.flatMap((section) => [this.heading(section), ...section.items.flatMap(({ key }) => key)]);
    return [...this.signed(this.frame.key), ...glance, this.frame.reasons, ...reasons];
  }

  glance(section) {
    const pairs = section.items.flatMap(({ answers }) => answers);
    const short = pairs.filter(([, answer]) => width(answer) <= SHORT);
    const across = short.every(([, answer]) => width(answer) <= NARROW) ? ACROSS : ACROSS / 2;
    const long = pairs.filter(([, answer]) => width(answer) > SHORT).map(([number, answer]) => ["para", "答案", 0, `${number}．${answer}`]);
    return [this.heading(section), ...(short.length > 0 ? [grid(short, across)] : []), ...long];
  }

  /** A Word file. @param {"paper"|"key"} kind @returns {Uint8Array} */
  word(kind) {
    const { shells, wide } = this.frame;
    const title = kind === "key" ? this.frame.key[0][3].replace(TITLE, this.title) : this.title;
    const body = bodyOf(kind === "key" ? this.keyBlocks() : this.paperBlocks(), this.frame, wide[kind]);
    const encode = (text) => new TextEncoder().encode(text.replaceAll(TITLE, escaped(title)).replace(BODY, () => body));
    return stored(Object.entries({ ...shells.alike, ...shells.own[kind] }).map(([name, text]) => [name, encode(text)]));
  }
}

function grid(pairs, across) {
  const rows = [];
  for (let start = 0; start < pairs.length; start += across) {
    const chunk = Array.from({ length: across }, (_, at) => pairs[start + at] ?? ["", ""]);
    rows.push(["题号", ...chunk.map(([number]) => number)], ["答案", ...chunk.map(([, answer]) => answer)]);
  }
  return ["table", rows, [12, ...Array.from({ length: across }, () => 9)], { centred: 1, ruled: 1 }, []];
}
