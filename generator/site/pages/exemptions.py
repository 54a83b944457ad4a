"""Exemptions: when conduct is not punished, with conditions."""

from collections.abc import Iterator

from generator.kinds.exemption import Exemption
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "企业指南"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    records = library.of("exemption", Exemption)
    files = list(sources_of(record.at for record in records))
    body = render("exemptions.html", "exemptions", library, records=records, files=files)
    yield Page("exemptions", "不予处罚的情形", body, "什么情况下不罚、可以不罚，要同时满足哪些条件", SECTION)


PAGE = PageKind("exemptions", "不予处罚的情形", generate)
