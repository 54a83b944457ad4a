/** The days of a trade for the phone's calendar as ticked; generator/site/reminders.py makes the same, held by a test. */

import { addDays } from "./days.js";

const SOON = 7;
const ALARM = 7;

/**
 * @param {Array<{id: string, day: string, rule: string, title: string, text: string}>} reminders of the page; `day` is empty for what is to be done at once
 * @param {{shown: (id: string) => boolean, done: (id: string) => boolean}} ticked
 * @param {string} today `YYYY-MM-DD`
 */
export function daysOf(reminders, { shown, done }, today) {
  const soon = addDays(today, SOON);
  return reminders
    .filter(({ id, day }) => shown(id) && (day !== "" || !done(id)))
    .map(({ id, day, rule, title, text }) => (day === "" ? { id, day: soon, title, text } : { id, day, title, text, rule, alarm: ALARM }));
}
