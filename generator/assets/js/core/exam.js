/** A mock exam on its way, without the DOM, in as many tabs as a learner opens.  Moments are milliseconds since 1970, passed in. */

import { isEmpty } from "./given.js";
import { isTable } from "./kept.js";

/**
 * A sitting is `{begun, ends, paper, at, answers, flags, done}`: the moment it began, by which it is known; the moment the time is up or
 * null; the digest of its paper; the place of the open question; item id -> `{split, parts: [{given, rev, when}, …]}`, what was given as
 * a whole or, where `split`, part by part, each with its revision; item id -> `{on, rev, when}`; the moment it was handed in or null.
 * @param {number|null} minutes null: no limit
 */
export const sit = (minutes, now, paper = "") => ({ begun: now, ends: minutes === null ? null : now + minutes * 60_000, paper, at: 0, answers: {}, flags: {}, done: null });

/**
 * The sitting with an answer; an empty one takes the answer away.
 * @param {number[]|string[]|string} given as the item's type has it
 * @param {boolean} split whether its elements answer parts of the question, each by itself
 */
export function give(sitting, id, given, now, split = false) {
  const before = sitting.answers[id]?.split === split ? sitting.answers[id].parts : [];
  const part = (value, at) => {
    if (JSON.stringify(before[at]?.given) === JSON.stringify(value)) return before[at];
    const untouched = !before[at] && isEmpty([value].flat());
    return { given: value, rev: untouched ? 0 : (before[at]?.rev ?? 0) + 1, when: untouched ? 0 : now };
  };
  return { ...sitting, answers: { ...sitting.answers, [id]: { split, parts: (split ? given : [given]).map(part) } } };
}

/** What is answered: item id -> what was given. */
export function givenIn(sitting) {
  const whole = ({ split, parts }) => (split ? parts.map(({ given }) => given) : parts[0].given);
  return Object.fromEntries(Object.entries(sitting.answers).flatMap(([id, answer]) => (isEmpty(whole(answer)) ? [] : [[id, whole(answer)]])));
}

export const isFlagged = (sitting, id) => sitting.flags[id]?.on === true;

export const toggleFlag = (sitting, id, now) => ({
  ...sitting,
  flags: { ...sitting.flags, [id]: { on: !isFlagged(sitting, id), rev: (sitting.flags[id]?.rev ?? 0) + 1, when: now } },
});

/** The sitting handed in, once and for all. */
export const handIn = (sitting, now) => ({ ...sitting, done: sitting.done ?? now });

/** The chosen places after a click on one: several may stand together only where `several`. */
export function choose(chosen, place, several) {
  if (!several) return [place];
  return chosen.includes(place) ? chosen.filter((other) => other !== place) : [...chosen, place].sort((a, b) => a - b);
}

/** The sitting with another question open: the first or the last of `count` when `at` lies outside. */
export const turnTo = (sitting, at, count) => ({ ...sitting, at: Math.min(Math.max(at, 0), count - 1) });

/** Places of the questions without an answer. @param {string[]} ids */
export function unanswered(sitting, ids) {
  const given = givenIn(sitting);
  return ids.flatMap((id, place) => (Object.hasOwn(given, id) ? [] : [place]));
}

/** Seconds left, never below 0; null without a limit. */
export const secondsLeft = (sitting, now) => (sitting.ends === null ? null : Math.max(0, Math.ceil((sitting.ends - now) / 1000)));

/** `90:00`, `9:05`. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// ---- several tabs ----

/** Of two revisions the one that counts: the higher, then the later, then whichever is written greater, so that all tabs agree. */
function winner(one, other) {
  if (!one || !other) return one ?? other;
  const order = one.rev - other.rev || one.when - other.when || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return order >= 0 ? one : other;
}

/** Of two answers, part by part; of two that are split in another way the one that is written greater. */
function answer(one, other) {
  if (!one || !other) return one ?? other;
  if (one.split !== other.split || one.parts.length !== other.parts.length) return JSON.stringify(one) < JSON.stringify(other) ? other : one;
  return { split: one.split, parts: one.parts.map((part, at) => winner(part, other.parts[at])) };
}

function merged(one, other, choice) {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(ids.map((id) => [id, choice(one[id], other[id])]));
}

/**
 * Two tabs' sittings as one: the one begun later; of the same, answer by answer the later revision; what is handed in stays as it was
 * handed in.  In whatever order tabs hear of each other, all come to the same; only the open question is each tab's own.
 */
export function merge(mine, other) {
  if (!mine || !other) return mine ?? other;
  if (mine.begun !== other.begun) return mine.begun > other.begun ? mine : other;
  if (mine.done !== other.done) {
    const first = mine.done === null || (other.done !== null && other.done < mine.done) ? other : mine;
    return { ...first, at: mine.at };
  }
  return { ...mine, answers: merged(mine.answers, other.answers, answer), flags: merged(mine.flags, other.flags, winner) };
}

/** Whether two sittings tell the same, wherever their tabs stand. */
export function isSame(one, other) {
  const told = (sitting) => JSON.stringify(sitting && [sitting.begun, sitting.done, merged(sitting.answers, {}, answer), merged(sitting.flags, {}, winner)]);
  return told(one) === told(other);
}

/** A sitting from storage or a file, or null when it is none of this paper. @param {string[]} ids of the paper's items */
export function fromStorage(value, ids) {
  const moment = (one) => one === null || Number.isFinite(one);
  if (!isTable(value) || !isTable(value.answers)) return null;
  const sitting = Object.hasOwn(value, "begun") ? value : present(value);
  const { begun, ends, paper, at, answers, flags, done } = sitting;
  if (!Number.isFinite(begun) || !moment(ends) || !moment(done) || typeof paper !== "string" || !isTable(flags)) return null;
  if (!Number.isInteger(at) || at < 0 || at >= ids.length) return null;
  const isRevised = (entry) => Number.isInteger(entry?.rev) && Number.isFinite(entry.when);
  const isPart = (one) => typeof one === "string" || Number.isInteger(one);
  const isGiven = ({ given }) => isPart(given) || (Array.isArray(given) && given.every(isPart));
  const isAnswer = (one) => typeof one?.split === "boolean" && Array.isArray(one.parts) && one.parts.length > 0 && one.parts.every((part) => isRevised(part) && isGiven(part));
  const isMark = (one) => isRevised(one) && typeof one.on === "boolean";
  const all = (entries, test) => Object.entries(entries).every(([id, entry]) => ids.includes(id) && test(entry));
  const whole = all(answers, isAnswer) && all(flags, isMark);
  return whole ? { begun, ends, paper, at, answers, flags, done } : null;
}

/** A sitting as earlier builds of the site kept it: no moments, no revisions. */
function present({ at, ends, answers, flags }) {
  const first = (value) => ({ ...value, rev: 1, when: 0 });
  const answered = ([id, given]) => [id, { split: false, parts: [first({ given })] }];
  return {
    begun: 0,
    ends,
    paper: "",
    at,
    answers: Object.fromEntries(Object.entries(answers).map(answered)),
    flags: Array.isArray(flags) ? Object.fromEntries(flags.map((id) => [id, first({ on: true })])) : null,
    done: null,
  };
}
