/** Which items are practised, as an address asks for them: `?topic=water&thought=应用&only=wrong&n=20&seed=7&show=end`. */

import { rank } from "./hash.js";
import { isDue, isFlagged, isWrong } from "./memory.js";
import { meeting } from "./shelf.js";

/** What items are told by, in the order of the form. */
export const FIELDS = ["topic", "conduct", "regulation", "industry", "must_know", "thought", "type"];
/** Which of them, by what this browser remembers. */
export const ONLY = { due: "今天该复习", wrong: "错题", flagged: "标记的题", new: "没做过的题" };

/**
 * `{topic, …, only, n, seed, end, ids}` of an address; null where nothing is asked.
 * @param {URLSearchParams} parameters
 */
export function wanted(parameters) {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, parameters.get(name) || null]));
  const only = Object.hasOwn(ONLY, parameters.get("only") ?? "") ? parameters.get("only") : null;
  const whole = (name) => (/^[1-9]\d{0,14}$/u.test(parameters.get(name) ?? "") ? Number(parameters.get(name)) : null);
  const ids = parameters.getAll("id").filter(Boolean);
  const some = ids.length > 0 || only !== null || whole("n") !== null || Object.values(fields).some(Boolean);
  return some ? { ...fields, only, n: whole("n"), seed: whole("seed"), end: parameters.get("show") === "end", ids } : null;
}

/** The address of what is wanted, without the part before `?`. */
export function address(want) {
  const parameters = new URLSearchParams();
  for (const name of [...FIELDS, "only", "n", "seed"]) if (want[name]) parameters.set(name, want[name]);
  if (want.end) parameters.set("show", "end");
  for (const id of want.ids) parameters.append("id", id);
  return parameters.toString();
}

/** A value by its id or by what people call it. */
function idOf(shelf, name, value) {
  const list = shelf.valuesOf(name);
  return (list.find(([id]) => id === value) ?? list.find(([, title]) => title === value))?.[0] ?? value;
}

/** What is wanted, each value by its id. */
const byId = (shelf, want) => ({ ...want, ...Object.fromEntries(FIELDS.map((name) => [name, want[name] === null ? null : idOf(shelf, name, want[name])])) });

/** Ids of all items that meet what is wanted, in the bank's order. */
export function fitting(shelf, want, memory, day) {
  const { type, only, ids, ...quota } = byId(shelf, want);
  const meets = meeting(shelf, quota);
  const remembered = {
    due: (id) => Object.hasOwn(memory.items, id) && isDue(memory.items[id], day),
    wrong: (id) => Object.hasOwn(memory.items, id) && isWrong(memory.items[id]),
    flagged: (id) => isFlagged(memory, id),
    new: (id) => !Object.hasOwn(memory.items, id),
  }[only];
  const named = ids.length > 0 ? new Set(ids) : null;
  return shelf.ids.filter((id, item) => meets(item) && (!type || shelf.typeOf(item) === type) && (!remembered || remembered(id)) && (!named || named.has(id)));
}

/** Ids of the items to practise: as many as are wanted, in an order that the seed decides; what has been due longest comes first. */
export function drawn(shelf, want, memory, day) {
  const key = new Map(fitting(shelf, want, memory, day).map((id) => [id, (want.only === "due" ? memory.items[id].due : "") + rank(`practice/${want.seed ?? ""}`, id)]));
  const ids = [...key.keys()].sort((a, b) => (key.get(a) < key.get(b) ? -1 : 1));
  return want.n === null ? ids : ids.slice(0, want.n);
}

/** Ids that this browser remembers and the bank has no more. */
export const gone = (shelf, memory) => [...Object.keys(memory.items), ...Object.keys(memory.flags)].filter((id) => !shelf.place.has(id));

/** What is wanted, in words. */
export function inWords(shelf, want) {
  const known = byId(shelf, want);
  const words = FIELDS.filter((name) => known[name] !== null).map((name) => shelf.called(name, known[name]));
  return [...words, want.only ? ONLY[want.only] : null].filter(Boolean).join(" · ") || (want.ids.length > 0 ? "选定的题" : "全部题目");
}
