"""Cases for teaching: the list, and each with its questions and folded answers."""

from collections.abc import Iterator

from generator.kinds.case import Case
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per record."""
    library = context.library
    records = library.of("case", Case)
    body = render(
        "cards.html",
        "cases",
        library,
        title="教学案例",
        lead="虚构的案情，用来练习找法、用法。",
        kind="case",
        records=records,
    )
    yield Page("cases", "教学案例", body, "虚构的案情，用来练习找法、用法。", SECTION)
    for record in records:
        path = f"cases/{record.id}"
        files = list(sources_of([record.at]))
        yield Page(
            path, record.title, render("cases.html", path, library, record=record, files=files), record.title, SECTION
        )


PAGE = PageKind("cases", "教学案例", generate)
