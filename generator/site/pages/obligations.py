"""Obligations of enterprises, to be filtered by industry and topic."""

from collections.abc import Iterator

from generator.kinds.obligation import Obligation
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "企业指南"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    records = library.of("obligation", Obligation)
    files = list(sources_of(record.at for record in records))
    body = render("obligations.html", "obligations", library, records=records, files=files)
    yield Page("obligations", "企业义务一览", body, "企业要做什么、什么时候做、留存什么，不做有什么后果", SECTION)


PAGE = PageKind("obligations", "企业义务一览", generate)
