/** key.json of a form of a paper made in the page, as the command writes it: the twin of generator/exports/formats/json.py. */

import { sha256 } from "./hash.js";
import { totalOf } from "./marking.js";
import { letter } from "./run.js";
import { seedOf } from "./turn.js";

/** Before a whole number that Python writes with its point. */
const FLOAT = "\ue018";
const float = (value) => (Number.isInteger(value) ? `${FLOAT}${value}.0` : value);
const pointed = (text) => text.replace(new RegExp(`"${FLOAT}([^"]*)"`, "gu"), "$1");

/**
 * @param {{blueprint: object, seed: number, as_of: string, sections: Array<Array<{entry: object, takes: number}>>}} paper entries as
 *   generator/exports/prepared_print.py tells them
 * @param {number} form its place, from 0
 * @param {Object<string, object>} types by id
 * @param {string} at where the blueprint stands
 */
export function keyText({ blueprint, seed, as_of, sections }, form, types, at) {
  let number = 1;
  const items = sections.flatMap((each, section) =>
    each.map(({ entry, takes }) => {
      const head = { number, section: section + 1, points: float(blueprint.sections[section].points) };
      number += takes;
      return { ...head, ...(form === 0 ? entry : turned(entry, types[entry.type], seedOf(blueprint, seed, section, letter(form), entry.id))) };
    }),
  );
  const document = {
    as_of,
    blueprint: {
      id: blueprint.id,
      title: blueprint.title,
      audience: blueprint.audience,
      minutes: blueprint.minutes,
      total: float(totalOf(blueprint)),
      pass_mark: float(blueprint.pass_mark),
      marking: blueprint.marking ?? "all_or_nothing",
      sample: blueprint.sample ?? false,
      instructions: blueprint.instructions ?? [],
      at,
    },
    seed,
    form: letter(form),
    sections: blueprint.sections.map(({ title, type, points, count }) => ({ title, type, points: float(points), count })),
    items,
  };
  return `${pointed(JSON.stringify(document, null, 1))}\n`;
}

/** The entry with options and prompts in the order of a later form, and its key with them. */
function turned({ sha256: old, ...data }, type, seed) {
  const { prompts = [], sequence = [] } = data.response ?? {};
  const found = type.turned?.({ texts: data.options.map(({ text }) => text), prompts, sequence }, seed);
  if (!found) return { sha256: old, ...data };
  const right = data.options.flatMap(({ correct }, place) => (correct ? [place] : []));
  const changed = { ...data, options: found.options.map((place) => data.options[place]), answer: type.answer({ right, ...found }, found.options) };
  if (found.sequence) changed.response = { ...data.response, sequence: found.sequence };
  if (found.prompts) changed.response.prompts = found.prompts.map((row) => prompts[row]);
  const { at: _, ...content } = changed;
  return { sha256: sha256(pointed(JSON.stringify(sorted(content)))), ...changed };
}

/** The same with the names of every object in order. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
}
