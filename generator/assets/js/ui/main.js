/** Everything that a page may hold; each module defines its element and does nothing where a page has none. */

import "./search-api.js";
