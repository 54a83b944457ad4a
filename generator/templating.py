"""Where the assets lie, and the one way in which templates are set up: whatever they show is escaped, whatever they miss is an error."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

#: The site's own styles, and those of pages that are one file and ask no host for anything.
_ALONE = ("base.css", "parts.css", "pages.css", "results.css")
ASSETS = Path(__file__).resolve().parent / "assets"


class _Templates(jinja2.FileSystemLoader):
    """Ours by path below assets/templates; ``package:path`` lies below the folder ``templates`` of another package."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        package, colon, path = template.partition(":")
        if not colon:
            return super().get_source(environment, template)
        return jinja2.PackageLoader(package).get_source(environment, path)  # type: ignore[return-value]


def bare_environment() -> jinja2.Environment:
    """An environment over assets/templates, without filters or globals of its own."""
    return jinja2.Environment(
        loader=_Templates(ASSETS / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def alone_style() -> Markup:
    """Styles for a page that stands alone, without comments, so that no less-than sign is left in them."""
    text = "\n".join((ASSETS / "css" / name).read_text(encoding="utf-8") for name in _ALONE)
    return Markup(re.sub(r"/\*.*?\*/\n?", "", text, flags=re.DOTALL))
