"""The kinds of page of a built site, told by their addresses, so that a new kind is tried without being named anywhere."""

from collections import defaultdict
from pathlib import Path

#: Parts of addresses that name a kind; all others below the first name a record or a number.
_FIXED = {"text", "compare", "items", "types"}


def kinds_of_page(site: Path) -> dict[str, list[str]]:
    """Addresses of all pages (``conducts/x/``, ``404.html``) by kind (``conducts/*/``), both sorted."""
    found = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        parts = path.relative_to(site).parts
        inner = ["", *(part if part in _FIXED else "*" for part in parts[1:-1])]
        kind = parts[0] if len(parts) == 1 else parts[0] + "/".join(inner) + "/"
        found[kind].append("/".join([*parts[:-1], ""]) if parts[-1] == "index.html" else "/".join(parts))
    return {("" if kind == "index.html" else kind): pages for kind, pages in sorted(found.items())}
