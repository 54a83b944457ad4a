/** Fields of the builder's form: a label with an input, whose value goes back as it is typed or chosen. */

import { button, el, freshId } from "../dom.js";

/** A label and an input that belong together. */
function labelled(label, input) {
  const id = freshId("field");
  input.id = id;
  return el("div", { class: "pf-field" }, el("label", { for: id }, label), input);
}

export function text(label, value, change) {
  return labelled(label, el("input", { type: "text", value, maxlength: 80, onchange: (event) => change(event.target.value.trim().replace(/\s+/gu, " ")) }));
}

/** A number; what is none, or outside, is set right at once. */
export function number(label, value, { min, max, step = 1, empty = null }, change) {
  const shown = (one) => (one === null || one === undefined || one === Infinity ? "" : String(one));
  const input = el("input", { type: "number", inputmode: step < 1 ? "decimal" : "numeric", min, max, step, value: shown(value) });
  input.addEventListener("change", () => {
    const raw = input.value.trim();
    const typed = raw === "" ? empty : Math.min(max, Math.max(min, Math.round(Number(raw) / step) * step));
    const kept = Number.isNaN(typed) ? value : typed === null ? null : Number(typed.toFixed(3));
    input.value = shown(kept);
    change(kept);
  });
  return labelled(label, input);
}

/** @param {Array<[string, string]>} choices value and words */
export function select(label, value, choices, change) {
  const known = choices.some(([one]) => one === value);
  const input = el("select", { onchange: () => change(input.value) }, [...(known ? [] : [[value, value]]), ...choices].map(([one, words]) => el("option", { value: one, selected: one === value }, words)));
  return labelled(label, input);
}

/** Words that are pressed in or out, several together. @param {Array<[string, string]>} choices */
export function chips(label, chosen, choices, change) {
  const press = (value) => change(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return el(
    "div",
    { class: "pf-chips", role: "group", "aria-label": label },
    choices.map(([value, words]) => button({ class: "pf-chip", "aria-pressed": String(chosen.includes(value)), "data-value": value, onclick: () => press(value) }, words)),
  );
}
