/** One way through a list of questions, without the DOM: which one is open, and what was answered. */

/**
 * A run is `{ids, at, results}`: ids in order, the place of the open question, and id -> true (right) or false.
 * @param {string[]} ids
 * @param {Object<string, boolean>} before results that stand already; the run opens at the first question without one
 */
export function createRun(ids, before = {}) {
  const results = Object.fromEntries(ids.filter((id) => Object.hasOwn(before, id)).map((id) => [id, before[id]]));
  const open = ids.findIndex((id) => !Object.hasOwn(results, id));
  return { ids: [...ids], at: Math.max(open, 0), results };
}

/** The run with an answer to its open question. */
export const answer = (run, right) => ({ ...run, results: { ...run.results, [run.ids[run.at]]: right } });

/** The run at the next question without an answer, looking round the end; unchanged when all have one. */
export function next(run) {
  const count = run.ids.length;
  for (let step = 1; step <= count; step++) {
    const at = (run.at + step) % count;
    if (!Object.hasOwn(run.results, run.ids[at])) return { ...run, at };
  }
  return run;
}

/** The run with another question open: the first or the last when `at` lies outside. */
export const goTo = (run, at) => ({ ...run, at: Math.min(Math.max(at, 0), run.ids.length - 1) });

/** `{answered, right, wrong: ids in order, done}`. */
export function summary(run) {
  const wrong = run.ids.filter((id) => run.results[id] === false);
  const answered = Object.keys(run.results).length;
  return { answered, right: answered - wrong.length, wrong, done: answered === run.ids.length };
}

/**
 * Which option a key stands for: 1–9 and the letters A, B, C …
 * @returns {number} its place from 0, or -1
 */
export function optionOfKey(key, count) {
  if (key.length !== 1) return -1;
  const place = /^[1-9]$/u.test(key) ? Number(key) - 1 : key.toUpperCase().charCodeAt(0) - 65;
  return place >= 0 && place < count ? place : -1;
}

/** The letter of an option. */
export const letter = (place) => String.fromCharCode(65 + place);
