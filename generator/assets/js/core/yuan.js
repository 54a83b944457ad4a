/** Sums of money as people type them. */

/** Whole yuan of `200000` or `200,000 元`; NaN, which is refused, where nothing readable stands there. @param {string} written */
export function yuanOf(written) {
  const figures = written.normalize("NFKC").replace(/[,\s元]/gu, "");
  return /^\d+$/u.test(figures) ? Number(figures) : Number.NaN;
}
