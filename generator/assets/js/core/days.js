/** Days as `YYYY-MM-DD`, counted in whole days of 86,400,000 milliseconds. */

export const DAY = 86_400_000;

/** The moment at which a day begins; NaN where the text is none. */
export const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

/** The day of a moment. */
export const dayAt = (moment) => new Date(moment).toISOString().slice(0, 10);

/** The day `days` after `day`. */
export const addDays = (day, days) => dayAt(midnight(day) + days * DAY);

/** How many days lie from one to the other; negative where the other is earlier. */
export const daysFrom = (day, other) => (midnight(other) - midnight(day)) / DAY;
