"""Blueprints that some paper meets by construction: a paper is drawn first, and asked for afterwards."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, get_args

from generator.exams.eligible import Eligible, industries_of, meets
from generator.kinds.blueprint import Blueprint, Quota
from generator.kinds.question import Thought
from generator.library import Library
from generator.questions import types
from generator.questions.asking import amounts, articles, numbers, phrasing, right
from generator.questions.bank import Bank
from generator.questions.item import Item
from tests.bench import _exam_bank

AUDIENCES = ((), (), ("执法人员",), ("镇街", "领导干部"))
#: How a blueprint names what it counts, and how often.
NAMED = ("topic", "rule", "level", "thought", "audience", "difficulty", "industry", "regulation")


def varied_bank(size: int, seed: int = 1) -> Bank:
    """The bank of the benches with audiences, levels of thought and second facts too."""
    draw = random.Random(seed)
    items = _exam_bank.bank(size, seed).items
    return Bank(
        tuple(
            replace(
                item,
                audience=draw.choice(AUDIENCES),
                thought=draw.choice(get_args(Thought)),
                facts=(*item.facts, f"g{draw.randrange(size)}"),
            )
            for item in items
        )
    )


def feasible(library: Library, bank: Bank, draw: random.Random, most: int = 40) -> Blueprint:
    """A blueprint with one to four sections, of ``most`` items at the most each, quotas as tight as they come, and bounds of difficulty."""
    audience = draw.choice(("执法人员", "镇街", "社会公众"))
    pool = [item for item in bank.items if not item.audience or audience in item.audience]
    known = sorted({item.type for item in pool})
    used: set[str] = set()
    sections: list[dict[str, Any]] = []
    held: list[Item] = []
    for type in draw.choices(known, k=draw.randint(1, 4)):
        alike = [item for item in pool if item.type == type]
        points = types.of(draw.choice(alike)).worth(alike[0]) or float(draw.choice((1, 2, 2.5)))
        section = _section(library, type, points, _drawn(alike, points, used, draw, most), draw)
        if section is not None:
            held += section.pop("items")
            sections.append(section)
    if not sections:
        return feasible(library, bank, draw, most)
    topics = (
        sorted({topic for item in held for topic in item.topics})
        if draw.random() < 0.3 and all(item.topics for item in held)
        else ()
    )
    data = {"id": f"p{draw.randrange(10**6)}", "title": "卷", "audience": audience, "minutes": 60, "pass_mark": 0.5}
    include = [item.id for item in draw.sample(held, min(len(held), draw.choice((0, 0, 1, 2))))]
    kept = limits_of(held, sum(int(section["count"]) for section in sections), draw)
    return Blueprint.model_validate({**data, **kept, "sections": sections, "include": include, "topics": topics})


def limits_of(held: Sequence[Item], every: int, draw: random.Random) -> dict[str, Any]:
    """Limits of the whole paper: as they are where nothing is said, and where the items break them just as wide as those need."""

    def most(of: Callable[[Item], Iterable[object]]) -> int:
        return max(Counter(name for item in held for name in set(of(item))).values(), default=0)

    verdicts = [verdict for item in held if (verdict := right(item)) is not None]
    true = sum(verdicts) / len(verdicts) if verdicts else 0.5
    shares = {"amounts": sum(len(amounts(item)) for item in held), "article_numbers": sum(map(numbers, held))}
    tight = {name: min(1.0, (count + 0.5) / every) for name, count in shares.items() if draw.random() < 0.3}
    return {
        "per_article": max(2, most(articles), most(lambda item: item.tells)),
        "per_amount": max(1, most(amounts)),
        "one_phrasing": min(1.0, max(0.2, (most(lambda item: [phrasing(item)]) + 0.5) / every)),
        "judge_true": [min(0.4, true), max(0.6, true)],
        **tight,
    }


def _drawn(alike: Sequence[Item], points: float, used: set[str], draw: random.Random, most: int) -> list[Item]:
    """Items that share no fact with one another or with those drawn before, of which none tells what another asks."""
    found: list[Item] = []
    wanted = draw.randint(1, most)
    for item in draw.sample(alike, len(alike)):
        marks = {item.id, item.cluster or item.id, *item.facts}
        marks |= {f"asks {fact}" for fact in item.asks}
        told = {f"asks {fact}" for fact in item.tells} | {f"tells {fact}" for fact in item.asks}
        if told & used:
            continue
        if len(found) < wanted and not marks & used and types.of(item).worth(item) in {None, points}:
            used |= marks | {f"tells {fact}" for fact in item.tells}
            found.append(item)
    return found


def _section(
    library: Library, type: str, points: float, items: list[Item], draw: random.Random
) -> dict[str, Any] | None:
    if not items:
        return None
    takes = [types.of(item).takes(item) for item in items]
    section: dict[str, Any] = {"title": "大题", "type": type, "count": sum(takes), "points": points, "items": items}
    section["quotas"] = [_quota(library, items, takes, draw) for _ in range(draw.randint(0, 6))]
    if draw.random() < 0.6:
        mean = sum(t * i.difficulty for t, i in zip(takes, items, strict=True)) / sum(takes)
        wide = draw.choice((0.005, 0.02, 0.1))
        section["difficulty"] = [max(0.0, round(mean - wide, 3)), min(1.0, round(mean + wide, 3))]
    return section


def _quota(library: Library, items: list[Item], takes: list[int], draw: random.Random) -> dict[str, Any]:
    """Bounds around how many of ``items`` are like one of them in a respect or two."""
    one = draw.choice(items)
    given = {
        "topic": one.topics[:1],
        "audience": one.audience[:1],
        "industry": industries_of(library, one)[:1],
        "regulation": [basis.regulation for basis in one.basis[:1]],
        "rule": [one.rule],
        "level": [one.level],
        "thought": [one.thought],
        "difficulty": [sorted((round(one.difficulty - 0.1, 2), round(one.difficulty + draw.choice((0, 0.2)), 2)))],
    }
    names = [name for name in draw.sample(NAMED, draw.choice((1, 1, 1, 2))) if given[name]] or ["level"]
    named: dict[str, Any] = {name: given[name][0] for name in names}
    if "difficulty" in named:
        named["difficulty"] = [max(0.0, named["difficulty"][0]), min(1.0, named["difficulty"][1])]
    quota = Quota.model_validate({**named, "min": 0})
    count = sum(
        t
        for t, item in zip(takes, items, strict=True)
        if meets(Eligible(0, item, 0, industries_of(library, item)), quota)
    )
    slack = draw.choice((0, 0, 1, 2, 5))
    bounds: dict[str, Any] = {"min": max(0, count - slack)}
    if draw.random() < 0.5:
        bounds["max"] = count + draw.choice((0, 1, 3))
    return {**named, **bounds}
