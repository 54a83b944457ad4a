/** 连线题: the twin of generator/questions/types/match.py. */

import { isEmpty } from "../core/given.js";
import { replaced } from "../core/lists.js";
import { letter } from "../core/run.js";
import { BETWEEN, placeOf, short, Unclear } from "../core/sitting/cells.js";
import { order } from "../core/turn.js";
import { el, freshId } from "../ui/dom.js";
import { byParts, byShare, partOf } from "./_parts.js";

const parts = (item, given) => item.sequence.map((place, prompt) => given[prompt] === place);

const PAIR = /[(（]?(\d{1,2})[)）]?[\s.、:：=_—–→>-]*([A-Z])/gu;

/** `1-C 2-A`, or the letters alone in the order of the prompts, with a dash where there is none. @throws {Unclear} */
function understood(plain, item) {
  const count = item.sequence.length;
  const pairs = [...plain.matchAll(PAIR)];
  if (pairs.length === 0) {
    const marks = [...plain.replace(/[\s,，、;；/|]+/gu, "").replaceAll("_", "-")];
    if (marks.length !== count) throw new Unclear(`连线题有 ${count} 项，写了 ${marks.length} 个字母`);
    return marks.map((mark) => (mark === "-" ? -1 : placeOf(mark, item)));
  }
  const places = Array.from({ length: count }, () => -1);
  for (const [, number, mark] of pairs) {
    if (Number(number) < 1 || Number(number) > count) throw new Unclear(`连线题没有第 ${number} 项`);
    if (places[number - 1] >= 0) throw new Unclear(`连线题第 ${number} 项写了两个答案`);
    places[number - 1] = placeOf(mark, item);
  }
  if (plain.replace(PAIR, "").replace(BETWEEN, "")) throw new Unclear(`连线题写成 1-C 2-A，“${short(plain)}”看不懂`);
  return places;
}

const shown = (given) => given.flatMap((place, at) => (place < 0 ? [] : [`${at + 1}-${letter(place)}`])).join(" ");

export default {
  marked: true,
  cell: { understood, keyed: ({ sequence, options }) => sequence.length > 0 && sequence.every((place) => place < options.length), shown },
  read: (data, _, li) => ({ sequence: data("sequence"), prompts: [...li.querySelectorAll(".pf-prompts > li")].map((prompt) => prompt.textContent.trim()) }),
  turned: ({ texts, prompts, sequence }, seed) => {
    const options = order(texts, seed);
    const rows = order(prompts, seed);
    return { options, prompts: rows, sequence: rows.map((row) => options.indexOf(sequence[row])) };
  },
  answer: ({ sequence }) => sequence.map((place, prompt) => `${prompt + 1}-${letter(place)}`).join(" "),
  nothing: (item) => item.sequence.map(() => -1),
  isWhole: (_, given) => given.every((place) => place >= 0),
  parts,
  points: byShare,
  verdict: (item, given) => byParts(parts(item, given), isEmpty(given)),
  asked(item, given, give) {
    const row = (prompt, place) => {
      const id = freshId("pair");
      const choice = (option, at) => el("option", { value: String(at), selected: given[place] === at }, `${letter(at)}　${option.text}`);
      const select = el("select", { id, class: "pf-pair__select", onchange: () => give(replaced(given, place, Number(select.value)), true) }, el("option", { value: "-1" }, "请选择"), item.options.map(choice));
      return el("li", { class: "pf-pair" }, el("label", { for: id }, prompt), select);
    };
    const options = item.options.map((option, at) => el("li", {}, el("b", {}, letter(at)), option.text));
    const hint = el("p", { class: "pf-hint" }, `给${item.prompts.length}项各选一个字母。`);
    return [el("ul", { class: "pf-pair__options" }, options), hint, el("ol", { class: "pf-pairs" }, item.prompts.map(row))];
  },
  settled(item, given) {
    const found = given.length > 0 ? parts(item, given) : [];
    const row = (prompt, place) => partOf(found[place], item.options[given[place]]?.text, item.options[item.sequence[place]].text, prompt);
    return [el("ul", { class: "pf-parts" }, item.prompts.map(row))];
  },
};
