"""Demands: what a blueprint asks, as rows of an integer program over candidates."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.exams.eligible import Candidate, shared_facts
from generator.exams.scale import difficulty_of, scaled
from generator.exams.solver import Row
from generator.kinds.blueprint import Blueprint, BlueprintSection


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing a section asks.

    Attributes:
        kind: ``count``, ``quota``, the ``easiest`` or ``hardest`` mean difficulty, or an ``include``d item.
        section: index of the section.
        quota: index of the quota in it, for quotas; of the id among those included.
        row: the same as a row; terms are columns, the indices of candidates.
    """

    kind: Literal["count", "quota", "easiest", "hardest", "include"]
    section: int
    row: Row
    quota: int = -1


def demands(blueprint: Blueprint, pool: Sequence[Candidate]) -> tuple[Demand, ...]:
    """Everything the blueprint asks of ``pool``, in its own order."""
    inside: dict[int, list[tuple[int, Candidate]]] = {}
    for column, candidate in enumerate(pool):
        inside.setdefault(candidate.section, []).append((column, candidate))
    of_sections = (
        demand
        for index, section in enumerate(blueprint.sections)
        for demand in _of_section(index, section, inside.get(index, []))
    )
    return (*of_sections, *_included(blueprint, pool))


def _included(blueprint: Blueprint, pool: Sequence[Candidate]) -> Iterator[Demand]:
    """Every item that the blueprint names, in whichever section takes it."""
    for number, id in enumerate(blueprint.include):
        places = [(column, candidate) for column, candidate in enumerate(pool) if candidate.item.id == id]
        section = places[0][1].section if places else 0
        yield Demand("include", section, Row(tuple((column, 1.0) for column, _ in places), 1, 1), number)


def conflicts(pool: Sequence[Candidate], facts: bool = True) -> tuple[Row, ...]:
    """At most one of the candidates that are the same item or, with ``facts``, share a fact."""
    clashing = shared_facts(pool) if facts else frozenset()
    groups: dict[tuple[str, str], list[int]] = {}
    for column, candidate in enumerate(pool):
        groups.setdefault(("item", candidate.item.id), []).append(column)
        for fact in sorted(clashing.intersection(candidate.item.facts)):
            groups.setdefault(("fact", fact), []).append(column)
    distinct = dict.fromkeys(tuple(columns) for columns in groups.values() if len(columns) > 1)
    return tuple(Row(tuple((column, 1.0) for column in columns), high=1) for columns in distinct)


def _of_section(index: int, section: BlueprintSection, inside: list[tuple[int, Candidate]]) -> Iterator[Demand]:
    every = tuple((column, float(candidate.takes)) for column, candidate in inside)
    yield Demand("count", index, Row(every, section.count, section.count))
    for number, quota in enumerate(section.quotas):
        terms = tuple((column, float(candidate.takes)) for column, candidate in inside if number in candidate.counts)
        high = math.inf if quota.max is None else quota.max
        yield Demand("quota", index, Row(terms, quota.min, high), number)
    if section.difficulty is not None:
        low, high = section.difficulty
        # A mean of at least low is Σ (difficulty − low) ≥ 0 over what is chosen; whole numbers keep it exact.
        over_low = tuple((column, float(c.takes * (difficulty_of(c.item) - scaled(low)))) for column, c in inside)
        over_high = tuple((column, float(c.takes * (difficulty_of(c.item) - scaled(high)))) for column, c in inside)
        yield Demand("easiest", index, Row(over_low, low=0))
        yield Demand("hardest", index, Row(over_high, high=0))
