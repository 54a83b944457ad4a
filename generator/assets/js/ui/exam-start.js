/** What stands before the first question of a paper. */

import { RULES } from "../core/marking.js";
import { button, el, freshId } from "./dom.js";
import { fileInput, textIn } from "./files.js";

export const UNKEPT = "浏览器不让保存（可能是无痕窗口，或者存储空间满了）：刷新或关掉这一页，答案就没有了。答题时可以把答卷存成文件，以后打开接着答。";

/** A button that opens a file of answers. @param {(text: string) => void} open */
function opener(open) {
  const id = freshId("sitting");
  const input = fileInput(async ([file]) => open(await textIn(file)), { id });
  return el("span", {}, el("label", { class: "pf-link", for: id }, "打开答卷文件"), input);
}

/**
 * @param {{minutes: number, several: boolean, marking: string, kept: boolean, another: Node|null}} paper minutes: 0 for no limit; kept:
 *   whether the browser keeps answers
 * @param {{start: (minutes: number|null) => void, open: (text: string) => void}} act
 */
export function startOf({ minutes, several, marking, kept, another }, act) {
  const unlimited = el("input", { type: "checkbox" });
  const rule = several ? RULES[marking] : null;
  const stays = "中途刷新或关掉页面，答案和时间都保留；开几个标签页，答的是同一份。";
  const lines = [
    minutes ? `限时 ${minutes} 分钟，时间到自动交卷。` : "不限时。",
    kept ? stays : null,
    rule ? `${rule}。` : null,
    "可以跳题、标记、回头改；交卷以后才显示答案和解析。",
    "可以用数字键或字母键选答案，左右方向键换题。",
  ];
  const begin = () => act.start(minutes && !unlimited.checked ? minutes : null);
  return el(
    "div",
    { class: "pf-exam__start" },
    kept ? null : el("p", { class: "pf-note pf-note--gone", role: "alert" }, UNKEPT),
    button({ class: "pf-btn pf-exam__go", onclick: begin }, "开始答题"),
    minutes ? el("label", { class: "pf-switch" }, unlimited, el("span", {}, "不限时", el("small", {}, "需要更多时间时选这一项"))) : null,
    el("ul", {}, lines.filter(Boolean).map((line) => el("li", {}, line))),
    el("p", { class: "pf-exam__more" }, opener(act.open), another),
  );
}
