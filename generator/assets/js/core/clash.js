/** Why a blueprint can't be met, in plain words: what is short by itself, and which demands do not go together. */

import { asking } from "./assemble.js";
import { choose } from "./choose.js";
import { candidates, wholeOf } from "./demands.js";
import { placesOn } from "./limits.js";
import { totalOf } from "./marking.js";
import { fits, allowed, meeting } from "./shelf.js";

const TRIALS = { beginnings: 2, steps: 800 };
/** Demands that are left out one by one to see whether the rest goes together. */
const MOST = 14;

/** What a quota counts, in words: 食品安全、会用. */
export function quotaName(shelf, quota) {
  const words = ["topic", "industry", "regulation", "rule", "level", "thought", "audience"].filter((name) => quota[name]).map((name) => shelf.called(name, quota[name]));
  if (quota.difficulty) words.push(`难度 ${quota.difficulty[0]} 至 ${quota.difficulty[1]}`);
  return words.join("、");
}

function bounded(shelf, quota) {
  const bounds = [quota.min ? `至少 ${quota.min} 题` : "", quota.max === undefined || quota.max === null ? "" : `至多 ${quota.max} 题`].filter(Boolean);
  return `“${quotaName(shelf, quota)}”${bounds.join("、")}`;
}

/** A demand in a few words. */
export function inWords(shelf, blueprint, demand) {
  if (demand.kind === "whole") return `全卷${bounded(shelf, wholeOf(blueprint)[demand.quota])}`;
  if (demand.kind === "cover") return `全卷至少一题考到${shelf.articleName(demand.article)}`;
  if (demand.kind === "amounts") return `全卷问数额的至多 ${demand.high} 题`;
  if (demand.kind === "article_numbers") return `全卷只问条号的至多 ${demand.high} 题`;
  if (demand.section < 0) return "与 A 卷一样难";
  const section = blueprint.sections[demand.section];
  const name = `“${section.title}”`;
  if (demand.kind === "count") return `${name}要 ${section.count} 题`;
  if (demand.kind === "quota") return `${name}里${bounded(shelf, section.quotas[demand.quota])}`;
  return `${name}平均难度${demand.kind === "easiest" ? `不低于 ${section.difficulty[0]}` : `不高于 ${section.difficulty[1]}`}`;
}

/**
 * How many items there are for each section and each of its quotas, in numbers on the paper.
 * @returns {Array<{count: number, quotas: number[]}>}
 */
export function counted(shelf, blueprint) {
  const open = allowed(shelf, blueprint);
  return blueprint.sections.map((section) => {
    const inside = open.filter((item) => fits(shelf, item, section));
    const sum = (items) => items.reduce((total, item) => total + shelf.takes(item), 0);
    return { count: sum(inside), quotas: (section.quotas ?? []).map((quota) => sum(inside.filter(meeting(shelf, quota)))) };
  });
}

/** How many numbers there are for each quota of the whole paper. @returns {number[]} */
export function countedWhole(shelf, blueprint) {
  const inside = allowed(shelf, blueprint).filter((item) => blueprint.sections.some((section) => fits(shelf, item, section)));
  return wholeOf(blueprint).map((quota) => inside.filter(meeting(shelf, quota)).reduce((total, item) => total + shelf.takes(item), 0));
}

