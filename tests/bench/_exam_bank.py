"""A bank of any size and a blueprint for it, invented: the same number gives the same items.

Items stand as in real banks: several ask one fact, topics differ in size, and one topic is so small that forms have to
repeat items of it.
"""

import datetime
from random import Random
from types import MappingProxyType

from generator.kinds.blueprint import Blueprint
from generator.kinds.topic import Topic
from generator.library import Library
from generator.problems import Place
from generator.questions.bank import Bank
from generator.questions.item import Item, Option

TOPICS = tuple(f"t{number}" for number in range(12))
RULES = ("who-acts", "judge", "time-limit", "penalty-range", "status")
LEVELS = ("入门", "进阶", "专业")
TYPES = ("single", "single", "judge", "judge", "multiple")
#: Items of the small topic, of each type.
SCARCE = 12
_AT = Place("content/x.yml", 1, 1)


def bank(size: int, seed: int = 1) -> Bank:
    """``size`` items: of each fact about four, difficulties in hundredths, topics of unequal size."""
    draw = Random(seed)
    facts = max(1, size // 4)
    room = dict.fromkeys(TYPES, SCARCE)
    items = []
    for number in range(size):
        type = TYPES[number % len(TYPES)]
        topic = TOPICS[min(int(draw.paretovariate(1.2)) - 1, len(TOPICS) - 2)]
        if room[type] and number % 7 == 0:
            room[type] -= 1
            topic = TOPICS[-1]
        items.append(
            Item(
                id=f"i{number:05}",
                rule=draw.choice(RULES),
                type=type,  # type: ignore[arg-type]
                stem=f"题 {number}",
                options=_options(type, draw),
                explanation="因为甲。",
                basis=(),
                facts=(f"f{draw.randrange(facts)}",),
                topics=(topic,),
                at=_AT,
                level=draw.choice(LEVELS),  # type: ignore[arg-type]
                difficulty=draw.randint(20, 90) / 100,
            )
        )
    return Bank(tuple(items))


def _options(type: str, draw: Random) -> tuple[Option, ...]:
    if type != "judge":
        return (Option("甲", True), Option("乙", False))
    true = draw.random() < 0.5
    return (Option("正确", true), Option("错误", not true))


def library() -> Library:
    """A library that knows the topics."""
    topics = tuple(Topic(id=id, title=id) for id in TOPICS)
    return Library(datetime.date(2026, 9, 1), records=MappingProxyType({"topic": topics}))


def plan(forms: int) -> Blueprint:
    """100 items in three sections under 24 quotas, of which those of the small topic can't be met afresh eight times."""

    def section(title: str, type: str, count: int) -> dict[str, object]:
        fifth = count // 5
        quotas: list[dict[str, object]] = [
            {"topic": TOPICS[0], "min": fifth, "max": 2 * fifth},
            {"topic": TOPICS[1], "min": fifth // 2},
            {"topic": TOPICS[-1], "min": fifth // 2, "max": fifth},
            {"rule": RULES[0], "min": fifth, "max": 2 * fifth},
            {"rule": RULES[1], "max": fifth},
            {"level": LEVELS[0], "min": fifth, "max": 2 * fifth},
            {"level": LEVELS[2], "min": fifth},
            {"difficulty": [0.7, 1.0], "min": fifth // 2, "max": fifth},
        ]
        return {
            "title": title,
            "type": type,
            "count": count,
            "points": 1.0,
            "difficulty": [0.45, 0.55],
            "quotas": quotas,
        }

    parts = [section("单选", "single", 40), section("多选", "multiple", 20), section("判断", "judge", 40)]
    data = {"id": "bench", "title": "卷", "audience": "执法人员", "minutes": 90, "pass_mark": 60.0}
    free = {"one_phrasing": 1.0, "judge_true": [0, 1]}  # every stem of the invented bank reads alike
    return Blueprint.model_validate({**data, **free, "forms": forms, "sections": parts})
