/** Blocks of a paper as the body of a Word document: the twin of generator/exports/docx/blocks.py, over the same fragments. */

import { fill } from "./fill.js";

/** Twips of a row to write in, and by which what stands below a stem is set in. */
const HIGH = 450;
const INSET = 420;
/** Styles of what is asked, in which what is strong is a word not to be overlooked. */
const ASKED = new Set(["题干", "材料"]);
const SPACE = /（(　+)）/gu;
/** Twentieths of a point: how wide a full character is. */
const FULL = 210;

/**
 * The blocks as XML.
 * @param {Array<Array<unknown>>} blocks as generator/exports/prepared_print.py tells them, their kind first
 * @param {{fragments: object, styles: object, looks: object}} frame
 * @param {number} wide width of the page's text in twips
 */
export function bodyOf(blocks, frame, wide) {
  const writer = new Writer(frame, wide);
  const isTable = ([kind] = []) => kind === "table";
  // a frame without rows right above a table is written with it: LibreOffice keeps two tables on one page only where they are one
  const heads = (block, after) => isTable(block) && isTable(after) && block[4].length > 0 && block[1].length === 0 && after[4].length > 0;
  const written = (block, at) => {
    if (heads(block, blocks[at + 1])) return "";
    if (heads(blocks[at - 1], block)) return writer.gap() + writer.table(...block.slice(1), blocks[at - 1]);
    return (isTable(block) && (block[4].length > 0 || isTable(blocks[at - 1])) ? writer.gap() : "") + writer[block[0]](...block.slice(1));
  };
  return blocks.map(written).join("");
}

class Writer {
  constructor({ fragments, styles, looks }, wide) {
    Object.assign(this, { fragments, styles, looks, wide });
  }

  put(fragment, slots = {}) {
    return fill(this.fragments[fragment], slots);
  }

  /** Between tables that would become one. */
  gap() {
    return this.put("gap", { style: this.styles["表格文字"] });
  }

  para(style, keep, ...runs) {
    return this.paragraph(style, this.runs(runs, ASKED.has(style)), keep);
  }

  options(columns, keep, ...texts) {
    const starts = texts.flatMap((_, at) => (at % columns === 0 ? [at] : []));
    const line = (start) => texts.slice(start, start + columns).map((text) => this.put("run", { text })).join(this.put("tab"));
    return starts.map((start) => this.paragraph(this.looks.options[columns], line(start), keep || start !== starts.at(-1))).join("");
  }

  room(lines, keep) {
    return Array.from({ length: lines }, (_, at) => this.paragraph(this.looks.line, this.put("tab"), keep || at < lines - 1)).join("");
  }

  page() {
    return this.put("new-page", { style: this.styles["表格文字"] });
  }

  /** A frame `above` it becomes its first row, set apart. */
  table(rows, shares, held, over, above = null) {
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => Math.floor(((this.wide - (held.inset ? INSET : 0)) * share) / whole));
    const width = widths.reduce((sum, one) => sum + one, 0);
    const style = held.centred ? "表格居中" : "表格文字";
    const cell = (text, at, keep) => this.cell(this.paragraph(style, this.runs([text]), keep), widths[at], held);
    const written = rows.map((row, at) => {
      const keep = held.keep || (!held.head && at < rows.length - 1);
      return this.row(held, row.map((text, column) => cell(text, column, keep)).join(""), at > 0);
    });
    const across = shares.length;
    const framed = (paragraphs, by, more) => (paragraphs.length > 0 ? this.row(by, this.over(paragraphs, width, by, more, across), true) : "");
    const first = above ? framed(above[4], above[3], false) + this.put("apart", { width, span: this.span(across), style: this.styles["表格文字"] }) : "";
    return this.put("table", {
      style: this.styles[held.ruled ? this.looks.ruled : this.looks.plain],
      width,
      side: held.inset ? "right" : "center",
      columns: widths.map((one) => this.put("column", { width: one })).join(""),
      rows: first + framed(over, held, rows.length > 0) + written.join(""),
    });
  }

  /** The cell above all columns, held to the rows below it. */
  over([title, ...lines], width, held, rows, across) {
    const keep = held.keep || rows;
    const paragraphs = lines.map((line, at) => this.paragraph("材料正文", this.runs([line]), keep || at + 1 < lines.length));
    return this.cell([this.paragraph("材料标题", this.runs([title]), true), ...paragraphs].join(""), width, held, across);
  }

  row(held, cells, plain) {
    return this.put("row", { height: held.high ? this.put("height", { height: HIGH }) : "", head: held.head && !plain ? this.put("head") : "", cells });
  }

  cell(text, width, held, across = 1) {
    return this.put("cell", { width, span: this.span(across), place: held.ruled ? "center" : "top", text });
  }

  span(across) {
    return across > 1 ? this.put("span", { columns: across }) : "";
  }

  paragraph(style, runs, keep) {
    return this.put("paragraph", { style: this.styles[style], keep: keep ? this.put("keep") : "", runs });
  }

  /** A run that is a list is strong: where something is asked it bears dots, and is bold elsewhere. */
  runs(runs, asked = false) {
    const one = (line, strong) => {
      if (!strong) return line ? this.spaced(line) : "";
      return asked ? this.put("strong", { style: this.styles[this.looks.strong], text: line }) : this.put("bold", { text: line });
    };
    return runs.map((run) => (Array.isArray(run) ? run[0] : run).split("\n").map((line) => one(line, Array.isArray(run))).join(this.put("break"))).join("");
  }

  /** Text with each space for an answer, （　　）, as brackets set apart, so that no line breaks between them. */
  spaced(line) {
    let [found, end] = ["", 0];
    for (const place of line.matchAll(SPACE)) {
      found += this.put("run", { text: line.slice(end, place.index) }) + this.put("space", { points: FULL * place[1].length, text: "（" });
      end = place.index + place[0].length - 1;
    }
    return found + this.put("run", { text: line.slice(end) });
  }
}
