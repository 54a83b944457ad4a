/** 案例分析题: the twin of generator/questions/types/case.py.  A page can't mark it: the learner holds the answer against the key. */

import { el } from "../ui/dom.js";

export default {
  marked: false,
  read: () => ({}),
  nothing: () => "",
  isWhole: (_, given) => given.trim() !== "",
  asked(_, given, give) {
    const words = el("textarea", { rows: "6", "aria-label": "你的答案", oninput: () => give(words.value.trim(), false) });
    words.value = typeof given === "string" ? given : "";
    return [words];
  },
  settled: (item) => [item.model?.cloneNode(true)],
};
