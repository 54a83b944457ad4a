/** `window.pufa.search(query, options)`: the search of this site, for other scripts and for measuring.  It is loaded when it is first asked. */

import { load, siteRoot } from "./site.js";

let coming;

/** The joined script of ui/engine.js, which lies beside this one's; it holds the search under its module's name. */
function engine() {
  coming ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL("../engine.js", import.meta.url).href });
    script.onload = () => resolve(window.pufaModules["core/search.js"].createSearch(new URL("search/", siteRoot()), load));
    script.onerror = () => {
      script.remove();
      coming = undefined; // asked for again with the next question
      reject(new Error("engine.js"));
    };
    document.head.append(script);
  });
  return coming;
}

const asked = (name) => async (...given) => (await engine())[name](...given);
const all = { search: asked("search"), counts: asked("counts"), filters: asked("filters") };
export const searcher = () => all;

window.pufa = { ...window.pufa, search: all.search };
