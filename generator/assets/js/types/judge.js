/** 判断题: the twin of generator/questions/types/judge.py. */

import { AROUND, BETWEEN, short, Unclear } from "../core/sitting/cells.js";
import { choice } from "./_choice.js";

const TRUE = new Set(["对", "正确", "√", "✓", "✔", "☑", "T", "TRUE", "是", "Y", "YES", "A", "对的", "正确的", "没错", "真", "✅", "RIGHT"]);
const FALSE = new Set(["错", "错误", "×", "✗", "✘", "✕", "╳", "X", "☒", "F", "FALSE", "否", "N", "NO", "B", "不对", "不正确", "错的", "错误的", "不是", "假", "❌", "❎", "WRONG"]);
const BOTH = ["AB", "FT", "对错", "×√"];
const LETTERED = /^[(（[]?[A-Za-z][)）\]]?\s*[.．、:：)）\s]\s*(\S.*)$/su;
const JUDGED = { 1: "A", 0: "B", 2: "B", "1.0": "A", "0.0": "B", "2.0": "B", O: "√", o: "√", V: "√", v: "√", "〇": "√", "○": "√", "◯": "√", "①": "A", "②": "B", 勾: "√", 叉: "×" };
/** What stands around an answer, or behind it where a platform parts several by it. */
const ROUND = /^[()（）[\]【】。. “”‘’"'┋┇┊;；,，、]+|[()（）[\]【】。. “”‘’"'┋┇┊;；,，、]+$/gu;
const TWICE = /^(.+?)\s*[(（](.+?)[)）]$/su;
const TEXTS = new Set(["对", "正确", "是", "√", "错", "错误", "否", "×", "不对", "不正确"]);

/** `A.对`, 1, 勾 … as `understood` takes them. */
function platform(text) {
  let bare = text.trim();
  const lettered = LETTERED.exec(bare);
  if (lettered && TEXTS.has(lettered[1].replace(/^[ 。.]+|[ 。.]+$/gu, ""))) bare = lettered[1].trim();
  return Object.hasOwn(JUDGED, bare) ? JUDGED[bare] : bare.replace(AROUND, "");
}

function understood(plain) {
  const parts = TWICE.exec(plain.trim())?.slice(1);
  if (parts?.every((part) => TRUE.has(part))) return [0];
  if (parts?.every((part) => FALSE.has(part))) return [1];
  const word = plain.replace(ROUND, "");
  if (TRUE.has(word)) return [0];
  if (FALSE.has(word)) return [1];
  const signs = [...new Set(word.replace(BETWEEN, ""))].sort().join("");
  throw new Unclear(BOTH.map((both) => [...both].sort().join("")).includes(signs) ? "判断题写了两个答案" : `判断题要写 对 或 错，“${short(plain)}”看不懂`);
}

export default choice({ several: false, lettered: false, cell: { ordinals: false, platform, understood } });
