/** What 填空 and 计算 share: blanks to be written into. */

import { fills } from "../core/answers.js";
import { isEmpty } from "../core/given.js";
import { replaced } from "../core/lists.js";
import { Unclear } from "../core/sitting/cells.js";
import { el, freshId } from "../ui/dom.js";
import { byParts, byShare, partOf } from "./_parts.js";

const PART = /(?:part|部分)\s*\d+\s*[:：]\s*/giu;

/** Blanks stand between semicolons or in lines of their own; of a single blank the whole cell is the text. @throws {Unclear} */
function written(text, { blanks }) {
  if (text.trim() === "") return [];
  const found = blanks.length > 1 ? text.split(/[;；\n]/u).map((part) => part.trim()) : [text.trim()];
  if (found.length > blanks.length) throw new Unclear(`只有 ${blanks.length} 个空，写了 ${found.length} 个答案`);
  return blanks.map((_, place) => found[place] ?? "");
}

/** A type of blanks. @param {string} hint how to write */
export function filled(hint) {
  const parts = (item, given) => item.blanks.map((accepted, place) => fills(accepted, given[place] ?? ""));
  const name = (item, place) => (item.blanks.length > 1 ? `第 ${place + 1} 空` : "");
  return {
    marked: true,
    cell: { platform: (text) => text.replace(PART, "").replaceAll("┋", "；"), whole: written, keyed: ({ blanks }) => blanks.length > 0, shown: (given) => given.join("；") },
    read: (data) => ({ blanks: data("blanks") }),
    nothing: (item) => item.blanks.map(() => ""),
    isWhole: (_, given) => given.every((text) => text.trim() !== ""),
    parts,
    points: byShare,
    verdict: (item, given) => byParts(parts(item, given), isEmpty(given)),
    asked(item, given, give) {
      let written = given;
      const row = (_, place) => {
        const id = freshId("blank");
        const input = el("input", { id, class: "pf-blank__input", type: "text", autocomplete: "off", value: given[place] ?? "", oninput: () => give((written = replaced(written, place, input.value)), false) });
        return el("p", { class: "pf-blank" }, el("label", { for: id }, name(item, place) || "你的答案"), input);
      };
      return [el("div", { class: "pf-blanks" }, item.blanks.map(row)), el("p", { class: "pf-hint" }, hint)];
    },
    settled(item, given) {
      const found = given.length > 0 ? parts(item, given) : [];
      return [el("ul", { class: "pf-parts" }, item.blanks.map((accepted, place) => partOf(found[place], given[place], accepted[0], name(item, place))))];
    },
  };
}
