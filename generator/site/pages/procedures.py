"""Procedures: the list, and the steps of each."""

from collections.abc import Iterator

from generator.kinds.procedure import Procedure
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "违法行为"


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per record."""
    library = context.library
    records = library.of("procedure", Procedure)
    body = render(
        "cards.html",
        "procedures",
        library,
        title="程序与时限",
        lead="一步一步：谁做、多长时间、依据哪一条。",
        kind="procedure",
        records=records,
    )
    yield Page("procedures", "程序与时限", body, "一步一步：谁做、多长时间、依据哪一条。", SECTION)
    for record in records:
        path = f"procedures/{record.id}"
        files = list(sources_of([record.at]))
        yield Page(
            path,
            record.title,
            render("procedures.html", path, library, record=record, files=files),
            record.title,
            SECTION,
        )


PAGE = PageKind("procedures", "程序与时限", generate)
