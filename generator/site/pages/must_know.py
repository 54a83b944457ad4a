"""Must-know lists: the list of lists, and each with its articles and the questions on them."""

from collections.abc import Iterator

from generator.kinds.must_know import MustKnow
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per record."""
    library = context.library
    records = library.of("must-know", MustKnow)
    body = render(
        "cards.html",
        "must-know",
        library,
        title="应知应会清单",
        lead="各类人员应当掌握的条文，附练习。",
        kind="must-know",
        records=records,
    )
    yield Page("must-know", "应知应会清单", body, "各类人员应当掌握的条文，附练习。", SECTION)
    for record in records:
        path = f"must-know/{record.id}"
        files = list(sources_of([record.at]))
        yield Page(
            path,
            record.title,
            render("must_know.html", path, library, record=record, files=files),
            record.title,
            SECTION,
        )


PAGE = PageKind("must_know", "应知应会清单", generate)
