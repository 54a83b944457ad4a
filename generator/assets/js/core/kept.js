/** What comes from storage, or from a file that the reader brings, may be anything. */

/** Whether a value is an object with names. */
export const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What the text of a file says. @param {string} words what people are told where it can't be read @throws {Error} */
export function parsed(text, words) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(words);
  }
}
