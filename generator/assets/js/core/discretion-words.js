/** How the working of a discretion benchmark is written: what generator/discretion/words.py writes. */

import { compare, nearest, over, times } from "./ratio.js";

const HUNDRED = [100n, 1n];
const UNITS = [["亿", 10n ** 8n], ["万", 10n ** 4n]];

/** A whole number of hundredths as a decimal: 1250 is 12.5. */
function hundredths(count) {
  const text = `${count / 100n}.${String(count % 100n).padStart(2, "0")}`;
  return text.replace(/\.?0+$/u, "");
}

const twoPlaces = (value) => hundredths(nearest(times(value, HUNDRED)));

/** 12.5% */
export const percentWords = (value) => `${twoPlaces(value)}%`;

/** 1/3 of the whole for 33⅓ per cent. */
export function fractionWords(value) {
  const [top, bottom] = over(value, HUNDRED);
  return bottom === 1n ? String(top) : `${top}/${bottom}`;
}

/** 3倍, or 5% for 1/20. */
export const shareWords = (value, asTimes) => (asTimes ? `${twoPlaces(value)}倍` : percentWords(times(value, HUNDRED)));

/** 20万元; 12345.5元; 约33333.33元 where two places do not hold it. */
export function sumWords(value) {
  const [yuan, part] = value;
  if (part !== 1n) return `${times(value, HUNDRED)[1] === 1n ? "" : "约"}${twoPlaces(value)}元`;
  const [unit, size] = UNITS.find(([, large]) => yuan >= large && yuan % (large / 100n) === 0n) ?? ["", 1n];
  return `${unit ? hundredths((yuan * 100n) / size) : yuan}${unit}元`;
}

/** 20万元; 12万元以上16万元以下; 1万元以下 where it begins with nothing. */
export function spanWords(least, most) {
  if (compare(least, most) === 0) return sumWords(most);
  return `${least[0] === 0n ? "" : `${sumWords(least)}以上`}${sumWords(most)}以下`;
}
