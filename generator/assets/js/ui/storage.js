/** The browser's storage, which may be blocked, full or hold anything; and the learner's memory in it. */

import { flagged, fromStorage, merge, remember } from "../core/memory.js";
import { siteRoot } from "./site.js";

const MEMORY = "pufa.memory";
/** Tells every element on the page that the memory is another. */
export const CHANGED = "pufa-memory-change";
/** Milliseconds in which another tab may still write without having seen what this one wrote. */
const UNSEEN = 5000;
/** What storage did not take, so that at least this page goes on with it. */
const unkept = new Map();

export function read(key) {
  if (unkept.has(key)) return JSON.parse(unkept.get(key));
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** @returns {boolean} whether it is kept */
export function write(key, value) {
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    unkept.set(key, JSON.stringify(value));
    return false;
  }
}

/** Whether storage takes so many letters more. */
export function takes(letters) {
  const taken = write("pufa.trial", "x".repeat(letters));
  write("pufa.trial", null);
  return taken;
}

/** Every key in storage that begins so. */
export function keysFrom(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

export const memory = () => fromStorage(read(MEMORY));

let last = { memory: null, when: 0 };

/** @param {object|null} changed null: nothing is remembered any more @returns {boolean} whether it is kept */
export function keep(changed) {
  last = { memory: changed, when: Date.now() };
  const kept = write(MEMORY, changed);
  document.dispatchEvent(new CustomEvent(CHANGED));
  return kept;
}

/** Two tabs that write at the same moment: what this one remembered and the other did not know of is told again. */
window.addEventListener("storage", ({ key, newValue }) => {
  if (key !== MEMORY || newValue === null || last.memory === null || Date.now() - last.when > UNSEEN) return;
  const { memory: whole, changed } = merge(memory(), last.memory);
  if (changed > 0) keep(whole);
});

/**
 * Remembers answers.
 * @param {Array<{id: string, right: boolean, stem: string, page?: string}>} answers without a page: this one
 * @param {number} [at] the moment of the answers
 * @returns {boolean} whether they are kept
 */
export function record(answers, at = Date.now()) {
  const here = pagePath();
  const now = { at, day: dayOf(at) };
  return keep(answers.reduce((known, answer) => remember(known, { ...answer, page: answer.page ?? here }, now), memory()));
}

/** Puts a flag on an item, or takes it away. @returns {boolean} whether that is kept */
export const flag = (id, on) => keep(flagged(memory(), id, on, Date.now()));

/** The reader's day of a moment, as `YYYY-MM-DD`. */
function dayOf(moment) {
  const then = new Date(moment);
  const two = (number) => String(number).padStart(2, "0");
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

export const today = () => dayOf(Date.now());

/** This page's address below the site's root: `practice/water/`. */
function pagePath() {
  const root = siteRoot().pathname;
  const here = location.pathname.replace(/[^/]*$/u, "");
  return here.startsWith(root) ? here.slice(root.length) : "";
}
