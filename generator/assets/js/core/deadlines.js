/** The last day of a period of law, as generator/legal/deadlines.py counts it; tests/vectors/deadlines.json holds the two together. */

import { DAY, dayAt, midnight } from "./days.js";
import { Refusal } from "./discretion.js";

const MOST_YEARS = 60;

/**
 * @param {{first: number, last: number, holidays: string[], workdays: string[]}} data days as `YYYY-MM-DD`
 */
export function readCalendar({ first, last, holidays, workdays }) {
  const [off, on] = [new Set(holidays), new Set(workdays)];
  const weekend = (at) => [0, 6].includes(new Date(at).getUTCDay());
  return {
    first,
    last,
    isOff: (at) => (weekend(at) ? !on.has(dayAt(at)) : off.has(dayAt(at))),
    covers: (at) => new Date(at).getUTCFullYear() >= first && new Date(at).getUTCFullYear() <= last,
  };
}

/** Whether the text is a day that exists, written as `2026-11-28`, of years in which such papers are served. */
export function isDay(text) {
  return /^(?:19|20)\d{2}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(midnight(text)) && dayAt(midnight(text)) === text;
}

/**
 * @param {string} start the day of the event, which itself does not count
 * @param {{amount: number, unit: string}} period
 * @param {ReturnType<typeof readCalendar>} known
 * @param {{working?: boolean, moves?: boolean}} how
 * @returns {{day: string, nominal: string, off: boolean, sure: boolean}}
 */
export function due(start, { amount, unit }, known, { working = false, moves = false } = {}) {
  if (!isDay(start)) throw new Refusal("日期应写成 2026-08-15");
  const name = `${amount}${unit === "工作日" ? "个工作日" : unit}`;
  if (!Number.isSafeInteger(amount) || amount < 1 || unit === "小时") throw new Refusal(`“${name}”不能按日计算`);
  let [at, sure] = [midnight(start), true];
  if (working || unit === "工作日") {
    if (!["日", "工作日"].includes(unit)) throw new Refusal(`“${name}”不是工作日`);
    bounded(amount / 200);
    for (let left = amount; left > 0; left -= known.isOff(at) ? 0 : 1) {
      at += DAY;
      sure = sure && known.covers(at);
    }
  } else if (unit === "日") {
    bounded(amount / 365);
    at += amount * DAY;
  } else {
    at = later(start, amount * (unit === "年" ? 12 : 1));
  }
  const nominal = at;
  sure = sure && known.covers(at);
  while (moves && known.isOff(at)) {
    at += DAY;
    sure = sure && known.covers(at);
  }
  return { day: dayAt(at), nominal: dayAt(nominal), off: known.isOff(at), sure };
}

/** The same day so many months later; where that month has none, its last. */
function later(start, count) {
  bounded(count / 12);
  const [year, month, day] = start.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.getTime();
}

function bounded(years) {
  if (years > MOST_YEARS) throw new Refusal(`期限超过 ${MOST_YEARS} 年`);
}
