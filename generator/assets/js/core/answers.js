/**
 * Whether what was written into a blank is what its key says: the twin of generator/questions/answers.py.
 * tests/vectors/answers.json and a test with any texts hold the two together; change both or none.
 */

import { formatDecimal, isLess, parseDecimal, plus } from "./numerals.js";

const FIGURES = "0-9.,〇零一二三四五六七八九十百千万亿两点";
const SUM = new RegExp(`^(百分之)?([${FIGURES}]+)个?(元|%|倍|日|天|工作日|月|年|小时|分|条|项|人|次|名)?(?:以?内|以?前)?$`, "u");
// What Python and JavaScript call a space, taken together.
const SPACE = "\\s\\ufeff\\x1c-\\x1f\\x85";
const SPACES = new RegExp(`[${SPACE}]`, "gu");
const NOISE = new RegExp(`[${SPACE}，。、；：！？“”‘’（）()《》〈〉【】[\\],;:!?"'·—-]`, "gu");
const MIXED = /([0-9]+(?:\.[0-9]+)?)([亿万千百]?)/gu;
const UNITS = { 亿: 10n ** 8n, 万: 10n ** 4n, 千: 1000n, 百: 100n, "": 1n };
const SAME = { 天: "日" };
const LONGEST = 20;

/** Whether `given` is one of the accepted writings, or another writing of the same figure and unit. @param {string[]} accepted */
export function fills(accepted, given) {
  return given.replace(SPACES, "") !== "" && accepted.map(normal).includes(normal(given));
}

/** One form for all writings of the same. */
export function normal(text) {
  const plain = text.normalize("NFKC").replace(SPACES, "").replace(/[。.]+$/u, "");
  const found = SUM.exec(plain);
  const value = found ? valueOf(found[2].replaceAll(",", "")) : null;
  if (value === null) return plain.replace(NOISE, "").toLowerCase();
  const unit = found[1] ? "%" : (found[3] ?? "");
  return `${formatDecimal(value)} ${SAME[unit] ?? unit}`.trim();
}

/** The number that a figure writes; null where it writes none. */
function valueOf(figure) {
  if ([...figure].length > LONGEST) return null;
  const parts = [...figure.matchAll(MIXED)];
  const several = parts.length > 1 && parts.map((part) => part[0]).join("") === figure;
  return several ? mixed(parts) : parseDecimal(figure);
}

/** 12万5千: every part is less than the unit before it. */
function mixed(parts) {
  let [sum, unit] = [{ value: 0n, scale: 0 }, null];
  for (const [, number, mark] of parts) {
    const part = parseDecimal(number + mark);
    if (unit !== null && !isLess(part, { value: unit, scale: 0 })) return null;
    [sum, unit] = [plus(sum, part), UNITS[mark]];
  }
  return sum;
}
