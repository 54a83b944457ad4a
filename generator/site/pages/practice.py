"""Practice: a page for each topic with its questions, and a page that leads to them and to the mock exams."""

from collections.abc import Iterator

from generator.kinds.blueprint import Blueprint
from generator.questions.item import Item, rank
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "练习与考试"
#: Questions on one page; a topic with more goes on over further pages.
PER_PAGE = 60


def generate(context: Context) -> Iterator[Page]:
    """Yield the overview and the pages of each topic."""
    library, bank = context.library, context.bank
    # Rules come one after another in the bank; practice mixes them, the same way on every build.
    topics = [
        (topic, tuple(sorted(bank.by_topic(topic.id), key=lambda item: rank("practice", item.id))))
        for topic in library.topics
    ]
    topics = [(topic, items) for topic, items in topics if items]
    yield Page(
        "practice",
        "练习与考试",
        render(
            "practice.html",
            "practice",
            library,
            topics=topics,
            papers=context.papers,
            plans=[plan for plan in library.of("blueprint", Blueprint) if not plan.publish],
            total=len(bank.items),
        ),
        "按专题练习，做模拟试卷；每题都有依据和解析",
        SECTION,
    )
    for topic, items in topics:
        parts = [items[start : start + PER_PAGE] for start in range(0, len(items), PER_PAGE)]
        for index, part in enumerate(parts):
            path = f"practice/{topic.id}" + (f"/{index + 1}" if index else "")
            yield Page(
                path,
                f"{topic.title}练习" + (f"（{index + 1}）" if len(parts) > 1 else ""),
                _topic(context, path, topic, part, index, len(parts), len(items)),
                f"{topic.title}：{len(items)} 道有依据的练习题",
                SECTION,
            )


def _topic(
    context: Context, path: str, topic: object, items: tuple[Item, ...], index: int, pages: int, total: int
) -> str:
    return render(
        "practice_topic.html",
        path,
        context.library,
        topic=topic,
        items=items,
        index=index,
        pages=pages,
        first=index * PER_PAGE,
        total=total,
    )


PAGE = PageKind("practice", "练习", generate)
