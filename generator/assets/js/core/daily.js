/** What daily fines come to, as generator/discretion/daily.py computes it; tests/vectors/daily.json holds the two together. */

import { addDays, daysFrom } from "./days.js";
import { isDay } from "./deadlines.js";
import { Refusal } from "./discretion.js";
import { sumWords } from "./discretion-words.js";
import { exact } from "./ratio.js";

const MOST_DAYS = 3660;

/**
 * @param {number} fine yuan of the original fine
 * @param {string} ordered the day on which the order to correct was served, `YYYY-MM-DD`
 * @param {string} checked the day of the check that found it going on; it counts
 * @returns {{days: number, first: string, total: number, steps: Array<[string, string, string]>}}
 * @throws {Refusal}
 */
export function daily(fine, ordered, checked) {
  if (!Number.isSafeInteger(fine) || fine < 1) throw new Refusal("要填原罚款数额（元，大于零的整数）");
  if (!isDay(ordered) || !isDay(checked)) throw new Refusal("要填责令改正和复查的日子");
  const days = daysFrom(ordered, checked);
  if (days < 1) throw new Refusal("复查的日子要在责令改正的日子以后");
  if (days > MOST_DAYS) throw new Refusal("两个日子隔得太久，核对年份");
  const first = addDays(ordered, 1);
  const words = (sum) => sumWords(exact(sum));
  const total = fine * days;
  const steps = [
    ["起算", "责令改正之日的次日", first],
    ["止算", "复查发现那天，当天计入", checked],
    ["日数", `${first} 至 ${checked}`, `${days}日`],
    ["按日连续处罚", `${words(fine)} × ${days}日`, words(total)],
    ["连原罚款", `${words(fine)} ＋ ${words(total)}`, words(fine + total)],
  ];
  return { days, first, total, steps };
}
