/** 判断题: the twin of generator/questions/types/judge.py. */

import { choice } from "./_choice.js";

export default choice({ several: false, lettered: false });
