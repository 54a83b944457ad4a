/** What the statistics of an item ask to look at, in words: the twin of generator/sitting/analysis/advice.py. */

import { fixed, percent } from "../figures.js";
import { letter } from "../run.js";
import { gravestFirst } from "./problems.js";

/** Fewest people from which anything is advised, and what is too easy, too hard, too poor, idle, left open too often. */
export const FEW = 30;
export const EASY = 0.95;
export const HARD = 0.2;
export const POOR = 0.2;
const IDLE = 0.05;
const UNANSWERED = 0.1;

/** @param {object} row of an item @returns {Array<{word: string, text: string, grave: boolean}>} the gravest first */
export function advise(row) {
  if (row.people < FEW) return [];
  return gravestFirst([...all(row)]);
}

const advice = (word, text, grave = false) => ({ word, text, grave });

function* all(row) {
  const { discrimination, share, empty } = row;
  if (discrimination !== null && discrimination < 0) yield advice("答案存疑", `区分度是负的（${fixed(discrimination, 2)}）：整卷答得好的人，这一题反而答得差。先核对答案和条文，再看题干有没有歧义。`, true);
  if (row.lettered && row.item.type.choosing) yield* rivals(row);
  if (share >= EASY) yield advice("太易", `得分率 ${percent(share)}，几乎人人会做，分不出高低；要考的就换一种问法，或者只留作练习。`);
  else if (share <= HARD) yield advice("太难", `得分率只有 ${percent(share)}；看看是没有讲过，还是题目写得不清楚。`);
  if (discrimination !== null && discrimination >= 0 && discrimination < POOR && HARD < share && share < EASY) yield advice("区分度低", `区分度 ${fixed(discrimination, 2)}，低于 ${fixed(POOR, 2)}：会的人和不会的人答得差不多。`);
  if (row.lettered && share < EASY) yield* idle(row);
  if (empty > UNANSWERED) yield advice("未答的多", `${percent(empty)} 的人没有作答；看看时间够不够，题目看不看得懂。`);
}

/** A wrong option that the best prefer to the key. */
function* rivals(row) {
  const least = Math.min(...row.options.filter(({ correct }) => correct).map(({ upper }) => upper));
  for (const [place, option] of row.options.entries()) {
    const name = letter(place);
    if (option.correct) continue;
    if (option.upper > least) yield advice("答案存疑", `高分组里选 ${name} 的（${percent(option.upper)}）多过选正确答案的（${percent(least)}）；核对 ${name} 是不是也对。`, true);
    else if (option.upper > option.lower && option.share >= IDLE) yield advice(`选项${name}迷惑了高分组`, `高分组选 ${name} 的（${percent(option.upper)}）比低分组（${percent(option.lower)}）还多；看看 ${name} 错得清不清楚。`);
  }
}

/** Distractors that hardly anybody takes. */
function* idle(row) {
  for (const [place, { correct, count, share }] of row.options.entries()) {
    const name = letter(place);
    if (!correct && count === 0) yield advice(`选项${name}无人选`, `没有人选 ${name}，它不起作用；换一个容易混的。`);
    else if (!correct && share < IDLE) yield advice(`选项${name}少有人选`, `只有 ${count} 人（${percent(share, 1)}）选 ${name}，几乎不起作用。`);
  }
}
