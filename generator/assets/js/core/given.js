/** What a learner gave as an answer, without the DOM: whether anything, whether all, and what share of it is right. */

import { fills } from "./answers.js";

/**
 * How a question is answered: `choose` places of options, `order` all places in turn, `match` a place for each prompt (-1: none yet),
 * `fill` a text for each blank, or `words`, which a page can't mark.
 * @param {{type: string, right: number[], prompts?: string[], blanks?: string[][]}} item
 */
export function formOf(item) {
  if (item.type === "order") return "order";
  if (item.type === "match") return "match";
  if ((item.blanks ?? []).length > 0) return "fill";
  return item.right.length > 0 ? "choose" : "words";
}

/** Whether a page can tell a right answer. */
export const isMarked = (item) => formOf(item) !== "words";

/** An answer that gives nothing. */
export function nothing(item) {
  const form = formOf(item);
  if (form === "match") return item.prompts.map(() => -1);
  if (form === "fill") return item.blanks.map(() => "");
  return form === "words" ? "" : [];
}

/** Whether nothing was given. */
export function isEmpty(given) {
  return typeof given === "string" ? given.trim() === "" : given.every((one) => one === -1 || (typeof one === "string" && one.trim() === ""));
}

/** Whether there is an answer to every part of the question. */
export function isWhole(item, given) {
  const form = formOf(item);
  if (form === "order") return given.length === item.options.length;
  if (form === "match") return given.every((place) => place >= 0);
  if (form === "fill") return given.every((text) => text.trim() !== "");
  return given.length > 0;
}

/** Whether exactly the right options were chosen. @param {number[]} right @param {number[]} chosen places, from 0 */
export function isRight(right, chosen) {
  const wanted = new Set(right);
  const given = new Set(chosen);
  return wanted.size > 0 && wanted.size === given.size && [...given].every((place) => wanted.has(place));
}

/** Part by part, whether it is right: pairs of 连线, blanks of 填空 and 计算; one part for everything else. */
export function partsOf(item, given) {
  const form = formOf(item);
  if (form === "match") return item.sequence.map((place, prompt) => given[prompt] === place);
  if (form === "fill") return item.blanks.map((accepted, place) => fills(accepted, given[place] ?? ""));
  if (form === "order") return [given.length === item.sequence.length && item.sequence.every((place, at) => given[at] === place)];
  return [isRight(item.right, given)];
}

/** The share of the points that the answer earns, 0 to 1; choices are all or nothing here, `markItem` knows the rules for several. */
export function shareOf(item, given) {
  if (isEmpty(given)) return 0;
  const parts = partsOf(item, given);
  return parts.filter(Boolean).length / parts.length;
}
