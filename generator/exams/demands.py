"""Demands: what a blueprint asks, as rows of an integer program over eligible items."""

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.exams.eligible import Eligible, meets, shared_facts
from generator.exams.limits import limits
from generator.exams.scale import difficulty_of, scaled
from generator.exams.solver import Row
from generator.kinds.blueprint import Blueprint, BlueprintSection
from generator.questions.asking import amounts, numbers


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing a section asks.

    Attributes:
        kind: ``count``, ``quota``, the ``easiest`` or ``hardest`` mean difficulty, or an ``include``d item; of the whole paper a
            ``whole`` quota, an article to ``cover``, or ``amounts`` or ``article_numbers`` by heart.
        section: index of the section; 0 for demands of the whole paper.
        quota: index of the quota in it, for quotas; of the id among those included; among those of the whole paper.
        row: the same as a row; terms are columns, the indices of eligible items.
        article: of an article to cover, which: ``law/article``.
    """

    kind: Literal["count", "quota", "easiest", "hardest", "include", "whole", "cover", "amounts", "article_numbers"]
    section: int
    row: Row
    quota: int = -1
    article: str = ""


def demands(blueprint: Blueprint, pool: Sequence[Eligible]) -> tuple[Demand, ...]:
    """Everything the blueprint asks of ``pool``, in its own order."""
    inside: dict[int, list[tuple[int, Eligible]]] = {}
    for column, entry in enumerate(pool):
        inside.setdefault(entry.section, []).append((column, entry))
    of_sections = (
        demand
        for index, section in enumerate(blueprint.sections)
        for demand in _of_section(index, section, inside.get(index, []))
    )
    return (*of_sections, *_included(blueprint, pool), *_of_paper(blueprint, pool))


def _of_paper(blueprint: Blueprint, pool: Sequence[Eligible]) -> Iterator[Demand]:
    """What the blueprint asks of all sections together."""
    for number, (_, _, quota) in enumerate(blueprint.whole):
        terms = tuple((column, float(c.takes)) for column, c in enumerate(pool) if meets(c, quota))
        yield Demand("whole", 0, Row(terms, quota.min, math.inf if quota.max is None else quota.max), number)
    covering: dict[str, list[tuple[int, float]]] = {}
    for column, entry in enumerate(pool):
        for article in entry.covers:
            covering.setdefault(article, []).append((column, 1.0))
    for article in sorted(covering):
        yield Demand("cover", 0, Row(tuple(covering[article]), low=1), article=article)
    every = sum(section.count for section in blueprint.sections)
    if blueprint.amounts < 1:
        terms = tuple((column, float(count)) for column, c in enumerate(pool) if (count := len(amounts(c.item))))
        yield Demand("amounts", 0, Row(terms, high=math.floor(blueprint.amounts * every)))
    if blueprint.article_numbers < 1:
        terms = tuple((column, float(count)) for column, c in enumerate(pool) if (count := numbers(c.item)))
        yield Demand("article_numbers", 0, Row(terms, high=math.floor(blueprint.article_numbers * every)))


def _included(blueprint: Blueprint, pool: Sequence[Eligible]) -> Iterator[Demand]:
    """Every item that the blueprint names, in whichever section takes it."""
    for number, id in enumerate(blueprint.include):
        places = [(column, entry) for column, entry in enumerate(pool) if entry.item.id == id]
        section = places[0][1].section if places else 0
        yield Demand("include", section, Row(tuple((column, 1.0) for column, _ in places), 1, 1), number)


def conflicts(pool: Sequence[Eligible], facts: bool = True) -> tuple[Row, ...]:
    """At most one of the eligible items that are the same item or, with ``facts``, share a fact or turn on the same one."""
    clashing = shared_facts(pool) if facts else frozenset()
    groups: dict[tuple[str, str], list[int]] = {}
    for column, entry in enumerate(pool):
        groups.setdefault(("item", entry.item.id), []).append(column)
        for fact in sorted(clashing.intersection(entry.item.facts)):
            groups.setdefault(("fact", fact), []).append(column)
        if facts and entry.item.cluster:
            groups.setdefault(("cluster", entry.item.cluster), []).append(column)
    distinct = dict.fromkeys(tuple(columns) for columns in groups.values() if len(columns) > 1)
    return tuple(Row(tuple((column, 1.0) for column in columns), high=1) for columns in distinct)


def fixed(blueprint: Blueprint, pool: Sequence[Eligible], facts: bool = True) -> tuple[Row, ...]:
    """What every paper keeps to before anything is asked of it: conflicts and, with ``facts``, the limits of the paper."""
    return (*conflicts(pool, facts), *((limit.row for limit in limits(blueprint, pool)) if facts else ()))


def reduced(blueprint: Blueprint, pool: Sequence[Eligible]) -> tuple[Eligible, ...]:
    """Leave aside eligible items that no heaviest paper needs; the paper stays the exact optimum.

    Items are alike where every row sees them the same.  Of a class no paper can use more than its sections ask for (one, where
    a conflict allows one of them), so in each section the heaviest that many suffice: any other could be exchanged for an unused
    one of these and the paper would not be lighter.
    """
    seen: list[list[tuple[int, float]]] = [[] for _ in pool]
    single: set[int] = set()
    homes: dict[str, list[int]] = {}
    for column, entry in enumerate(pool):
        homes.setdefault(entry.item.id, []).append(column)
    asked = tuple(demand.row for demand in demands(blueprint, pool))
    for number, row in enumerate((*asked, *fixed(blueprint, pool))):
        if number < len(asked) or len({pool[column].item.id for column, _ in row.terms}) > 1:
            single.update([number] if row.high == 1 and number >= len(asked) else [])
            for column, coefficient in row.terms:
                seen[column].append((number, coefficient))
    classes: dict[Hashable, list[list[int]]] = {}
    for columns in homes.values():
        signature = tuple((pool[column].section, *seen[column]) for column in columns)
        classes.setdefault(signature, []).append(columns)
    kept: set[int] = set()
    for alike in classes.values():
        one = any(number in single and coefficient == 1 for number, coefficient in seen[alike[0][0]])
        most = 1 if one else sum(blueprint.sections[pool[column].section].count for column in alike[0])
        for here in zip(*alike, strict=True):
            kept.update(sorted(here, key=lambda column: (-pool[column].weight, pool[column].item.id))[:most])
    return tuple(entry for column, entry in enumerate(pool) if column in kept)


def _of_section(index: int, section: BlueprintSection, inside: list[tuple[int, Eligible]]) -> Iterator[Demand]:
    every = tuple((column, float(entry.takes)) for column, entry in inside)
    yield Demand("count", index, Row(every, section.count, section.count))
    for number, quota in enumerate(section.quotas):
        terms = tuple((column, float(entry.takes)) for column, entry in inside if number in entry.counts)
        high = math.inf if quota.max is None else quota.max
        yield Demand("quota", index, Row(terms, quota.min, high), number)
    if section.difficulty is not None:
        low, high = section.difficulty
        # A mean of at least low is Σ (difficulty − low) ≥ 0 over what is chosen; whole numbers keep it exact.
        over_low = tuple((column, float(c.takes * (difficulty_of(c.item) - scaled(low)))) for column, c in inside)
        over_high = tuple((column, float(c.takes * (difficulty_of(c.item) - scaled(high)))) for column, c in inside)
        yield Demand("easiest", index, Row(over_low, low=0))
        yield Demand("hardest", index, Row(over_high, high=0))
