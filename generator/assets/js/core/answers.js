/**
 * Whether what was written into a blank is what its key says: the twin of generator/questions/answers.py.
 * tests/vectors/answers.json holds the two together; change both or none.
 */

const FIGURES = "0-9.,〇零一二三四五六七八九十百千万亿两点";
const SUM = new RegExp(`^(百分之)?([${FIGURES}]+)个?(元|%|倍|日|天|工作日|月|年|小时|分|条|项|人|次|名)?(?:以?内|以?前)?$`, "u");
const NOISE = /[\s，。、；：！？“”‘’（）()《》〈〉【】[\],;:!?"'·—-]/gu;
const SAME = { 天: "日" };
const DIGITS = "零一二三四五六七八九";
const SMALL = { 十: 10, 百: 100, 千: 1000 };
const BIG = { 万: 1e4, 亿: 1e8 };

/** Whether `given` is one of the accepted writings, or another writing of the same figure and unit. @param {string[]} accepted */
export function fills(accepted, given) {
  return given.trim() !== "" && accepted.map(normal).includes(normal(given));
}

/** One form for all writings of the same. */
export function normal(text) {
  const plain = text.normalize("NFKC").trim().replace(/[。.]+$/u, "");
  const found = SUM.exec(plain.replace(/\s/gu, ""));
  const value = found ? valueOf(found[2].replaceAll(",", "")) : null;
  if (value === null) return plain.replace(NOISE, "").toLowerCase();
  const unit = found[1] ? "%" : (found[3] ?? "");
  return `${value} ${SAME[unit] ?? unit}`.trim();
}

/** The number that a figure writes, with dust of binary fractions swept off; null where it writes none. */
function valueOf(figure) {
  const plain = figure.replaceAll("〇", "零").replaceAll("两", "二");
  const value = /^[0-9.]/u.test(plain) ? mixed(plain) : chinese(plain);
  return value === null ? null : Number(value.toPrecision(15));
}

/** 200000, 12.5万, 12万5千. */
function mixed(text) {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([亿万千百]?)/gu)];
  if (parts.map((part) => part[0]).join("") !== text) return null;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (SMALL[unit] ?? BIG[unit] ?? 1), 0);
}

/** 二十万, 二〇二六, 一点五, 二点五万. */
function chinese(text) {
  const point = /^(.+)点([零一二三四五六七八九]+)([万亿]?)$/u.exec(text);
  if (point) {
    const whole = chinese(point[1]);
    const after = [...point[2]].map((digit) => DIGITS.indexOf(digit)).join("");
    return whole === null ? null : Number(`${whole}.${after}`) * (BIG[point[3]] ?? 1);
  }
  if (!/^[零一二三四五六七八九十百千万亿]+$/u.test(text)) return null;
  if (!/[十百千万亿]/u.test(text)) return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(""));
  let [total, section, digit] = [0, 0, 0];
  for (const character of text) {
    if (character in BIG) {
      total = (total + section + digit) * BIG[character];
      [section, digit] = [0, 0];
    } else if (character in SMALL) {
      section += (digit || 1) * SMALL[character];
      digit = 0;
    } else digit = DIGITS.indexOf(character);
  }
  return total + section + digit;
}
