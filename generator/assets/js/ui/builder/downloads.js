/** Downloads of a paper: Word, its key as a file, and the formats of exam platforms and tables, all filled here from what the build prepared. */

import { filled, MOST_ROWS, withTexts } from "../../core/fill.js";
import { keyText } from "../../core/key-file.js";
import { textOf } from "../../core/paper-file.js";
import { inForm, namesOf, Printer } from "../../core/print.js";
import { letter } from "../../core/run.js";
import { seedOf, turnOf } from "../../core/turn.js";
import { TYPES as ITEM_TYPES } from "../../types/index.js";
import { button, el } from "../dom.js";
import { download } from "../files.js";
import { baseName } from "./files.js";
import { files, filesOf } from "./items.js";

const TYPES = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", json: "application/json", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", txt: "text/plain;charset=utf-8" };

/** How each item of a form stands in it, in order: null where as in form A. @param {number} form its place, from 0 */
async function turns(known, { blueprint, seed }, sections, form) {
  const items = sections.flat();
  if (form === 0) return items.map(() => null);
  const read = await filesOf(known, "print", items);
  const seeds = sections.flatMap((each, section) => each.map((item) => seedOf(blueprint, seed, section, letter(form), known.ids[item])));
  return items.map((item, at) => {
    const { entry } = read[at][known.ids[item]];
    if (!entry) throw new Words(`第 ${at + 1} 道题的排版随题号变，这一套要由维护的人用命令写。`);
    return turnOf(entry, ITEM_TYPES[entry.type], seeds[at]);
  });
}

/** The rows of items of a form, in order: `{rows}`, or `{why}` where a format can't hold one. */
async function rowsOf(known, format, items, turned) {
  const read = await filesOf(known, "rows", items);
  return items.map((item, at) => {
    const found = read[at].items[known.ids[item]][format];
    const isFixed = turned[at] && read[at].fixed?.[format]?.includes(known.ids[item]);
    if (isFixed) return { why: "选项换了次序，要由命令写" };
    return typeof found === "string" ? { why: found } : { rows: withTexts(read[at], found, turned[at]) };
  });
}

/**
 * The files of a form of a paper in a format.
 * @param {number[][]} sections @param {number} form its place, from 0 @param {number} count of forms
 * @returns {Promise<{made: Array<{name: string, bytes: Uint8Array}>, left: string[]}>} and what is left out, with the reason
 */
async function written(known, format, draft, sections, form, count) {
  const { blueprint, seed } = draft;
  const { formats, fragments } = await files.json("shells.json");
  const { shells } = formats.find(({ id }) => id === format);
  const items = sections.flat();
  const points = sections.flatMap((each, at) => each.map(() => blueprint.sections[at].points));
  const rows = await rowsOf(known, format, items, await turns(known, draft, sections, form));
  const which = count > 1 ? `${letter(form)} 卷` : "";
  const left = rows.flatMap(({ why }, at) => (why ? [`${which}第 ${at + 1} 道（${why}）`] : []));
  const kept = rows.flatMap(({ rows: found }, at) => (found ? [{ rows: found, points: points[at] }] : []));
  if (kept.reduce((sum, { rows: [first] }) => sum + first.length, 0) > MOST_ROWS) throw new Words("题太多，这种格式要由维护的人用命令写。");
  const { title } = namesOf({ blueprint, seed, forms: count, form });
  return { made: kept.length > 0 ? filled(shells, fragments, { title, items: kept }) : [], left };
}

/** What is prepared of the items of sections, with how many numbers each takes: `[[{item, takes}, …], …]`. @throws {Words} */
async function told(known, sections) {
  const items = sections.flat();
  const read = await filesOf(known, "print", items);
  const found = new Map(items.map((item, at) => [item, read[at][known.ids[item]]]));
  const odd = items.findIndex((item) => typeof found.get(item) === "string");
  if (odd >= 0) throw new Words(`第 ${odd + 1} 道题${found.get(items[odd])}。请把试卷文件交给维护本站的人。`);
  return sections.map((each) => each.map((item) => ({ item: found.get(item), takes: known.takes(item) })));
}

/** A Word file of a form. @param {number[][]} sections @param {number} form its place, from 0 @param {"paper"|"key"} kind */
async function word(known, draft, sections, form, count, kind) {
  const [frame, items, turned] = await Promise.all([files.json("print.json"), told(known, sections), turns(known, draft, sections, form)]);
  if (sections.length > frame.scores.length) throw new Words("大题太多，要由维护的人用命令写。");
  const fixed = items.flat().findIndex(({ item }, place) => turned[place] && !item.turned);
  if (fixed >= 0) throw new Words(`${letter(form)} 卷第 ${fixed + 1} 道题的选项换了次序，页面排不了版。请把试卷文件交给维护本站的人。`);
  let at = 0;
  const shown = items.map((each) => each.map(({ item, takes }) => ({ item: inForm(item, turned[at++]), takes })));
  const types = Object.fromEntries(known.types.map(({ id, directions }) => [id, directions]));
  return new Printer(frame, types, { ...draft, forms: count, form, sections: shown }).word(kind);
}

