/** All bundles of the site (generator/site/bundles.py): the first is loaded by every page, the others by pages that hold one of their elements, the last by search-api.js. */

import "./base.js";
import "./search-page.js";
import "./tables.js";
import "./practice.js";
import "./due.js";
import "./tools.js";
import "./paper.js";
import "./citations.js";
import "./builder/main.js";
import "./results/main.js";
import "./engine.js";
