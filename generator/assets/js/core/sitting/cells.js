/**
 * What a cell of an answer table says: the twin of generator/sitting/cells.py and generator/sitting/choices.py.  How a cell is read is its
 * type's business (js/types).
 */

import { letter } from "../run.js";
import { face } from "./stems.js";

/** Why a cell is no answer to its question. */
export class Unclear extends Error {}

const NONE = /^(?:[-—_/]+|无|空|未答|未作答|没有作答|\(空\)|\(跳过\))$/u;
/** What platforms put between several answers, and what people do. */
const PARTING = ["┋", "┇", "┊", "\n", "|"];
const JOINED = [...PARTING, "；", ";", "，", ",", "、"];
const LETTERED = /^[(（[]?([A-Za-z])[)）\]]?\s*[.．、:：)）\s]\s*(\S.*)$/su;
/** What stands around a letter: 选C, 答案是 C, C项. */
export const AROUND = /^(?:我?选择?|答案?(?:是|为|选)?|选项)[:：\s]*(?=[A-Za-z])|(?<=[A-Za-z])\s*(?:项|选项)$/gu;
const ALL = /^(?:全(?:部|都)?[选对是]|都[选对是]|以上[全都](?:部|都)?[选对是]|[Aa]ll)$/u;
const ORDINALS = /^[(（]?[1-9](?:[\s,，、;；|┋┇┊./()（）]*[1-9])*[)）]?$/u;
const LETTERS_ONLY = /^(?:[A-Za-z\d]|[^\p{L}\p{N}_])+$/u;
export const BETWEEN = /[\s,，、;；/|.。·+&和[\]()（）【】→>┋┇┊“”‘’「」"'-]+/gu;
const TELLING = 30;

/** As much of a cell as a message repeats. */
export const short = (text) => (text.length <= TELLING ? text : `${text.slice(0, TELLING)}…`);

/** The answer that a cell gives to an item; `[]` where it is empty or says so. @throws {Unclear} */
export function readCell(text, item) {
  if (item.type.cell.whole) return item.type.cell.whole(text, item);
  const plain = text.normalize("NFKC").trim().toUpperCase();
  return plain === "" || NONE.test(plain) ? [] : item.type.cell.understood(plain, item);
}

/** Places of the options whose letters stand in `plain`. @throws {Unclear} */
export const placesIn = (plain, item) => [...plain.replace(BETWEEN, "")].map((mark) => placeOf(mark, item));

/** Place of the option with the letter `mark`. @throws {Unclear} */
export function placeOf(mark, item) {
  const place = mark.codePointAt(0) - 65;
  if (place < 0 || place >= 26) throw new Unclear(`要写选项字母，“${short(mark)}”不是`);
  if (place >= item.options.length) throw new Unclear(`没有选项 ${mark}，最后一个是 ${letter(item.options.length - 1)}`);
  return place;
}

/** The cell as `readCell` takes it: a text counts for the option that bears it, whatever letter stood before it. @throws {Unclear} */
export function inLetters(text, item) {
  const told = item.type.cell.platform?.(text) ?? null;
  if (told !== null) return told;
  return item.options.length > 0 ? chosen(text, item) : text;
}

/** Whether the cell tells options of this item by their text. */
export const optionsTold = (text, item) => item.options.length > 0 && byText(text, item) !== null;

function chosen(text, item) {
  const found = byText(text, item);
  if (found !== null) return found.map(letter).join("");
  const bare = text.trim().replace(AROUND, "");
  if (item.type.several && ALL.test(bare)) return item.options.map((_, place) => letter(place)).join("");
  if (item.type.cell.ordinals && ORDINALS.test(bare)) {
    const places = [...bare.matchAll(/[1-9]/gu)].map(([digit]) => Number(digit) - 1);
    const last = Math.max(...places);
    if (last >= item.options.length) throw new Unclear(`没有第 ${last + 1} 个选项，只有 ${item.options.length} 个`);
    return places.map(letter).join("");
  }
  const lettered = LETTERED.exec(bare);
  if (lettered && face(lettered[2]).length > 1 && !LETTERS_ONLY.test(lettered[2])) throw new Unclear(`选项“${bare.slice(0, 30)}”在这一题里没有`);
  return bare.replaceAll("┋", ",");
}

/** Places of the options whose texts the cell is made of, in its order; null where it is not. */
function byText(text, item) {
  if (!/[\u3400-\u9fff]/u.test(text) && face(text).length < 3 && !/^\d+$/u.test(text.trim())) return null;
  const faces = item.options.map((option) => face(option.text));
  const parted = PARTING.some((mark) => text.includes(mark) && !item.options.some((option) => option.text.includes(mark)));
  const whole = parted ? null : optionOf(text, faces);
  if (whole !== null) return [whole];
  for (const mark of JOINED.filter((one) => text.includes(one))) {
    const found = text.split(mark).filter((part) => part.trim()).map((part) => optionOf(part, faces));
    if (found.length > 0 && !found.includes(null)) return found;
  }
  return item.type.several ? runTogether(face(text), faces) : null;
}

/** Options that a text is made of, with or without a letter before each, where marks within them are those between them. */
function runTogether(shown, faces) {
  const found = [];
  const after = (rest, before) => {
    if (!rest) found.push(before);
    faces.forEach((option, place) => {
      for (const start of /^[A-Za-z]/u.test(rest) ? [0, 1] : [0]) {
        if (option && !before.includes(place) && rest.startsWith(option, start)) after(rest.slice(start + option.length), [...before, place]);
      }
    });
  };
  after(shown, []);
  return found.length === 1 && found[0].length > 1 ? found[0] : null;
}

/** The option that a text is, with or without a letter before it; one cut short is told by a beginning none shares. */
function optionOf(text, faces) {
  const lettered = LETTERED.exec(text.trim());
  for (const shown of [face(text), lettered ? face(lettered[2]) : ""].filter(Boolean)) {
    if (/^[a-z]$/u.test(shown)) continue; // a letter is the letter of an option, not its text
    const places = (fits) => faces.flatMap((option, place) => (fits(option) ? [place] : []));
    const same = places((option) => option === shown);
    if (same.length === 1) return same[0];
    const begun = places((option) => shown.length >= 6 && option.startsWith(shown));
    if (begun.length === 1) return begun[0];
  }
  return null;
}
