"""The glossary."""

from collections.abc import Iterator

from generator.kinds.term import Term
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "法规"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    records = library.of("term", Term)
    files = list(sources_of(record.at for record in records))
    body = render("glossary.html", "glossary", library, records=records, files=files)
    yield Page("glossary", "术语", body, "环境法常用词语的通俗解释和依据", SECTION)


PAGE = PageKind("glossary", "术语", generate)
