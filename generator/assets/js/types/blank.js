/** 填空题: the twin of generator/questions/types/blank.py. */

import { filled } from "./_filled.js";

export default filled("数字用阿拉伯数字或汉字都可以。");
