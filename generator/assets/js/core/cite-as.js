/** Citations of law as documents write them. */

import { formatNumber } from "./numerals.js";

const UNITS = { k: "款", x: "项", m: "目" };
const chinese = (digits) => formatNumber(BigInt(digits));

/** 《生态环境法典》第一千零九十五条第一款第二项, of an anchor (a1095-k1-x2, a120-1); "" where it is no article's. */
export function citation(law, anchor) {
  const found = /^a(\d+)(?:-(\d+))?((?:-[kxm]\d+)*)$/u.exec(anchor);
  if (!found) return "";
  const [, article, suffix, below] = found;
  const parts = [...below.matchAll(/-([kxm])(\d+)/gu)].map(([, unit, number]) => `第${chinese(number)}${UNITS[unit]}`);
  return `《${law}》第${chinese(article)}条${suffix ? `之${chinese(suffix)}` : ""}${parts.join("")}`;
}
