/**
 * The words by which tables of answers are known, as generator/site/pages/results.py writes them from the command's own: heads of
 * columns, what stands for somebody who was not there, and each platform with what it calls things.
 */

/** @param {object} data as it was written @returns {object} the same, with patterns that can be asked */
export function openWords(data) {
  const platforms = data.platforms.map((one) => ({ ...one, question: patternOf(one.question), stem: patternOf(one.stem), other: patternOf(one.other) }));
  return { ...data, platforms, sheet: platforms.find(({ id }) => id === "sheet"), absent: new Set(data.absent) };
}

/** A pattern of Python's, which a whole text has to match; null where there is none. @param {{source: string, flags: string}|null} told */
const patternOf = (told) => (told ? new RegExp(`^(?:${told.source.replaceAll("(?P<", "(?<")})$`, `${told.flags}u`) : null);
