/** `window.pufa.search(query, options)`: the search of this site, for other scripts and for measuring.  Loads on first use. */

import { createSearch } from "../core/search.js";
import { load, siteRoot } from "./site.js";

let engine;
export const searcher = () => (engine ??= createSearch(new URL("search/", siteRoot()), load));

window.pufa = { ...window.pufa, search: (query, options) => searcher().search(query, options) };
