/** A mock exam on its way, without the DOM.  Moments are milliseconds since 1970, passed in. */

/**
 * A sitting is `{at, ends, answers, flags}`: the place of the open question, the moment the time is up or null, item id -> chosen
 * places (or words, where nothing is to be chosen), ids with a flag.
 * @param {number|null} minutes null: no limit
 */
export function sit(minutes, now) {
  return { at: 0, ends: minutes === null ? null : now + minutes * 60_000, answers: {}, flags: [] };
}

/** The sitting with an answer; an empty one takes the answer away. @param {number[]|string} given */
export function give(sitting, id, given) {
  const { [id]: _, ...others } = sitting.answers;
  return { ...sitting, answers: given.length > 0 ? { ...others, [id]: given } : others };
}

/** The chosen places after a click on one: several may stand together only where `several`. */
export function choose(chosen, place, several) {
  if (!several) return [place];
  return chosen.includes(place) ? chosen.filter((other) => other !== place) : [...chosen, place].sort((a, b) => a - b);
}

/** The sitting with another question open: the first or the last of `count` when `at` lies outside. */
export const turnTo = (sitting, at, count) => ({ ...sitting, at: Math.min(Math.max(at, 0), count - 1) });

export function toggleFlag(sitting, id) {
  const flags = sitting.flags.includes(id) ? sitting.flags.filter((other) => other !== id) : [...sitting.flags, id];
  return { ...sitting, flags };
}

/** Places of the questions without an answer. @param {string[]} ids */
export const unanswered = (sitting, ids) => ids.flatMap((id, place) => (Object.hasOwn(sitting.answers, id) ? [] : [place]));

/** Seconds left, never below 0; null without a limit. */
export const secondsLeft = (sitting, now) => (sitting.ends === null ? null : Math.max(0, Math.ceil((sitting.ends - now) / 1000)));

/** `90:00`, `9:05`. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** A sitting from storage, or null when it is none of this paper. @param {string[]} ids of the paper's items */
export function fromStorage(value, ids) {
  const limit = value?.ends === null || Number.isFinite(value?.ends);
  const whole = limit && Number.isInteger(value.at) && value.at >= 0 && value.at < ids.length && Array.isArray(value.flags);
  if (!whole || typeof value.answers !== "object" || value.answers === null) return null;
  const given = Object.entries(value.answers);
  const known = given.every(([id, answer]) => ids.includes(id) && (typeof answer === "string" || Array.isArray(answer)));
  return known ? { at: value.at, ends: value.ends, answers: value.answers, flags: value.flags } : null;
}
