"""A number in own words counts what it counts in the article: 三个月 is not told by 三万元, nor 五年 by 五日.

Other checks hold that the number stands there at all; an article of many numbers has nearly every small one.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.figures import counted
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.library import Library


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for each number that the article has, but of something else."""
    for own in own_texts(library, official):
        there = _counts(own.law)
        for value, unit, words in _said(own.text):
            if value in there and unit not in there[value] and "" not in there[value]:
                yield doubt(own.record, f"数字 {own.place} {words}", own.at, "E608", "：条文里这个数字说的是别的")


def _said(text: str) -> Iterator[tuple[Decimal, str, str]]:
    for value, unit, words in counted(text):
        if unit:
            yield value, unit, words


@lru_cache(maxsize=1 << 12)
def _counts(law: str) -> dict[Decimal, frozenset[str]]:
    found: dict[Decimal, set[str]] = {}
    for value, unit, _ in counted(law):
        found.setdefault(value, set()).add(unit)
    return {value: frozenset(units) for value, units in found.items()}


CHECK = Check("units", "数字说的是条文里同一样东西", ("E608",), run)
