/** Which column of an answer table holds what: the twin of generator/sitting/columns.py. */

import { columnsNamed, readHead, recognise, stemColumns } from "./heads.js";
import { formOf } from "./key.js";
import { answered, takenNumbers } from "./questions.js";

/**
 * Reads the header.
 * @returns {object|null} `{platform, number, running, names, unit, form, time, total, state, questions, points}`, columns from 0 and
 *   undefined where there is none; null, with an E503, where candidates can't be told apart or questions not be told for certain
 */
export function findColumns(words, table, keys, problems) {
  const platform = recognise(words, table.header);
  const roles = rolesOf(words, table, platform);
  if (roles.number === undefined) {
    problems.error(table.head(), "E503", "表头里没有“考号”", `列名写在一行里，考号一列叫 ${words.number.slice(0, 6).join("、")} 之一；没有考号的写姓名。`);
    return null;
  }
  const read = new Map(table.header.map((text, column) => [column, readHead(text, platform)]).filter(([, head]) => head));
  const heads = [...read].filter(([column]) => !roles.all.has(column));
  const points = !heads.some(([, head]) => !head.points && head.number !== null) && heads.some(([, head]) => head.points);
  const stems = stemsOf(table, platform, problems);
  if (stems === null) return null;
  const told = new Map(heads.filter(([, head]) => head.points === points).map(([column, head]) => [column, { ...head, text: stems.get(head.number || 0) ?? head.text }]));
  const taken = takenNumbers(table, [...roles.all].sort((a, b) => a - b), read);
  const questions = answered(table, told, taken, formsSat(table, roles.form, keys), problems);
  return questions && { ...roles, platform, questions, points };
}

/** Only the keys of the forms that a table names under 卷别; all of them where it names none that there is. */
export function formsSat(table, column, keys) {
  if (keys.drawn || column === undefined) return keys;
  const told = new Set(table.lines.map(({ cells }) => cells[column]).filter(Boolean));
  const sat = new Set([...told].map((text) => formOf(keys, text, "")?.form));
  const forms = new Map([...keys.forms].filter(([form]) => sat.has(form)));
  return forms.size > 0 ? { ...keys, forms } : keys;
}

/** Number -> stem, where the platform tells stems in cells; null, with an E503, where candidates had different ones. */
function stemsOf(table, platform, problems) {
  const found = new Map();
  for (const [number, column] of stemColumns(table.header, platform)) {
    const told = new Set(table.lines.map(({ cells }) => cells[column]).filter(Boolean));
    if (told.size > 1) {
      problems.error(table.head(column), "E503", `第 ${number} 号题各人不同（${told.size} 种），看来平台打乱了题的次序；这张表一题也没有评。`, "在平台里设成人人同一次序，或者按题导出。");
      return null;
    }
    for (const stem of told) found.set(number, stem);
  }
  return found;
}

/** Columns that tell of candidates. */
function rolesOf(words, table, platform) {
  const { header } = table;
  const { sheet } = words;
  const named = (names) => columnsNamed(header, names);
  const first = (names) => named(names)[0];
  const filled = (column) => table.lines.slice(0, 200).some(({ cells }) => cells[column]);
  const numbers = named([...words.number, ...platform.number]);
  let names = named([...words.name, ...platform.name]).slice(0, 1);
  if (names.length === 0 && platform.parts.length > 0) {
    const isGiven = (column) => Number(header[column].includes("名") || header[column].includes("First"));
    names = named(platform.parts).sort((a, b) => isGiven(a) - isGiven(b));
  }
  const running = named(words.running);
  const used = numbers.some(filled) ? numbers.filter(filled) : numbers;
  const [number] = [used, running, names].find((list) => list.length > 0) ?? [];
  const units = named([...words.unit, ...platform.unit]);
  const form = first([...words.form, ...platform.form]);
  const time = first([...platform.time, ...sheet.time]);
  const total = first([...platform.total, ...sheet.total]);
  const state = named([...platform.state, ...sheet.state]);
  const other = named([...platform.signs, ...words.other]);
  const isQuestion = (column) => (readHead(header[column], platform)?.number ?? null) !== null;
  const all = new Set([...numbers, ...running, ...names, ...units, ...state, ...other, ...[form, time, total].filter((column) => column !== undefined)]);
  for (const column of other) if (isQuestion(column) && !state.includes(column)) all.delete(column);
  return { number, running: used.length === 0 && running.length > 0, names, unit: units.find(filled) ?? units[0], form, time, total, state, all };
}

/** Every column that is read. */
export const usedColumns = ({ number, names, unit, form, questions }) => [...[number, ...names, unit, form].filter((column) => column !== undefined), ...questions.columns];
