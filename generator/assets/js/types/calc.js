/** 计算题: the twin of generator/questions/types/calc.py. */

import { filled } from "./_filled.js";

export default filled("写出得数和单位，20万元也可以写成200000元。");
