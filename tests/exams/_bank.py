"""Miniature banks and blueprints."""

import datetime
from types import MappingProxyType
from typing import Any

from generator.kinds.blueprint import Blueprint
from generator.kinds.topic import Topic
from generator.library import Library
from generator.problems import Place, Problems
from generator.questions.bank import Bank
from generator.questions.item import Item, Option

DAY = datetime.date(2026, 9, 1)
#: These banks are of one phrasing, and their statements all true.
LOOSE = {"judge_true": [0, 1], "one_phrasing": 1}
AT = Place("content/x.yml", 1, 1)


def library() -> Library:
    topics = (Topic(id="air", title="大气"), Topic(id="water", title="水"))
    return Library(DAY, records=MappingProxyType({"topic": topics}))


def item(
    id: str, *, type: str = "single", facts: tuple[str, ...] = (), topics: tuple[str, ...] = (), **more: Any
) -> Item:
    return Item(
        id=id,
        rule=more.pop("rule", "authority"),
        type=type,  # type: ignore[arg-type]
        stem=f"题 {id}",
        options=(Option("甲", True), Option("乙", False)),
        explanation="因为甲。",
        basis=(),
        facts=facts or (f"fact/{id}",),
        topics=topics,
        at=AT,
        **more,
    )


def bank(*items: Item) -> Bank:
    return Bank(items)


def blueprint(*sections: dict[str, Any], **more: Any) -> Blueprint:
    filled = [{"title": "单选", "type": "single", "count": 1, "points": 1.0, **section} for section in sections]
    data = {"id": "paper", "title": "卷", "audience": "执法人员", "minutes": 60, "pass_mark": 0.01, "sections": filled}
    return Blueprint.model_validate({**data, **LOOSE, **more})


def said(problems: Problems) -> str:
    return "\n".join(map(str, problems))
