/** Tables that tell points instead of answers: the twin of generator/sitting/pointed.py. */

import { Unclear } from "./cells.js";
import { nothingSaid } from "./people.js";

const POINTS = /^(\d{1,4}(?:\.\d{0,5})?)分?$/u;
const ROWS = 300;

/** The points in a cell, scaled where the platform's full mark `top` is another; null where there are none. @throws {Unclear} */
export function readPoints(words, text, item, top) {
  const plain = text.replaceAll(",", ".").trim();
  if (nothingSaid(words, plain) || ["-", "—", "/", ""].includes(plain)) return null;
  const found = POINTS.exec(plain);
  if (!found) throw new Unclear(`这一列是得分，“${plain.slice(0, 30)}”不是分数`);
  const points = top ? (Number(found[1]) * item.points) / top : Number(found[1]);
  if (points > item.points + 1e-9) throw new Unclear(`得了 ${found[1]} 分，超过满分 ${top ?? item.points} 分`);
  return Math.min(points, item.points);
}

/** Whether points stand where answers should: every cell a number that its item can earn, and they add up to the total. */
export function pointsStand(words, columns, lines, keyOf) {
  let [added, below, seen] = [0, 0, 0];
  for (const line of lines.slice(0, ROWS)) {
    const key = keyOf(columns, line);
    const cells = key ? [...cellsOf(words, columns, line, key)] : [];
    if (cells.some(([item, points]) => points === null || points > item.points)) return false;
    seen += cells.length;
    below += cells.filter(([item, points]) => words.types[item.typeId].lettered && (points === 0 || points % 1 > 0)).length;
    const total = columns.total === undefined ? null : number(line.cells[columns.total]);
    const sum = cells.reduce((whole, [, points]) => whole + points, 0);
    if (cells.length > 0 && total !== null) added += Math.abs(sum - total) < 1e-9 ? 1 : -1;
  }
  return seen > 0 && (added > 0 || (added === 0 && below > 0));
}

/** Items with the number in their cell, null where it is none; empty cells are left out. */
function* cellsOf(words, columns, line, key) {
  for (const item of key.items) {
    const column = columns.questions.column(item);
    const text = column === undefined ? "" : line.cells[column];
    if (text && !nothingSaid(words, text) && text !== "-") yield [item, number(text)];
  }
}

function number(text) {
  const found = POINTS.exec(text.trim());
  return found ? Number(found[1]) : null;
}
