/**
 * How a type of another package is read that brings no script: with all that its question shows, a place for one's own answer, and the
 * answer to hold it against.  The page can't mark it, nor turn it for a later form.
 */

import { el } from "../ui/dom.js";
import { explained } from "./_choice.js";

/** What stands to be chosen or matched, as the list shows it. */
const pieces = (item) => [...item.li.querySelectorAll(":scope > .pf-set, :scope > .pf-prompts, :scope > .pf-options")].map((piece) => piece.cloneNode(true));

export default {
  marked: false,
  read: () => ({}),
  nothing: () => "",
  isWhole: (_, given) => given.trim() !== "",
  shown: pieces,
  asked(item, given, give) {
    const words = el("textarea", { rows: "3", "aria-label": "你的答案", oninput: () => give(words.value.trim(), false) });
    words.value = typeof given === "string" ? given : "";
    return [...pieces(item), words];
  },
  settled: (item) => (item.options.length > 0 ? [el("ol", { class: "pf-opts" }, item.options.map((option, place) => explained(option, place, [], true)))] : pieces(item)),
};
