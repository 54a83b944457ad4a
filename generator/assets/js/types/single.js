/** 单项选择题: the twin of generator/questions/types/single.py. */

import { Unclear } from "../core/sitting/cells.js";
import { choice, lettersOf } from "./_choice.js";

function understood(plain, item) {
  const given = lettersOf(plain, item);
  if (given.length > 1) throw new Unclear("单选题写了两个以上答案");
  return given;
}

export default choice({ several: false, lettered: true, cell: { understood } });
