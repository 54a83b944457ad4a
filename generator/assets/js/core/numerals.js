/**
 * Numerals of statutes, read as strictly as generator/legal/numerals.py reads them: its twin, whose vectors are
 * tests/vectors/numerals.json.  Values are exact: a whole number of the `scale`-th decimal.
 */

const FIGURES = "零一二三四五六七八九";
const SMALL = { 十: 10n, 百: 100n, 千: 1000n };
const BIG = { "": 1n, 万: 10n ** 4n, 亿: 10n ** 8n, 万亿: 10n ** 12n };
const LIMIT = 10n ** 16n;
const LONGEST = 40;

const CHINESE = "〇零一二两三四五六七八九十百千万亿";
const ARABIC = /^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?([十百千]?)(万亿|万|亿)?$/u;
const POINT = new RegExp(`^([${CHINESE}]+)点([〇零一二三四五六七八九]+)(万亿|万|亿)?$`, "u");
const COUNTED = new RegExp(`^[${CHINESE}]+$`, "u");
const POSITIONAL = /^[〇零一二三四五六七八九]{2,}$/u;
// 两 stands alone or before 百, 千, 万, 亿, nowhere else.
const BAD_LIANG = /[^亿万千零〇]两|两(?![百千万亿]|$)|.两$/u;

const valueOf = (figure) => (figure === "〇" ? 0 : figure === "两" ? 2 : FIGURES.indexOf(figure));
const digitsOf = (text) => [...text].map(valueOf).join("");

/**
 * A number that may have a fraction: 2.5, 3.5万, 二点五, 一千零九十五, 二〇二六.
 * @returns {{value: bigint, scale: number}|null} null where the text is malformed (一二十, 一千五, 二百千)
 */
export function parseDecimal(text) {
  if ([...text].length > LONGEST) return null;
  const arabic = ARABIC.exec(text);
  if (arabic) {
    const [, whole, fraction = "", unit, big = ""] = arabic;
    return { value: BigInt(whole.replaceAll(",", "") + fraction.slice(1)) * (SMALL[unit] ?? 1n) * BIG[big], scale: Math.max(fraction.length - 1, 0) };
  }
  const point = POINT.exec(text);
  if (point) {
    const whole = readChinese(point[1]);
    return whole === null ? null : { value: BigInt(`${whole}${digitsOf(point[2])}`) * BIG[point[3] ?? ""], scale: point[2].length };
  }
  const whole = readChinese(text);
  return whole === null ? null : { value: whole, scale: 0 };
}

/** In Arabic figures, without idle zeros: 2.50 is 2.5, 1E+2 is 100. */
export function formatDecimal({ value, scale }) {
  const digits = value.toString().padStart(scale + 1, "0");
  const fraction = digits.slice(digits.length - scale).replace(/0+$/u, "");
  const whole = digits.slice(0, digits.length - scale);
  return scale > 0 && fraction !== "" ? `${whole}.${fraction}` : whole;
}

/** The sum of two. */
export function plus(one, other) {
  const scale = Math.max(one.scale, other.scale);
  return { value: one.value * 10n ** BigInt(scale - one.scale) + other.value * 10n ** BigInt(scale - other.scale), scale };
}

/** Whether the first is less. */
export const isLess = (one, other) => one.value * 10n ** BigInt(other.scale) < other.value * 10n ** BigInt(one.scale);

function readChinese(text) {
  if (POSITIONAL.test(text)) return BigInt(digitsOf(text));
  if (!COUNTED.test(text) || BAD_LIANG.test(text)) return null;
  const value = evaluate(text);
  // The evaluation is lax; a numeral is well formed when writing its value gives it back.
  const plain = text.replaceAll("〇", "零").replaceAll("两", "二").replace(/^一十/u, "十");
  const without = plain.replace(/(?<=[万亿])零(?=[一二三四五六七八九]千)/gu, ""); // 一万零一千 for 一万一千, but 一亿零一千 as it is
  return value < LIMIT && [plain, without].includes(formatNumber(value)) ? value : null;
}

function evaluate(text) {
  for (const unit of ["亿", "万"]) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return evaluate(text.slice(0, at)) * BIG[unit] + evaluate(text.slice(at + 1));
  }
  let [total, digit] = [0n, 0n];
  for (const figure of text) {
    if (figure in SMALL) [total, digit] = [total + (digit || 1n) * SMALL[figure], 0n];
    else digit = BigInt(valueOf(figure));
  }
  return total + digit;
}

/** A whole number as statutes write it: 110 is 一百一十. */
export function formatNumber(value) {
  return written(value).replace(/^一十/u, "十");
}

function written(value) {
  for (const unit of ["亿", "万"]) {
    const [high, low] = [value / BIG[unit], value % BIG[unit]];
    if (high > 0n) return written(high) + unit + gap(low, BIG[unit]) + (low > 0n ? written(low) : "");
  }
  for (const [unit, size] of [["千", 1000n], ["百", 100n], ["十", 10n]]) {
    const [high, low] = [value / size, value % size];
    if (high > 0n) return FIGURES[Number(high)] + unit + gap(low, size) + (low > 0n ? written(low) : "");
  }
  return FIGURES[Number(value)];
}

const gap = (low, size) => (low > 0n && low < size / 10n ? "零" : "");
