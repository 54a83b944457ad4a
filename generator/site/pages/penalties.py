"""All penalties in one table, by target and authority, to be sorted by the greatest fine."""

from collections.abc import Iterator

from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "违法行为"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    body = render("penalties.html", "penalties", library, entries=library.consequences)
    yield Page("penalties", "罚则一览", body, "全部罚则：对谁、由谁、依据哪一款、分几档", SECTION)


PAGE = PageKind("penalties", "罚则一览", generate)
