/** Downloads of a paper in the formats of exam platforms and tables, filled here from what the build prepared. */

import { filled, MOST_ROWS, withTexts } from "../../core/fill.js";
import { button, el } from "../dom.js";
import { download } from "../files.js";
import { fileName } from "./files.js";
import { files } from "./items.js";

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", txt: "text/plain;charset=utf-8" };

/** The rows of items, in order: `{rows, why}`; `why` where a format can't hold one. */
async function rowsOf(known, format, items) {
  const names = [...new Set(items.map((item) => known.fileOf(item)))];
  const read = new Map(await Promise.all(names.map(async (name) => [name, await files.json(`rows/${name}.json`)])));
  return items.map((item) => {
    const file = read.get(known.fileOf(item));
    const found = file.items[known.ids[item]][format];
    return typeof found === "string" ? { why: found } : { rows: withTexts(file, found) };
  });
}

/**
 * The files of form A of a paper in a format.
 * @returns {Promise<{made: Array<{name: string, bytes: Uint8Array}>, left: string[]}>} and what is left out, with the reason
 */
async function filesOf(known, format, { blueprint, sections }) {
  const { formats, fragments } = await files.json("shells.json");
  const { shells } = formats.find(({ id }) => id === format);
  const items = sections.flat();
  const points = sections.flatMap((each, at) => each.map(() => blueprint.sections[at].points));
  const rows = await rowsOf(known, format, items);
  const left = rows.flatMap(({ why }, at) => (why ? [`第 ${at + 1} 道（${why}）`] : []));
  const kept = rows.flatMap(({ rows: found }, at) => (found ? [{ rows: found, points: points[at] }] : []));
  if (kept.reduce((sum, { rows: [first] }) => sum + first.length, 0) > MOST_ROWS) throw new Error("题太多，这种格式要由维护的人用命令写。");
  const title = `${blueprint.title}${(blueprint.forms ?? 1) > 1 ? "（A 卷）" : ""}${blueprint.sample ? "（示例）" : ""}`;
  return { made: kept.length > 0 ? filled(shells, fragments, { title, items: kept }) : [], left };
}

export class Downloads {
  /** @param {object} shelf @param {{draft: () => object, say: (words: string) => void}} act */
  constructor(shelf, act) {
    this.shelf = shelf;
    this.act = act;
    this.list = el("div", { class: "pf-files__bar" });
    this.note = el("p", { class: "pf-hint" });
    this.element = el("details", { class: "pf-downloads", ontoggle: () => this.element.open && this.open() }, el("summary", {}, "导入学习通、考试宝、问卷星，或存成 Excel"), this.list, this.note);
  }

  async open() {
    try {
      const { formats } = await files.json("shells.json");
      this.list.replaceChildren(...formats.map(({ id, title }) => button({ class: "pf-btn pf-btn--plain", "data-format": id, onclick: () => this.save(id, title) }, title)));
      const several = (this.act.draft().blueprint.forms ?? 1) > 1;
      this.note.textContent = `文件里有答案。${several ? "下载的是 A 卷；其余各卷的选项次序不同，要由维护的人照试卷文件写出。" : ""}没有在平台上实际导入过，导入以后请先核对几题。`;
    } catch {
      this.note.textContent = "格式没有打开，请检查网络以后再试。";
    }
  }

  async save(id, title) {
    const draft = this.act.draft();
    try {
      const { made, left } = await filesOf(this.shelf, id, draft);
      for (const { name, bytes } of made) {
        const ending = name.split(".").pop();
        download(fileName(draft, ending).replace(/\.\w+$/u, `-${name}`), bytes, TYPES[ending]);
      }
      const words = left.length > 0 ? `有 ${left.length} 道题${title}放不下，没有列入：${left.join("；")}。` : "";
      this.act.say(made.length > 0 ? `${title}的文件已下载。${words}` : `这套卷没有一题能写成${title}。${words}`);
    } catch (error) {
      this.act.say(error.message.startsWith("题太多") ? error.message : "没有写成，请检查网络以后再试。");
    }
  }
}
