"""Limits of the whole paper: what no two items of it may do, and how often it may do the same thing.

One that tells what another asks never meets it.  The other limits are the blueprint's:
by default an article twice, an amount once, statements true by two fifths to three fifths, one phrasing for a fifth of the stems.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.exams.eligible import Eligible
from generator.exams.solver import Row
from generator.kinds.blueprint import Blueprint
from generator.questions.asking import amounts, articles, phrasing, right
from generator.questions.item import Item


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: what it is on, and its row over eligible items."""

    kind: Literal["article", "amount", "phrasing", "true", "false", "told"]
    row: Row


def limits(blueprint: Blueprint, pool: Sequence[Eligible]) -> Iterator[Limit]:
    """What every paper of the blueprint keeps to; the empty paper does."""
    every = sum(section.count for section in blueprint.sections)
    for row in _at_most(blueprint.per_article, pool, articles):
        yield Limit("article", row)
    for row in _at_most(blueprint.per_amount, pool, lambda item: set(amounts(item))):
        yield Limit("amount", row)
    if blueprint.one_phrasing < 1:
        most = max(1, math.floor(blueprint.one_phrasing * every))
        for row in _at_most(most, pool, lambda item: [phrasing(item)]):
            yield Limit("phrasing", row)
    yield from _truth(blueprint, pool)
    for row in _told(blueprint, pool):
        yield Limit("told", row)


def _at_most(most: int, pool: Sequence[Eligible], of: Callable[[Item], Iterable[str]]) -> Iterator[Row]:
    """For each thing that more than ``most`` items have, at most so many of them."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, entry in enumerate(pool):
        for name in of(entry.item):
            columns[name].append(column)
    for found in columns.values():
        if len({pool[column].item.id for column in found}) > most:
            yield Row(tuple((column, 1.0) for column in found), high=most)


def _truth(blueprint: Blueprint, pool: Sequence[Eligible]) -> Iterator[Limit]:
    """True statements within bounds, and false ones; where no whole number lies within, as near as they come."""
    verdicts = [(column, right(entry.item)) for column, entry in enumerate(pool)]
    sections = {pool[column].section for column, verdict in verdicts if verdict is not None}
    count = sum(blueprint.sections[section].count for section in sections)
    low, high = blueprint.judge_true
    shares = [round(share * count, 6) for share in (high, 1 - low)]
    whole = math.floor if sum(map(math.floor, shares)) >= count else math.ceil
    for wanted, share, bound in ((True, high, shares[0]), (False, 1 - low, shares[1])):
        most = whole(bound)
        terms = tuple((column, 1.0) for column, verdict in verdicts if verdict is wanted)
        if share < 1 and len(terms) > most:
            yield Limit("true" if wanted else "false", Row(terms, high=most))


def _told(blueprint: Blueprint, pool: Sequence[Eligible]) -> Iterator[Row]:
    """For each fact that is asked and told: one that asks it, or else some that tell it."""
    asking: dict[str, list[int]] = defaultdict(list)
    telling: dict[str, list[int]] = defaultdict(list)
    for column, entry in enumerate(pool):
        for fact in entry.item.asks:
            asking[fact].append(column)
    for column, entry in enumerate(pool):
        for fact in entry.item.tells:
            if fact in asking:
                telling[fact].append(column)
    every = sum(section.count for section in blueprint.sections)
    for fact, tellers in telling.items():
        most = min(len(tellers), every, blueprint.per_article if fact[0] != "@" else every)
        terms = dict.fromkeys(tellers, 1.0) | {column: float(most) for column in asking[fact]}
        yield Row(tuple(sorted(terms.items())), high=most)
