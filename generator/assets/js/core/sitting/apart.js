/** Heads whose number and stem tell different questions, and which of the two the answers follow: the twin of generator/sitting/apart.py. */

import { ROWS } from "./shift.js";

/** Of tables that tell points there is nothing to go by: up to this share of questions out of order, stems are not believed. */
const FEW = 0.2;
const HINT = "打开平台上的试卷，核对列名里的题号和题干各是哪一题，改好再来；平台上的次序本来就与卷面不同的，删去列名里的题号。";

/**
 * Whether the answers follow the numbers, or there is no telling; then with an E503, and nothing is to be marked.
 * @param {object[]} lines rows of candidates
 * @param {((item: object, text: string) => [boolean, boolean])|null} check null where points stand in the cells
 */
export function tellApart(table, questions, lines, keys, check, problems) {
  const orders = keys.drawn ? [] : [...keys.forms.values()].map(({ items }) => movedOf(questions, items));
  const moved = orders.length > 0 ? orders.reduce((least, one) => (one.length < least.length ? one : least)) : [];
  if (moved.length === 0) return false;
  let told = "";
  if (check === null) {
    if (moved.length > Math.max(2, FEW * questions.items.size)) return false;
  } else {
    const tried = lines.slice(0, ROWS);
    const cells = tried.flatMap((line) => moved.filter(([column]) => line.cells[column])).length;
    const [stems, numbers] = [1, 2].map((which) => goodOf(tried, moved, check, which));
    if (stems > numbers || cells === 0) return false;
    if (stems === numbers && areAlike(lines, moved, check)) {
      tellAlike(table, moved, problems);
      return false;
    }
    told = `，答案照题号读，答对的不比照题干读的少（${moved.length} 题，${cells} 格）`;
  }
  const [column, byStem, byNumber] = moved[0];
  const seen = `列名里的题干是卷上第 ${byStem.number} 题，照题号却是第 ${byNumber.number} 题${told}`;
  problems.error(table.head(column), "E503", `题号和题干对不起来：${seen}；这张表一题也没有评`, HINT);
  return true;
}

/** Column, item of the stem and item of the number, where stems stand in another order than their numbers. */
function movedOf(questions, items) {
  const known = items.filter(({ id }) => questions.items.has(id));
  const numberOf = ({ id }) => questions.heads.get(questions.items.get(id))?.number ?? null;
  const numbers = known.map(numberOf);
  if (numbers.includes(null) || new Set(numbers).size < numbers.length) return [];
  const told = [...known].sort((a, b) => numberOf(a) - numberOf(b));
  const byNumber = [...known].sort((a, b) => a.number - b.number);
  return told.flatMap((stem, at) => (stem.id === byNumber[at].id ? [] : [[questions.items.get(stem.id), stem, byNumber[at]]]));
}

/** Whether nobody's points depend on which of the two holds: statements of one section, worth the same, with the same key. */
function areAlike(lines, moved, check) {
  const same = ([, stem, other]) =>
    stem.type.judged && other.type.judged && stem.section === other.section && stem.points === other.points;
  if (!moved.every(same)) return false;
  const agree = (stem, other, text) => !text || String(check(stem, text)) === String(check(other, text));
  return lines.every(({ cells }) => moved.every(([column, stem, other]) => agree(stem, other, cells[column])));
}

function tellAlike(table, moved, problems) {
  const named = moved.map(([, { number }]) => number).sort((a, b) => a - b).join("、");
  const said = `卷上第 ${named} 题列名里的题号和题干不是同一题，照题干评了；这几题的答案相同，照哪样评各人的分都一样`;
  problems.warning(table.head(moved[0][0]), "E503", said, "逐题的统计要紧的，核对平台上这几题的次序。");
}

/** Right answers less those that can't be read, taken as answers to what stems (1) or numbers (2) tell. */
function goodOf(lines, moved, check, which) {
  let found = 0;
  for (const line of lines) {
    for (const one of moved) {
      const text = line.cells[one[0]];
      if (!text) continue;
      const [readable, right] = check(one[which], text);
      found += Number(right) - Number(!readable);
    }
  }
  return found;
}
