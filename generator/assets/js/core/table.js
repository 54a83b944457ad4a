/** Finding and sorting rows of a table, without the DOM.  A row is `{text, values: {filter: [value, …]}, cells: [{text, value}]}`. */

import { fold } from "./characters.js";
import { tally } from "./lists.js";
import { normalise } from "./tokens.js";

let collator;
/** Chinese order; made when the first table asks, since it takes long and most pages have none. */
const compare = (a, b) => (collator ??= new Intl.Collator("zh-Hans-CN", { numeric: true })).compare(a, b);

/** Words of a text box, folded; a row must hold each. */
export const words = (query) => fold(query).toLowerCase().split(/\s+/u).filter(Boolean);

/** A row's text as `words` looks for it. */
export const folded = (text) => `${fold(text).toLowerCase()}\n${normalise(text)}`;

/**
 * @param {{text: string, values: Object<string, string[]>}} row its text folded
 * @param {string[]} wanted words
 * @param {Object<string, string>} chosen filter -> value; an empty value asks for nothing
 */
export function matches(row, wanted, chosen) {
  return wanted.every((word) => row.text.includes(word)) && isChosen(row, chosen);
}

/** Whether a row has the values chosen. */
export function isChosen(row, chosen) {
  return Object.entries(chosen).every(([name, value]) => !value || row.values[name]?.includes(value));
}

/** `[[value, how many rows], …]` of a filter, in Chinese order. */
export function choices(rows, name) {
  return ordered(tally(rows.flatMap((row) => [...new Set(row.values[name] ?? [])])));
}

/** Values with how many rows have each, in Chinese order. @param {Iterable<[string, number]>} found */
export function ordered(found) {
  return [...found].sort(([a], [b]) => compare(a, b));
}

/**
 * Rows in order of a column; equals keep their order, cells without a number come last either way.
 * @param {"text"|"number"} type
 * @param {1|-1} direction
 */
export function sorted(rows, column, type, direction) {
  const number = (row) => Number.parseFloat(row.cells[column]?.value);
  const byText = (a, b) => direction * compare(a.cells[column]?.value ?? "", b.cells[column]?.value ?? "");
  const byNumber = (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return direction * (x - y);
  };
  return [...rows].sort(type === "number" ? byNumber : byText);
}
