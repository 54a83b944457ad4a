/** The part of a text that shows best why it was found, and where the words of the query stand in it. */

import { isHan } from "./tokens.js";

const BREAKS = "。；，、：！？\n ";

/**
 * @param {string} text
 * @param {Map<string, number>} weights token -> weight
 * @param {number} length characters (UTF-16 units) at most, without the dots that say that something is left out
 * @returns {{text: string, marks: Array<[number, number]>}} marks are [start, end) in the excerpt, apart and rising
 */
export function excerpt(text, weights, length = 96) {
  const marks = findMarks(text, weights);
  const start = text.length <= length ? 0 : bestStart(text, marks, length);
  const end = Math.min(text.length, start + length);
  const lead = start > 0 ? "…" : "";
  const body = text.slice(start, end).replaceAll("\n", " ");
  const shift = lead.length - start;
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    text: lead + body + (end < text.length ? "…" : ""),
    marks: inside.map((mark) => [mark.start + shift, mark.end + shift]),
  };
}

/** Marks of any text, such as a title: [start, end) each. */
export function marksIn(text, weights) {
  return findMarks(text, weights).map((mark) => [mark.start, mark.end]);
}

function findMarks(text, weights) {
  const folded = [...text].map(fold).join("");
  const hits = [];
  for (const [token, weight] of weights) {
    if (/^[#~]/u.test(token)) continue;
    for (let at = folded.indexOf(token); at >= 0; at = folded.indexOf(token, at + 1)) {
      const end = at + token.length;
      if (isHan(token) || standsAlone(folded, at, end)) hits.push({ start: at, end, weight });
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks = [];
  for (const hit of hits) {
    const last = marks.at(-1);
    if (last && hit.start <= last.end) {
      last.end = Math.max(last.end, hit.end);
      last.weight += hit.weight;
    } else marks.push({ ...hit });
  }
  return marks;
}

/** Same length as the character, so that places in the folded text are places in the text. */
function fold(character) {
  const folded = character.normalize("NFKC").toLowerCase();
  return folded.length === character.length ? folded : character;
}

function standsAlone(text, start, end) {
  return !/[0-9a-z]/u.test(text.charAt(start - 1)) && !/[0-9a-z]/u.test(text.charAt(end));
}

/** Where the window with the heaviest marks begins, moved back to the start of its clause when that is near; never within a number. */
function bestStart(text, marks, length) {
  let best = 0;
  let most = -1;
  for (const first of marks) {
    const inside = marks.filter((mark) => mark.start >= first.start && mark.end <= first.start + length * 0.8);
    const weight = inside.reduce((sum, mark) => sum + mark.weight, 0);
    if (weight > most) [most, best] = [weight, first.start];
  }
  const earliest = Math.max(0, best - Math.floor(length * 0.2));
  let start = best;
  while (start > earliest && !BREAKS.includes(text[start - 1])) start--;
  start = Math.min(start, text.length - length);
  // what is cut must not read as another amount: …万元以下 for 5万元以下
  let clause = start;
  while (clause > 0 && clause < best && !BREAKS.includes(text[clause - 1])) clause++;
  start = Math.min(clause, best);
  return start > 0 && /[\udc00-\udfff]/.test(text[start]) ? start + 1 : start;
}
