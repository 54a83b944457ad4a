/** Files of formats, filled from what generator/exports/prepared.py took apart: a shell, and for each item its rows. */

import { turnedText } from "./turn.js";
import { stored } from "./zip.js";

/** Signs, as Python sets them: what a paper says in place of the first and the second, and how many more than its number before the last. */
export const TITLE = "\ue000";
export const NUMBER = "\ue001";
export const END = "\ue005";
const [POINTS, ROWS, COUNT] = ["\ue002", "\ue003", "\ue004"];
/** Rows that a shell is right for: a longer list would make more of it another. */
export const MOST_ROWS = 900;

// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const visible = (text) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(UNSEEN, "");
/** Text for XML. */
export const escaped = (text) => visible(text).replace(/[&<>"]/gu, (sign) => ESCAPES[sign]);

/** A fragment with its slots filled: `{name}` with text, `{=name}` with what is filled already. */
export const fill = (fragment, slots) => fragment.replace(/\{(=?)(\w+)\}/gu, (_, raw, name) => (raw ? slots[name] : escaped(String(slots[name]))));

/** A figure as Python's `:g` has it. */
export const figure = (value) => String(Number(value.toPrecision(6)));

/**
 * The files of a format for a paper.
 * @param {object} shells the shells of the format
 * @param {Object<string, string>} fragments
 * @param {{title: string, items: Array<{rows: Array<Array<unknown>>, points: number}>}} paper for each item the rows of each file, their
 *   texts in place
 * @returns {Array<{name: string, bytes: Uint8Array}>}
 */
export function filled(shells, fragments, { title, items }) {
  return shells.map((shell, file) => {
    const rows = items.flatMap(({ rows: each, points }) => each[file].map((row) => ({ row, points })));
    const named = [...title].map((sign) => shell.title[sign] ?? sign).join("");
    const told = (text, number, points) => text.replaceAll(TITLE, named).replaceAll(NUMBER, String(number)).replaceAll(POINTS, figure(points));
    const whole = (text, body) => text.replace(new RegExp(`${COUNT}(-?\\d+)${END}`, "gu"), (_, more) => String(rows.length + Number(more))).replace(ROWS, () => body);
    const encode = (text) => new TextEncoder().encode(text);
    if (shell.place === "") {
      const body = rows.map(({ row, points }, at) => told(row, at + 1, points)).join("\n\n");
      return { name: shell.name, bytes: encode(visible(told(whole(shell.parts[""], body), 0, 0))) };
    }
    const body = rows.map(({ row, points }, at) => line(fragments, row, at + 1 + shell.head, (text) => told(text, at + 1, points))).join("");
    const members = Object.entries(shell.parts).map(([name, text]) => [name, encode(whole(text.replaceAll(TITLE, escaped(named)), body))]);
    return { name: shell.name, bytes: stored(members) };
  });
}

/** A row of a workbook. @param {Array<[string, number, string, number]>} cells column, style, text, 1 for a figure */
function line(fragments, cells, number, told) {
  const filledIn = cells.map(([column, style, text, isFigure]) => fill(isFigure ? fragments.number : fragments.text, { at: `${column}${number}`, style, text: told(text), value: told(text) }));
  return fill(fragments.row, { row: number, cells: filledIn.join("") });
}

/** The rows of a file of rows with their texts in place, as a form has them. @param {{texts: Array<string|string[]>}} file @param {object|null} turn */
export const withTexts = (file, rows, turn = null) => rows.map((each) => each.map((row) => (Array.isArray(row) ? row.map(([column, style, text, isFigure]) => [column, style, turnedText(file.texts[text], turn, file.texts), isFigure]) : turnedText(file.texts[row], turn, file.texts))));
