/** What is done with lists here and there. */

/** The list with another value at a place. */
export const replaced = (list, at, value) => list.map((old, place) => (place === at ? value : old));

/** How often each value stands in a list. @returns {Map<unknown, number>} values in order of first appearance */
export function tally(values) {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
