/** `window.pufa.search(query, options)`: the search of this site, for other scripts and for measuring.  Loads on first use. */

import { createSearch } from "../core/search.js";

/** The site's root: from `<meta name="pufa-base" content="../..">`, else from where this file lies. */
export function siteRoot() {
  const base = document.querySelector('meta[name="pufa-base"]')?.content;
  return base === undefined ? new URL("../../../../", import.meta.url) : new URL(`${base || "."}/`.replace(/\/+$/u, "/"), document.baseURI);
}

let engine;
export const searcher = () => (engine ??= createSearch(new URL("search/", siteRoot())));

window.pufa = { ...window.pufa, search: (query, options) => searcher().search(query, options) };
