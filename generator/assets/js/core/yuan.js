/** Sums of money as people type them. */

import { parseDecimal } from "./numerals.js";

/**
 * Whole yuan of `200000`, `200,000 元`, `20万`, `1.5万元`, `二十万元`, `两千`; NaN, which is refused, where nothing readable stands there,
 * or a part of a yuan.
 * @param {string} written
 */
export function yuanOf(written) {
  const figures = written.normalize("NFKC").replace(/[\s,¥￥]|人民币|元整?$|圆整?$/gu, "");
  const found = figures === "" ? null : parseDecimal(figures);
  if (found === null) return Number.NaN;
  const unit = 10n ** BigInt(found.scale);
  const yuan = Number(found.value / unit);
  return found.value % unit === 0n && Number.isSafeInteger(yuan) ? yuan : Number.NaN;
}
