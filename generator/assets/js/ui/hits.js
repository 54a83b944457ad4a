/** How a result of the search is shown, in the suggestions and on the search page. */

import { pieces } from "../core/pieces.js";
import { el } from "./dom.js";
import { searcher } from "./search-api.js";
import { pageAddress } from "./site.js";

/** Successors named in one line. */
const NEXT = 3;
const NUMBER = /[0-9０-９一二三四五六七八九十百千]/u;

/** A text with its marks, as nodes. */
export const marked = (text, marks) => pieces(text, marks ?? []).map((piece) => (piece.marked ? el("mark", {}, piece.text) : piece.text));

const FROM = { text: "原文", digest: "本站要点" };

/** The excerpt with its marks, and whether it is the law's own words; of the digest, that it is one. */
export const excerptOf = (hit) => [FROM[hit.from] ? el("small", { class: "pf-digest" }, FROM[hit.from]) : null, marked(hit.excerpt, hit.marks)];

export const addressOf = (hit) => pageAddress(hit.url).href;

/** What a result is and where it stands: kind, regulation and article, whether it is repealed or invented for teaching. */
export function facts(hit) {
  const place = [hit.regulation?.replace(/^中华人民共和国/u, ""), hit.article].filter(Boolean).join(" ");
  const said = hit.kind === "article" || hit.kind === "regulation" || place === "";
  const gone = hit.filters?.status?.includes("已废止");
  return [
    el("span", { class: `pf-kind-of pf-kind-of--${hit.kind}` }, hit.label),
    said ? null : el("span", { class: "pf-place" }, place),
    gone ? el("span", { class: "pf-status pf-status--repealed" }, "已废止") : null,
    hit.filters?.sample ? el("span", { class: "pf-badge pf-badge--sample" }, "示例") : null,
  ];
}

/** What conduct can cost: a bar on the scale of fines that all the site uses, and the words. */
export function costOf(hit) {
  if (!hit.fine) return null;
  const [text, left, width] = hit.fine;
  const bar = width > 0 ? el("span", { class: "pf-bar", "aria-hidden": "true" }, placed(el("i"), left, width)) : null;
  return el("span", { class: "pf-hits__cost" }, el("b", {}, text), bar);
}

function placed(bar, left, width) {
  Object.assign(bar.style, { left: `${left}%`, width: `${width}%` });
  return bar;
}

/** Why it was found, where its title does not show it: by its number, by another name, by a name with one wrong character. */
export function reasonOf(hit, query = "") {
  if (hit.exact) return "按条号找到";
  if (hit.near) return `按“${hit.near.trim()}”找到`;
  if (hit.alias) return ["又叫：", marked(hit.alias.text, hit.alias.marks)];
  if (/^[a-z' ]+$/iu.test(query.trim()) && hit.titleMarks.length + hit.marks.length === 0) return "按拼音找到";
  return null;
}

/** Where the matter of repealed law stands now, as links. */
export function nextOf(hit) {
  if (!hit.next?.length) return null;
  const links = hit.next.slice(0, NEXT).map(([, url, title]) => el("a", { href: pageAddress(url).href }, title));
  return el("span", { class: "pf-hits__next" }, "现行规定：", links.map((link, place) => [place > 0 ? "、" : null, link]), hit.next.length > NEXT ? "等" : null);
}

/**
 * Where Enter leads, if not to the list: the article whose number is all that was typed.
 * @returns {Promise<string|null>} an address
 */
export async function straightTo(query) {
  if (!NUMBER.test(query)) return null;
  try {
    const [hit] = await searcher().search(query, { limit: 1 });
    return hit?.exact ? addressOf(hit) : null;
  } catch {
    return null; // the list says what failed
  }
}

/** The address of the search page, with a query. */
export function searchAddress(query) {
  const address = pageAddress("search/");
  address.searchParams.set("q", query);
  return address.href;
}
