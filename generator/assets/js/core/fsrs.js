/**
 * When to see an item again: FSRS-6, the published scheduler, with its published default weights and whole days.
 * tests/site/ui/test_fsrs.py holds it to PyPI's `fsrs`.
 *
 * A trace is `{stability, difficulty}`: stability is the days after which an item is still known nine times in ten, difficulty lies
 * between 1 and 10.
 */

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

/** The share of items that should still be known on the day they come back. */
const WANTED = 0.9;
const LEAST = 0.001;
const LONGEST = 36_500;

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425,
  0.0912, 0.0658, 0.1542,
];
const FACTOR = 0.9 ** (-1 / W[20]) - 1;

const within = (low, high, value) => Math.min(Math.max(value, low), high);

/** The chance that an item is still known `days` after it was last seen, 0 to 1. */
export const recall = ({ stability }, days) => (1 + (FACTOR * days) / stability) ** -W[20];

/** Days until the next look, at least 1. */
export const interval = ({ stability }) => within(1, LONGEST, Math.round((stability / FACTOR) * (WANTED ** (-1 / W[20]) - 1)));

const firstDifficulty = (grade) => W[4] - Math.exp(W[5] * (grade - 1)) + 1;

/**
 * The trace after a look at the item.
 * @param {{stability: number, difficulty: number}|null} trace null: it was never seen
 * @param {1|2|3|4} grade
 * @param {number} days whole days since the last look
 */
export function seen(trace, grade, days) {
  if (trace === null) return { stability: W[grade - 1], difficulty: within(1, 10, firstDifficulty(grade)) };
  const stability = days < 1 ? sameDay(trace, grade) : grade === AGAIN ? forgotten(trace, days) : recalled(trace, grade, days);
  return { stability: Math.max(LEAST, stability), difficulty: nextDifficulty(trace, grade) };
}

/** Difficulty moves less the nearer it is to 10, and a little back towards that of an easy item. */
function nextDifficulty({ difficulty }, grade) {
  const moved = difficulty - (W[6] * (grade - 3) * (10 - difficulty)) / 9;
  return within(1, 10, W[7] * firstDifficulty(EASY) + (1 - W[7]) * moved);
}

function sameDay({ stability }, grade) {
  const growth = Math.exp(W[17] * (grade - 3 + W[18])) * stability ** -W[19];
  return stability * (grade === AGAIN ? growth : Math.max(growth, 1));
}

function recalled({ stability, difficulty }, grade, days) {
  const lost = 1 - recall({ stability }, days);
  const bonus = { [HARD]: W[15], [GOOD]: 1, [EASY]: W[16] }[grade];
  return stability * (1 + Math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (Math.exp(W[10] * lost) - 1) * bonus);
}

function forgotten({ stability, difficulty }, days) {
  const lost = 1 - recall({ stability }, days);
  const after = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp(W[14] * lost);
  return Math.min(after, stability / Math.exp(W[17] * W[18]));
}
