/** The search itself, which search-api.js loads when something is first asked: most pages are read without it. */

import "../core/search.js";
