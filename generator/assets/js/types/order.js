/** 排序题: the twin of generator/questions/types/order.py. */

import { isEmpty } from "../core/given.js";
import { letter } from "../core/run.js";
import { placesIn, Unclear } from "../core/sitting/cells.js";
import { order } from "../core/turn.js";
import { button, el } from "../ui/dom.js";
import { byParts, byShare } from "./_parts.js";

const parts = (item, given) => [given.length === item.sequence.length && item.sequence.every((place, at) => given[at] === place)];

/** Letters in turn, none twice. @throws {Unclear} */
function understood(plain, item) {
  const places = placesIn(plain, item);
  if (new Set(places).size < places.length) throw new Unclear("排序题里一个字母写了两次");
  return places;
}

export default {
  marked: true,
  cell: { ordinals: true, understood, keyed: ({ sequence, options }) => sequence.length > 0 && sequence.every((place) => place < options.length), shown: (given) => given.map(letter).join("") },
  read: (data) => ({ sequence: data("sequence") }),
  turned: ({ texts, sequence }, seed) => {
    const options = order(texts, seed);
    const places = sequence.map((old) => options.indexOf(old));
    if (places.some((place, at) => place !== at)) return { options, sequence: places };
    return { options: options.reverse(), sequence: places.reverse() }; // as printed would be the answer
  },
  answer: ({ sequence }) => sequence.map(letter).join(""),
  nothing: () => [],
  isWhole: (item, given) => given.length === item.sequence.length,
  parts,
  points: byShare,
  verdict: (item, given) => byParts(parts(item, given), isEmpty(given)),
  asked(item, given, give) {
    const row = (option, place) => {
      const at = given.indexOf(place);
      const pressed = at >= 0;
      const press = () => give(pressed ? given.filter((other) => other !== place) : [...given, place], true);
      return el(
        "li",
        {},
        button(
          { class: "pf-opt", "aria-pressed": String(pressed), onclick: press },
          el("span", { class: "pf-opt__letter", "aria-hidden": "true" }, pressed ? String(at + 1) : ""),
          el("span", { class: "pf-opt__text" }, el("span", { class: "pf-sr" }, pressed ? `排在第 ${at + 1}：` : "还没有排："), option.text),
        ),
      );
    };
    return [el("p", { class: "pf-hint" }, "按先后依次点，再点一次取消。"), el("ol", { class: "pf-opts", "aria-label": "要排先后的各项" }, item.options.map(row))];
  },
  settled(item, given) {
    const own = given.length > 0 && !parts(item, given)[0] ? el("p", { class: "pf-own" }, el("b", {}, "你排的："), given.map((place) => item.options[place].text).join(" → ")) : null;
    const steps = el("ol", { class: "pf-parts" }, item.sequence.map((place) => el("li", { class: "pf-part" }, item.options[place].text)));
    return [el("div", {}, own, el("p", { class: "pf-hint" }, "正确的先后："), steps)];
  },
};
