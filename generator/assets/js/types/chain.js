/** 案例组题: the twin of generator/questions/types/chain.py.  What is given is a text of letters for each part: `["B", "ACD", ""]`. */

import { choose } from "../core/exam.js";
import { isEmpty } from "../core/given.js";
import { replaced } from "../core/lists.js";
import { isRight, markItem, round } from "../core/marking.js";
import { letter } from "../core/run.js";
import { el, freshId } from "../ui/dom.js";
import { explained, optionsOf } from "./_choice.js";
import { byParts } from "./_parts.js";

const placesOf = (text = "") => [...text].map((mark) => mark.charCodeAt(0) - 65);
const lettersOf = (places) => places.map(letter).join("");
const hits = (item, given) => item.parts.map((part, at) => isRight(part.right, placesOf(given[at])));

function readPart(li) {
  const options = [...li.querySelectorAll(".pf-set__options > li")].map((option) => ({
    text: option.textContent.trim(),
    correct: option.dataset.correct === "true",
    why: option.dataset.why ?? "",
  }));
  return {
    several: li.dataset.several === "true",
    stem: li.querySelector(".pf-set__stem"),
    options,
    right: options.flatMap((option, place) => (option.correct ? [place] : [])),
  };
}

/** What a part asks, under a number of its own. */
function headOf(part, id) {
  const head = part.stem.cloneNode(true);
  head.id = id;
  return head;
}

/** Each part under its number, an entry of a type that is answered in one column; the points of the entry are those of a part. */
function partsOf({ response, sha256: _, ...shared }) {
  const words = ({ title, lines, head, rows }) => [title, ...lines, ...[head, ...rows].filter((row) => row.length > 0).map((row) => row.join("　"))].join("\n");
  const told = [shared.stem, ...response.evidence.map(words)].join("\n");
  return response.parts.map(({ several, ...part }, place) => ({
    ...shared,
    ...part,
    id: `${shared.id}/${place + 1}`,
    type: several ? "multiple" : "single",
    told: `${told}\n（${several ? "不定项" : "单选"}）`,
  }));
}

export default {
  marked: true,
  partsOf,
  read: (_, __, li) => ({
    parts: [...li.querySelectorAll(".pf-set > li")].map(readPart),
    reasons: [...li.querySelectorAll(".pf-set-key > li > p")].map((reason) => reason.textContent.trim()),
    takes: li.querySelectorAll(".pf-set > li").length,
    start: String(li.querySelector(".pf-set")?.start ?? 1),
  }),
  nothing: (item) => item.parts.map(() => ""),
  isWhole: (_, given) => given.every((text) => text !== ""),
  parts: hits,
  points: (item, given, rule) =>
    round(
      item.parts.reduce((sum, part, at) => {
        const points = item.points / item.parts.length;
        return sum + markItem({ right: part.right, chosen: placesOf(given[at]), points, rule });
      }, 0),
    ),
  verdict: (item, given) => byParts(hits(item, given), isEmpty(given)),
  asked(item, given, give) {
    const ask = (part, at) => {
      const id = freshId("part");
      const places = placesOf(given[at]);
      const press = (place) => give(replaced(given, at, lettersOf(choose(places, place, part.several))), true);
      return el("li", {}, el("div", { role: "group", "aria-labelledby": id }, headOf(part, id), optionsOf(part, places, part.several, press)));
    };
    return [el("ol", { class: "pf-set", start: item.start }, item.parts.map(ask))];
  },
  settled(item, given) {
    const tell = (part, at) => {
      const id = freshId("part");
      const places = placesOf(given[at]);
      const right = isRight(part.right, places);
      const word = given.length === 0 ? null : el("p", { class: `pf-set__word pf-set__word--${right ? "right" : "wrong"}` }, right ? "✓ 对" : places.length > 0 ? "✗ 不对" : "– 没有作答", right ? "" : `，正确答案是 ${lettersOf(part.right)}`);
      const rows = part.options.map((option, place) => explained(option, place, places, true));
      const why = el("p", { class: "pf-set__why" }, item.reasons[at] ?? "");
      return el("li", {}, el("div", { role: "group", "aria-labelledby": id }, headOf(part, id), word, el("ol", { class: "pf-opts" }, rows), why));
    };
    return [el("ol", { class: "pf-set", start: item.start }, item.parts.map(tell))];
  },
};
