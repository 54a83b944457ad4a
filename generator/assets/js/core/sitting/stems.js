/** Questions by the text of their stems, of which an export often has only the beginning: the twin of generator/sitting/stems.py. */

import { tally } from "../lists.js";
import { NOTE } from "./heads.js";

/** Fewest characters of a text that tells a question. */
export const FEWEST = 4;
/** From this length on a text may stand anywhere in a stem, and one may differ from it by a slip. */
const LONG = 10;
const ALIKE = 0.85;
/** Tags and entities of HTML, and whatever is neither letter nor digit. */
const NOISE = /<\/?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,6});|[^\p{L}\p{N}]/gu;
/** An entity that was cut short with the text. */
const CUT = /&(?:[A-Za-z]{1,8}|#\d{0,6})(?=[.…\s]*$)/u;

/** Letters, digits and Han characters of a text, which all writings of it share. */
export const face = (text) => text.normalize("NFKC").replace(NOISE, "").toLowerCase().replaceAll("ß", "ss");

export class Stems {
  /** @param {object[]} items of a key */
  constructor(items) {
    this.faces = new Map(items.map((item) => [item.id, facesOf(item)]));
  }

  /** Ids of the items that a text may be the stem of; several where stems begin alike, none where none is like it. */
  find(text) {
    const shown = face(text.replace(CUT, ""));
    if (shown.length < FEWEST) return [];
    const same = this.where((stem) => stem === shown);
    if (same.length > 0) return same;
    const begun = this.where((stem) => stem.startsWith(shown) || (stem !== "" && shown.startsWith(stem)));
    if (begun.length > 0 || shown.length < LONG) return begun;
    const inside = this.where((stem) => stem.includes(shown) || (stem.length >= LONG && shown.includes(stem)));
    return inside.length > 0 ? inside : this.alike(shown);
  }

  where(fits) {
    return [...this.faces].flatMap(([id, stems]) => (stems.some(fits) ? [id] : []));
  }

  /** The item whose stem differs by a slip or two; none where two are about as near. */
  alike(shown) {
    const near = [];
    for (const [id, stems] of this.faces) {
      const ratio = Math.max(...stems.map((stem) => ratioOf(shown, stem)));
      if (ratio >= ALIKE) near.push([ratio, id]);
    }
    near.sort(([a, one], [b, other]) => b - a || (one < other ? 1 : -1));
    return near.length > 0 && (near.length === 1 || near[0][0] - near[1][0] > 0.05) ? [near[0][1]] : [];
  }
}

/** The stem alone; of a part also behind its kind, and behind the whole case; each with the notes that heads are read without. */
function facesOf(item) {
  const kind = item.told.slice(item.told.lastIndexOf("\n") + 1);
  const whole = [...new Set(["", kind, item.told])].map((words) => words + item.stem);
  return [...new Set(whole.flatMap((one) => [face(one), face(one.replace(NOTE, ""))]))];
}

/** Twice the characters in matching blocks over all, as Python's difflib has it; 0 where the characters alone are too few. */
function ratioOf(shown, stem) {
  const [one, other] = [[...shown], [...stem].slice(0, [...shown].length + 3)];
  const whole = one.length + other.length;
  const left = tally(other);
  let common = 0;
  for (const sign of one) {
    const count = left.get(sign) ?? 0;
    if (count > 0) common += 1;
    left.set(sign, count - 1);
  }
  return (2 * common) / whole >= ALIKE ? (2 * matching(one, other, 0, one.length, 0, other.length)) / whole : 0;
}

/** Characters in the longest block that both have, the earliest of several, and in what stands before and behind it. */
function matching(one, other, from, to, low, high) {
  let [best, a, b] = [0, from, low];
  let runs = new Map();
  for (let i = from; i < to; i++) {
    const next = new Map();
    for (let j = low; j < high; j++) {
      if (one[i] !== other[j]) continue;
      const run = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, run);
      if (run > best) [best, a, b] = [run, i - run + 1, j - run + 1];
    }
    runs = next;
  }
  return best === 0 ? 0 : best + matching(one, other, from, a, low, b) + matching(one, other, a + best, to, b + best, high);
}
