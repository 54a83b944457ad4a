"""Practice: pages for each topic and for the rarer types of question, and a page that leads to them and to the mock exams."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.kinds.blueprint import Blueprint
from generator.questions import types
from generator.questions.item import Item, rank
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "练习与考试"
#: Questions on one page; a topic with more goes on over further pages.
PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questions that are practised together.

    Attributes:
        path: address of its first page, without the slash at the end.
        title: what people call it.
        summary: what it is about.
        items: mixed, the same way on every build.
    """

    path: str
    title: str
    summary: str
    items: tuple[Item, ...]


def generate(context: Context) -> Iterator[Page]:
    """Yield the overview and the pages of each shelf."""
    library, bank = context.library, context.bank
    topics = [
        Shelf(f"practice/{topic.id}", topic.title, topic.summary or "", _mixed(bank.by_topic(topic.id)))
        for topic in library.topics
    ]
    rarer = [
        Shelf(
            f"practice/types/{type.id}",
            type.title,
            type.practice,
            _mixed([item for item in bank.items if item.type == type.id]),
        )
        for type in types.all_types()
        if type.practice
    ]
    shown = [[shelf for shelf in shelves if shelf.items] for shelves in (topics, rarer)]
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


def _mixed(items: Iterable[Item]) -> tuple[Item, ...]:
    """Rules come one after another in the bank; practice mixes them."""
    return tuple(sorted(items, key=lambda item: rank("practice", item.id)))


def _pages(context: Context, shelf: Shelf) -> Iterator[Page]:
    parts = [shelf.items[start : start + PER_PAGE] for start in range(0, len(shelf.items), PER_PAGE)]
    for index, part in enumerate(parts):
        path = shelf.path + (f"/{index + 1}" if index else "")
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
