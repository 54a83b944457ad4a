"""Practice: pages for each topic and for the rarer types of question, and a page that leads to them and to the mock exams."""

from collections.abc import Iterator

from generator.kinds.blueprint import Blueprint
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.shelves import PER_PAGE, Shelf, by_topic, by_type
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page]:
    """Yield the overview and the pages of each shelf."""
    library, bank = context.library, context.bank
    shown = by_topic(library, bank), by_type(bank)
    yield Page(
        "practice",
        "练习与考试",
        render(
            "practice.html",
            "practice",
            library,
            topics=shown[0],
            types=shown[1],
            papers=context.papers,
            plans=[plan for plan in library.of("blueprint", Blueprint) if not plan.publish],
            total=len(bank.items),
        ),
        "按专题、题型练习，做模拟试卷；每题都有依据和解析",
        SECTION,
    )
    for shelf in (*shown[0], *shown[1]):
        yield from _pages(context, shelf)


def _pages(context: Context, shelf: Shelf) -> Iterator[Page]:
    parts = list(shelf.parts)
    for index, (path, part) in enumerate(parts):
        body = render(
            "practice_shelf.html",
            path,
            context.library,
            shelf=shelf,
            items=part,
            index=index,
            pages=len(parts),
            first=index * PER_PAGE,
        )
        title = f"{shelf.title}练习" + (f"（{index + 1}）" if len(parts) > 1 else "")
        yield Page(path, title, body, f"{shelf.title}：{len(shelf.items)} 道有依据的练习题", SECTION)


PAGE = PageKind("practice", "练习", generate)
