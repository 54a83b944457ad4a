/** Answers other than choosing: written into blanks, paired, put in order; before and after they are settled. */

import { formOf, partsOf } from "../core/given.js";
import { letter } from "../core/run.js";
import { button, el, freshId } from "./dom.js";

/**
 * What the learner answers with, where it is not a choice of options.
 * @param {object} item
 * @param {Array} given as in core/given.js
 * @param {(given: Array, redraw: boolean) => void} onGive `redraw`: what is shown depends on it
 * @returns {Node[]}
 */
export function responseOf(item, given, onGive) {
  return { fill: blanks, match: pairs, order: sequence }[formOf(item)](item, given, onGive);
}

const replaced = (given, place, value) => given.map((old, at) => (at === place ? value : old));

function blanks(item, given, onGive) {
  const several = item.blanks.length > 1;
  let written = given;
  const row = (_, place) => {
    const id = freshId("blank");
    const input = el("input", { id, class: "pf-blank__input", type: "text", autocomplete: "off", value: given[place] ?? "", oninput: () => onGive((written = replaced(written, place, input.value)), false) });
    return el("p", { class: "pf-blank" }, el("label", { for: id }, several ? `第 ${place + 1} 空` : "你的答案"), input);
  };
  const hint = item.type === "calc" ? "写出得数和单位，20万元也可以写成200000元。" : "数字用阿拉伯数字或汉字都可以。";
  return [el("div", { class: "pf-blanks" }, item.blanks.map(row)), el("p", { class: "pf-hint" }, hint)];
}

function pairs(item, given, onGive) {
  const row = (prompt, place) => {
    const id = freshId("pair");
    const choice = (option, at) => el("option", { value: String(at), selected: given[place] === at }, `${letter(at)}　${option.text}`);
    const select = el("select", { id, class: "pf-pair__select", onchange: () => onGive(replaced(given, place, Number(select.value)), true) }, el("option", { value: "-1" }, "请选择"), item.options.map(choice));
    return el("li", { class: "pf-pair" }, el("label", { for: id }, prompt), select);
  };
  const options = item.options.map((option, at) => el("li", {}, el("b", {}, letter(at)), option.text));
  const hint = el("p", { class: "pf-hint" }, `给${item.prompts.length}项各选一个字母。`);
  return [el("ul", { class: "pf-pair__options" }, options), hint, el("ol", { class: "pf-pairs" }, item.prompts.map(row))];
}

function sequence(item, given, onGive) {
  const row = (option, place) => {
    const at = given.indexOf(place);
    const pressed = at >= 0;
    const press = () => onGive(pressed ? given.filter((other) => other !== place) : [...given, place], true);
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
}

/** The same after the answer: what was given, what is right, part by part. @param {Array} given empty where nothing was kept */
export function settledResponse(item, given) {
  const parts = given.length > 0 ? partsOf(item, given) : [];
  const form = formOf(item);
  if (form === "fill") return el("ul", { class: "pf-parts" }, item.blanks.map((accepted, place) => part(parts[place], given[place], accepted[0], item.blanks.length > 1 ? `第 ${place + 1} 空` : "")));
  if (form === "match") return el("ul", { class: "pf-parts" }, item.prompts.map((prompt, place) => part(parts[place], item.options[given[place]]?.text, item.options[item.sequence[place]].text, prompt)));
  const steps = el("ol", { class: "pf-parts" }, item.sequence.map((place) => el("li", { class: "pf-part" }, item.options[place].text)));
  const own = given.length > 0 && !parts[0] ? el("p", { class: "pf-own" }, el("b", {}, "你排的："), given.map((place) => item.options[place].text).join(" → ")) : null;
  return el("div", {}, own, el("p", { class: "pf-hint" }, "正确的先后："), steps);
}

function part(right, given, answer, name) {
  const state = right === undefined ? "other" : right ? "right" : "wrong";
  return el(
    "li",
    { class: `pf-part pf-part--${state}` },
    el("span", { "aria-hidden": "true" }, { right: "✓", wrong: "✗", other: "" }[state]),
    name ? el("b", {}, `${name}　`) : null,
    state === "wrong" ? [el("s", {}, given || "没有作答"), el("span", { class: "pf-sr" }, "不对，应是"), " "] : null,
    el("strong", {}, answer),
  );
}
