/** The browser's storage, which may be blocked, full or hold anything; and the learner's memory in it. */

import { fromStorage, remember } from "../core/memory.js";
import { siteRoot } from "./search-api.js";

const MEMORY = "pufa.memory";
/** Tells every element on the page that the memory is another. */
export const CHANGED = "pufa-memory-change";

export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** @returns {boolean} whether it is kept */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const memory = () => fromStorage(read(MEMORY));

export function keep(changed) {
  const kept = write(MEMORY, changed);
  document.dispatchEvent(new CustomEvent(CHANGED));
  return kept;
}

/** Remembers answers. @param {Array<{id: string, right: boolean, stem: string, page?: string}>} answers without a page: this one */
export function record(answers) {
  const here = pagePath();
  const day = today();
  keep(answers.reduce((known, answer) => remember(known, { ...answer, page: answer.page ?? here }, day), memory()));
}

/** The reader's day, as `YYYY-MM-DD`. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** This page's address below the site's root: `practice/water/`. */
export function pagePath() {
  const root = siteRoot().pathname;
  const here = location.pathname.replace(/[^/]*$/u, "");
  return here.startsWith(root) ? here.slice(root.length) : "";
}
