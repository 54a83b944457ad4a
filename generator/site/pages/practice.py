"""Practice: pages for each topic and for the rarer types of question, a page for whatever a learner asks for, and one that leads to them
all and to the mock exams.
"""

import json
from collections.abc import Iterator

from generator.kinds.blueprint import Blueprint
from generator.kinds.must_know import MustKnow
from generator.questions import types
from generator.questions.thought import THOUGHTS
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.shelves import PER_PAGE, Shelf, by_topic, by_type
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page]:
    """Yield the overview, the page of what is asked for, and the pages of each shelf."""
    library, bank = context.library, context.bank
    shown = by_topic(library, bank), by_type(bank)
    topics = [{"path": shelf.path, "title": shelf.title, "count": len(shelf.items)} for shelf in shown[0]]
    choices = list(_choices(context))
    yield Page(
        "practice",
        "练习与考试",
        render(
            "practice.html",
            "practice",
            library,
            topics=shown[0],
            types=shown[1],
            choices=choices,
            counted=json.dumps(topics, ensure_ascii=False),
            papers=context.papers,
            plans=[plan for plan in library.of("blueprint", Blueprint) if not plan.publish],
            total=len(bank.items),
        ),
        "按专题、题型练习，做模拟试卷；每题都有依据和解析",
        SECTION,
    )
    drill = render("drill.html", "drill", library, choices=choices, topics=shown[0])
    yield Page(
        "drill", "自己选题", drill, "按专题、行为、法规、行业、程度选题，随机抽题，错题和复习", SECTION, focused=True
    )
    for shelf in (*shown[0], *shown[1]):
        yield from _pages(context, shelf)


def _choices(context: Context) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """What the form chooses by: name in the address, words, and its values with what people call them."""
    library, bank = context.library, context.bank
    used = {item.type for item in bank.items}
    laws = [library.regulation(id) for id in bank.regulations]
    yield "topic", "专题", [(topic.id, topic.title) for topic in library.topics if bank.by_topic(topic.id)]
    yield "regulation", "法规", [(law.id, law.name) for law in sorted(laws, key=lambda law: law.name)]
    yield "industry", "行业", [(industry.id, industry.label) for industry in library.all("industry")]
    yield "must_know", "应知应会", [(record.id, record.label) for record in library.of("must-know", MustKnow)]
    yield "thought", "程度", [(level, f"{word}：{says}") for level, (word, says) in THOUGHTS.items()]
    yield "type", "题型", [(type.id, type.title) for type in types.all_types() if type.id in used]


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
        yield Page(path, title, body, f"{shelf.title}：{len(shelf.items)} 道有依据的练习题", SECTION, focused=True)


PAGE = PageKind("practice", "练习", generate)
