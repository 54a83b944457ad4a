"""The concordance: old articles beside new, amounts on one scale, to be filtered by what became of them."""

from collections.abc import Iterator

from generator.kinds.concordance import Concordance
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "法规"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    records = library.of("concordance", Concordance)
    files = list(sources_of(record.at for record in records))
    body = render("concordance.html", "concordance", library, records=records, files=files)
    yield Page("concordance", "新旧条文对照", body, "十部旧法的条文在生态环境法典里去了哪里，罚款怎么变", SECTION)


PAGE = PageKind("concordance", "新旧条文对照", generate)