/** The keys of all forms: `[[name, text], …]`. */
async function keys(known, { blueprint, seed }, forms, at) {
  const write = async (sections, form) => {
    const items = await told(known, sections);
    const entries = items.map((each) => each.map(({ item: { entry }, takes }) => ({ entry, takes })));
    return [forms.length > 1 ? `key-${letter(form)}.json` : "key.json", keyText({ blueprint, seed, as_of: known.as_of, sections: entries }, form, ITEM_TYPES, at)];
  };
  return Promise.all(forms.map(write));
}

/** What is said to people as it is. */
class Words extends Error {}

/** What a file's name says of the form. */
const suffix = (forms, form) => (forms.length > 1 ? `-${letter(form)}` : "");

/** Where the blueprint stands in the paper's file, as the command tells it. */
function placeIn(name, text) {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.startsWith(' "blueprint": '));
  return `${name}:${at + 1}:${lines[at].indexOf("{") + 1}`;
}

export class Downloads {
  /** @param {object} shelf @param {{draft: () => object, paper: () => object, forms: () => number[][][], say: (words: string) => void}} act */
  constructor(shelf, act) {
    this.shelf = shelf;
    this.act = act;
    this.list = el("div", { class: "pf-files__bar" });
    this.note = el("p", { class: "pf-hint" });
    const more = el("details", { class: "pf-downloads", ontoggle: () => more.open && this.open() }, el("summary", {}, "导入学习通、考试宝、问卷星，或存成 Excel"), this.list, this.note);
    const one = (words, kind, plain = " pf-btn--plain") => button({ class: `pf-btn${plain}`, "data-print": kind, onclick: () => this.print(kind) }, words);
    const bar = el("div", { class: "pf-files__bar" }, one("下载 Word 试卷和答题卡", "paper", ""), one("下载 Word 答案", "key"), one("下载答案文件（看成绩用）", "json"));
    this.element = el("div", {}, bar, more);
  }

  async open() {
    try {
      const { formats } = await files.json("shells.json");
      this.list.replaceChildren(...formats.map(({ id, title }) => button({ class: "pf-btn pf-btn--plain", "data-format": id, onclick: () => this.save(id, title) }, title)));
      const several = this.act.forms().length > 1;
      this.note.textContent = `文件里有答案。${several ? "几套卷各下载一份，文件名里有卷别。" : ""}没有在平台上实际导入过，导入以后请先核对几题。`;
    } catch {
      this.note.textContent = "格式没有打开，请检查网络以后再试。";
    }
  }

  /** @param {"paper"|"key"|"json"} kind */
  async print(kind) {
    const draft = this.act.draft();
    const forms = this.act.forms();
    try {
      if (kind === "json") {
        const made = await keys(this.shelf, draft, forms, placeIn(`${baseName(draft)}.json`, textOf(this.act.paper())));
        for (const [file, text] of made) download(file, text, TYPES.json);
        this.act.say(`答案文件已下载${made.length > 1 ? `，${made.length} 套卷各一个` : ""}，请收好；考完以后在“看成绩”里用。`);
      } else {
        for (const [form, sections] of forms.entries()) {
          const made = await word(this.shelf, draft, sections, form, forms.length, kind);
          download(`${baseName(draft)}-${kind === "key" ? "答案" : "试卷"}${suffix(forms, form)}.docx`, made, TYPES.docx);
        }
        const several = forms.length > 1 ? `，${forms.length} 套卷各一个` : "";
        this.act.say(kind === "paper" ? `试卷已下载${several}，卷末是答题卡。` : `答案已下载${several}，请收好。`);
      }
    } catch (error) {
      this.act.say(error instanceof Words ? error.message : "没有写成，请检查网络以后再试。");
    }
  }

  async save(id, title) {
    const draft = this.act.draft();
    const forms = this.act.forms();
    const [made, left] = [[], []];
    try {
      for (const [form, sections] of forms.entries()) {
        const found = await written(this.shelf, id, draft, sections, form, forms.length);
        for (const { name, bytes } of found.made) made.push([name.replace(/(?=\.\w+$)/u, suffix(forms, form)), bytes]);
        left.push(...found.left);
      }
      for (const [name, bytes] of made) download(`${baseName(draft)}-${name}`, bytes, TYPES[name.split(".").pop()]);
      const words = left.length > 0 ? `有 ${left.length} 道题${title}放不下，没有列入：${left.join("；")}。` : "";
      this.act.say(made.length > 0 ? `${title}的文件已下载。${words}` : `这套卷没有一题能写成${title}。${words}`);
    } catch (error) {
      this.act.say(error instanceof Words ? error.message : "没有写成，请检查网络以后再试。");
    }
  }
}
