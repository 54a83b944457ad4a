/** 单项选择题: the twin of generator/questions/types/single.py. */

import { choice } from "./_choice.js";

export default choice({ several: false, lettered: true });
