/** What an owner or an officer works out on a page: calculators, dates, checklists. */

import "./discretion.js";
import "./owner.js";
import "./deadlines.js";
import "./daily.js";