/** What is wrong with a blueprint whatever the bank holds, and what the bank has too few of, each by itself. @returns {string[]} */
export function shortages(shelf, blueprint) {
  const found = [];
  const there = counted(shelf, blueprint);
  blueprint.sections.forEach((section, index) => {
    const { count, quotas } = there[index];
    if (count < section.count) found.push(`“${section.title}”要 ${section.count} 题，合用的只有 ${count} 题，少 ${section.count - count} 题。`);
    const [low, high] = section.difficulty ?? [0, 1];
    if (!(low >= 0 && low <= high && high <= 1)) found.push(`“${section.title}”的平均难度 ${low} 至 ${high} 不成区间。`);
    (section.quotas ?? []).forEach((quota, number) => {
      const name = `“${section.title}”里“${quotaName(shelf, quota)}”`;
      const min = quota.min ?? 0;
      if (min > section.count) found.push(`${name}至少要 ${min} 题，这个大题一共才 ${section.count} 题。`);
      else if (quotas[number] < min) found.push(`${name}至少要 ${min} 题，合用的只有 ${quotas[number]} 题，少 ${min - quotas[number]} 题。`);
      if ((quota.max ?? Infinity) < min) found.push(`${name}至多的题数比至少的还少。`);
    });
  });
  const whole = countedWhole(shelf, blueprint);
  wholeOf(blueprint).forEach((quota, number) => {
    const [min, name] = [quota.min ?? 0, `全卷“${quotaName(shelf, quota)}”`];
    if (min > placesOn(blueprint)) found.push(`${name}至少要 ${min} 题，全卷一共才 ${placesOn(blueprint)} 题。`);
    else if (whole[number] < min) found.push(`${name}至少要 ${min} 题，合用的只有 ${whole[number]} 题，少 ${min - whole[number]} 题。`);
    if ((quota.max ?? Infinity) < min) found.push(`${name}至多的题数比至少的还少。`);
  });
  const total = totalOf(blueprint);
  if (blueprint.pass_mark > total) found.push(`及格线 ${blueprint.pass_mark} 分高于总分 ${total} 分。`);
  const open = new Set(allowed(shelf, blueprint));
  for (const id of blueprint.include ?? []) {
    const item = shelf.place.get(id);
    if (item === undefined) found.push(`固定的题 ${id} 题库里没有了。`);
    else if (!open.has(item) || !blueprint.sections.some((section) => fits(shelf, item, section))) found.push(`固定的题 ${id} 不合这份方案的对象、清单或题型。`);
  }
  return found;
}

/**
 * Which demands do not go together, where each could be met by itself.  What the search does not find may exist all the same, so nothing is
 * called impossible.
 * @returns {{missing: string[], loosen: string[], facts: boolean, limits: string[]}} what the nearest paper lacks; demands of which loosening
 *   any one helps; whether it would be found if one fact could be asked twice; kinds of limits of the whole paper without which it would
 */
export function clashes(shelf, blueprint, seed, unmet) {
  const asked = asking(shelf, blueprint, candidates(shelf, blueprint));
  const every = asked.demands;
  const missing = unmet.filter(({ demand }) => every[demand]).map(({ demand, sum }) => lacking(shelf, blueprint, every[demand], sum));
  const touched = new Set(unmet.map(({ demand }) => every[demand]?.section));
  const near = every.flatMap((demand, d) => (touched.has(demand.section) ? [d] : []));
  const tried = [...near, ...every.keys()].filter((d, at, all) => all.indexOf(d) === at && every[d].kind !== "count").slice(0, MOST);
  const found = (changed) => choose({ ...asked, ...changed }, `${seed}/clash`, TRIALS).unmet.length === 0;
  const without = (d) => ({ demands: every.filter((_, other) => other !== d) });
  const loosen = tried.filter((d) => found(without(d))).map((d) => inWords(shelf, blueprint, every[d]));
  const facts = found({ rows: asked.rows.filter(({ kind }) => kind !== "fact") });
  const limits = [...new Set(asked.rows.map(({ kind }) => kind))].filter((kind) => kind !== "fact" && found({ rows: asked.rows.filter((row) => row.kind !== kind) }));
  return { missing, loosen, facts, limits };
}

function lacking(shelf, blueprint, demand, sum) {
  const words = inWords(shelf, blueprint, demand);
  if (["count", "quota", "whole", "cover", "amounts", "article_numbers"].includes(demand.kind)) return `${words}，只凑到 ${sum} 题`;
  const off = Math.abs(demand.kind === "easiest" ? Math.min(sum, 0) : Math.max(sum, 0)) / 10_000 / blueprint.sections[demand.section].count;
  return `${words}，还差 ${off.toFixed(3)}`;
}
