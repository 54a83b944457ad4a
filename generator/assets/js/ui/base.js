/** What every page may hold; each module defines its element and does nothing where a page has none. */

import "./menu.js";
import "./folds.js";
import "./leads.js";
import "./articles.js";
import "./search-api.js";
import "./settings.js";
import "./search-box.js";
import "./scrolling.js";
