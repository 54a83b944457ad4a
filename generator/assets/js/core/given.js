/** What a learner gave as an answer, without the DOM: whether anything, whether all, and what share of it is right. */

/** Whether a page can tell a right answer. */
export const isMarked = (item) => item.type.marked;

/** An answer that gives nothing. */
export const nothing = (item) => item.type.nothing(item);

/** Whether nothing was given. */
export function isEmpty(given) {
  return typeof given === "string" ? given.trim() === "" : given.every((one) => one === -1 || (typeof one === "string" && one.trim() === ""));
}

/** Whether there is an answer to every part of the question. */
export const isWhole = (item, given) => item.type.isWhole(item, given);

/** The share of the parts of a question that are right, 0 to 1: pairs of 连线, blanks of 填空 and 计算; one part for most types. */
export function shareOf(item, given) {
  if (isEmpty(given)) return 0;
  const parts = item.type.parts(item, given);
  return parts.filter(Boolean).length / parts.length;
}
