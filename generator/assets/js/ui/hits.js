/** How a result of the search is shown, in the suggestions and on the search page. */

import { pieces } from "../core/pieces.js";
import { el } from "./dom.js";
import { pageAddress } from "./site.js";

/** A text with its marks, as nodes. */
export const marked = (text, marks) => pieces(text, marks ?? []).map((piece) => (piece.marked ? el("mark", {}, piece.text) : piece.text));

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

/** The address of the search page, with a query. */
export function searchAddress(query) {
  const address = pageAddress("search/");
  address.searchParams.set("q", query);
  return address.href;
}
