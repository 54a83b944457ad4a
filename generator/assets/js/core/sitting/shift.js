/** Whether answers stand in the columns of other questions, moved or anyhow: the twin of generator/sitting/shift.py. */

/** Rows that are tried, and the furthest that a table is taken to be off; from a later question on, the furthest is a few cells. */
export const ROWS = 200;
const FURTHEST = 12;
const FEW = 3;
/** Fewest answers, and fewest questions, from which anything is concluded. */
const FEWEST = 20;
const QUESTIONS = 8;
const FAULTY = 0.03;
const FEWER = 4;
const BETTER = 0.15;
const SURE = 4;
const AMONG = 2;
/** The same from a later question on, of which many are tried. */
const LATER = 0.2;
const SURER = 6;
const BETWEEN = 1.5;
const LESS = 0.1;
/** Questions, and their share of all, most of whose answers can't be theirs; the share of all answers from which on it is as bad. */
const STRANGE = 3;
const PART = 0.1;
const MUCH = 0.25;

/**
 * The move after which answers fit far better than where they stand: offset, place of the first question that is off, and how the
 * answers from there on fit as they stand (`here`) and moved back (`there`); null where there is none.
 * @param {Array<[object[], string[]]>} rows for each candidate the items of their form and the cells in the order of the numbers
 * @param {(item: object, text: string) => [boolean, boolean]} check whether a cell can be read as an answer, and whether it is right
 */
export function shifted(rows, check) {
  const tried = rows.slice(0, ROWS);
  const stand = countsOf(tried, 0, check);
  const here = fitOf(stand);
  if (here.cells < FEWEST || here.questions < QUESTIONS) return null;
  const offsets = Array.from({ length: 2 * FURTHEST + 1 }, (_, at) => at - FURTHEST).filter((offset) => offset !== 0);
  const moved = new Map(offsets.map((offset) => [offset, countsOf(tried, offset, check)]));
  const found = [];
  for (const [offset, counts] of moved) {
    const there = fitOf(counts);
    if (there.questions >= QUESTIONS && there.cells >= Math.max(FEWEST, Math.floor(here.cells / 2)) && explains(here, there)) {
      found.push({ offset, start: 0, here, there, rank: [share(there) - faulty(there), -Math.abs(offset), offset] });
    }
  }
  if (found.length > 0) return best(found);
  const later = offsets.filter((offset) => Math.abs(offset) <= FEW).flatMap((offset) => laterOf(stand, moved.get(offset), offset));
  return later.length > 0 ? best(later) : null;
}

/** Places of questions most of whose answers can't be theirs, where columns and questions don't belong together; else none. @returns {number[]} */
export function strange(rows, check) {
  const counts = countsOf(rows.slice(0, ROWS), 0, check);
  const whole = fitOf(counts);
  if (whole.cells < FEWEST || whole.questions < QUESTIONS) return [];
  const wrong = counts.flatMap(({ cells, faults }, place) => (faults > 0 && 2 * faults > cells ? [place] : []));
  const some = wrong.filter((place) => counts[place].faults >= STRANGE);
  if (some.length >= Math.max(STRANGE, PART * whole.questions)) return some;
  return wrong.length >= QUESTIONS && faulty(whole) >= MUCH ? wrong : [];
}

export const faulty = ({ faults, cells }) => faults / cells;
export const share = ({ right, cells }) => right / cells;

function best(found) {
  const above = (a, b) => a.rank.map((one, at) => one - b.rank[at]).find((by) => by !== 0) > 0;
  return found.reduce((most, one) => (above(one, most) ? one : most));
}

/** Whether `there` reads what `here` can't, or has right what by chance nobody would. */
function explains(here, there) {
  const reads = faulty(here) >= FAULTY && here.faults >= 3 && faulty(there) * FEWER <= faulty(here);
  const whole = here.faults >= 2 && there.faults === 0 && there.cells >= here.cells - 1;
  const [error, among] = errors(here, there);
  const knows = share(there) - share(here) >= Math.max(BETTER, SURE * error, AMONG * among);
  return (reads && share(there) >= share(here)) || whole || knows;
}

/** Where from a later question on the answers fit as those before it do, once they are moved, and else far worse. */
function laterOf(stand, moved, offset) {
  const found = [];
  for (let start = QUESTIONS; start <= stand.length - QUESTIONS; start++) {
    const [before, here, there] = [fitOf(stand.slice(0, start)), fitOf(stand.slice(start)), fitOf(moved.slice(start))];
    if (Math.min(before.questions, here.questions, there.questions) < QUESTIONS || there.cells < here.cells * 0.7) continue;
    const [error, among] = errors(here, there);
    const gain = share(there) - share(here);
    const reads = here.faults >= 3 && faulty(here) >= 2 * FAULTY && faulty(there) * FEWER <= faulty(here);
    const better = gain >= Math.max(LATER, SURER * error, BETWEEN * among) || (reads && gain >= Math.max(LATER, among));
    if (share(there) >= share(before) - LESS && better) {
      found.push({ offset, start, here, there, rank: [there.right - here.right, -Math.abs(offset), offset] });
    }
  }
  return found;
}

/** Standard error of the difference of shares, as if each answer and as if only each question stood by itself. */
function errors(here, there) {
  return [Math.sqrt(0.25 / here.cells + 0.25 / there.cells), Math.sqrt(0.25 / here.questions + 0.25 / there.questions)];
}

/** For each place of a question: cells with something in them, those unreadable, those right. */
function countsOf(rows, offset, check) {
  const found = Array.from({ length: Math.max(0, ...rows.map(([items]) => items.length)) }, () => ({ cells: 0, faults: 0, right: 0 }));
  for (const [items, texts] of rows) {
    items.forEach((item, place) => {
      const text = texts[place + offset] ?? "";
      if (!text) return;
      const [readable, good] = check(item, text);
      found[place].cells += 1;
      found[place].faults += Number(!readable);
      found[place].right += Number(good);
    });
  }
  return found;
}

function fitOf(counts) {
  const [cells, faults, right] = ["cells", "faults", "right"].map((name) => counts.reduce((sum, count) => sum + count[name], 0));
  return cells > 0 ? { cells, faults, right, questions: counts.filter((count) => count.cells > 0).length } : { cells: 1, faults: 1, right: 0, questions: 1 };
}
