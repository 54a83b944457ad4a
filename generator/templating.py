"""Where the assets lie, and the one way in which templates are set up: whatever they show is escaped, whatever they miss is an error."""

from pathlib import Path

import jinja2

ASSETS = Path(__file__).resolve().parent / "assets"


def bare_environment() -> jinja2.Environment:
    """An environment over assets/templates, without filters or globals of its own."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
