/** Whether answers stand in the columns of other questions, off by a constant: the twin of generator/sitting/shift.py. */

/** Rows that are tried, and the furthest that a table is taken to be off. */
const ROWS = 200;
const FURTHEST = 12;
/** Fewest answers, and fewest questions, from which anything is concluded. */
const FEWEST = 20;
const QUESTIONS = 8;
const FAULTY = 0.03;
const FEWER = 4;
const BETTER = 0.15;
const SURE = 4;
const AMONG = 2;

/**
 * The offset at which answers fit far better than where they stand, with both fits; null where there is none.
 * @param {Array<[object[], string[]]>} rows for each candidate the items of their form and the cells in the order of the numbers
 * @param {(item: object, text: string) => [boolean, boolean]} check whether a cell can be read as an answer, and whether it is right
 */
export function shifted(rows, check) {
  const tried = rows.slice(0, ROWS);
  const here = fitOf(tried, 0, check);
  if (here.cells < FEWEST || here.questions < QUESTIONS) return null;
  const found = [];
  for (let offset = -FURTHEST; offset <= FURTHEST; offset++) {
    const there = fitOf(tried, offset, check);
    if (offset && there.questions >= QUESTIONS && there.cells >= Math.max(FEWEST, Math.floor(here.cells / 2)) && explains(here, there)) {
      found.push({ offset, here, there, rank: [share(there) - faulty(there), -Math.abs(offset), offset] });
    }
  }
  const above = (a, b) => a.rank.map((one, at) => one - b.rank[at]).find((by) => by !== 0) > 0;
  return found.length > 0 ? found.reduce((best, one) => (above(one, best) ? one : best)) : null;
}

export const faulty = ({ faults, cells }) => faults / cells;
export const share = ({ right, cells }) => right / cells;

/** Whether `there` reads what `here` can't, or has right what by chance nobody would. */
function explains(here, there) {
  const reads = faulty(here) >= FAULTY && here.faults >= 3 && faulty(there) * FEWER <= faulty(here);
  const whole = here.faults >= 2 && there.faults === 0 && there.cells >= here.cells - 1;
  const error = Math.sqrt(0.25 / here.cells + 0.25 / there.cells);
  const among = Math.sqrt(0.25 / here.questions + 0.25 / there.questions);
  const knows = share(there) - share(here) >= Math.max(BETTER, SURE * error, AMONG * among);
  return (reads && share(there) >= share(here)) || whole || knows;
}

function fitOf(rows, offset, check) {
  const questions = new Set();
  let [cells, faults, right] = [0, 0, 0];
  for (const [items, texts] of rows) {
    items.forEach((item, place) => {
      const text = texts[place + offset] ?? "";
      if (!text) return;
      const [readable, good] = check(item, text);
      questions.add(place);
      cells += 1;
      faults += Number(!readable);
      right += Number(good);
    });
  }
  return cells > 0 ? { cells, faults, right, questions: questions.size } : { cells: 1, faults: 1, right: 0, questions: 1 };
}
