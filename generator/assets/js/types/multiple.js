/** 多项选择题: the twin of generator/questions/types/multiple.py. */

import { choice } from "./_choice.js";

export default choice({ several: true, lettered: true });
