"""The list of powers, by type."""

from collections.abc import Iterator

from generator.kinds.power_item import PowerItem
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "责任清单"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    records = library.of("power-item", PowerItem)
    files = list(sources_of(record.at for record in records))
    body = render("powers.html", "powers", library, records=records, files=files)
    yield Page("powers", "权责清单", body, "许可、处罚、强制、检查、确认等事项，依据与责任", SECTION)


PAGE = PageKind("powers", "权责清单", generate)
