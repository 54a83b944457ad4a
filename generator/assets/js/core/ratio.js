/** Exact fractions on BigInt, so that sums of money and of per cents carry no dust of binary fractions.  A ratio is `[numerator, denominator]`. */

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** @param {bigint} over @param {bigint} under not zero */
export function ratio(over, under = 1n) {
  const sign = under < 0n ? -1n : 1n;
  const common = gcd(over, under) || 1n;
  return [(sign * over) / common, (sign * under) / common];
}

/** A number as it is written in decimals: 12.5, "0.1", 20000000. */
export function exact(written) {
  const [, sign, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(String(written)) ?? [];
  if (whole === undefined) throw new RangeError(`${written} is no decimal`);
  return ratio(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
}

export const plus = ([a, b], [c, d]) => ratio(a * d + c * b, b * d);
export const times = ([a, b], [c, d]) => ratio(a * c, b * d);
export const over = ([a, b], [c, d]) => ratio(a * d, b * c);
/** Negative, zero or positive, as a sort wants it. */
export const compare = ([a, b], [c, d]) => Number(a * d - c * b > 0n) - Number(a * d - c * b < 0n);
export const larger = (a, b) => (compare(a, b) < 0 ? b : a);
export const smaller = (a, b) => (compare(a, b) > 0 ? b : a);
/** The whole number below. @returns {bigint} */
export const floor = ([a, b]) => a / b - (a % b < 0n ? 1n : 0n);
/** The whole number above. @returns {bigint} */
export const ceil = ([a, b]) => -floor([-a, b]);
/** The nearest whole number, halves up. @returns {bigint} */
export const nearest = (value) => floor(plus(value, [1n, 2n]));
