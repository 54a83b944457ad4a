"""A number in own words counts what it counts in the article: 三个月 is not told by 三万元, nor 五年 by 五日.

Other checks hold that the number stands there at all; an article of many numbers has nearly every small one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.meaning import grams
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.auditing.strange import counted
from generator.library import Library

_CLAUSE = re.compile(r"[^，。；：\n（）]+")
_TIMES = frozenset({"日", "工作日", "月", "年", "小时"})
_FEW = 2  # pairs of letters below which nothing is like anything
_NEAR, _RIVAL = 0.5, 0.2  # share of a clause's pairs that the likest has; how much less another may have


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for each number that the article has, but of something else."""
    for own in own_texts(library, official):
        said = list(_said(own.text))
        there = _counts(own.law) if said else {}
        for value, unit, words in said:
            if value in there and unit not in there[value] and "" not in there[value]:
                yield doubt(own.record, f"数字 {own.place} {words}", own.at, "E608", "：条文里这个数字说的是别的")
        for clause in _of_another(own.text, own.law) if said else ():
            yield doubt(
                own.record, f"期限 {own.place} {clause[:20]}", own.at, "E608", "：条文里最像的一句写的是别的期限"
            )


def _of_another(text: str, law: str) -> Iterator[str]:
    """Clauses whose period is not that of the clauses of the law that are most like them."""
    for clause in _CLAUSE.findall(text):
        own, ours = frozenset(grams(clause)), _periods(clause)
        if not ours or len(own) < _FEW:
            continue
        shares = [(len(own & pairs) / len(own), periods) for pairs, periods in _clauses(law)]
        best = max((share for share, _ in shares), default=0.0)
        if best >= _NEAR and not any(ours & periods for share, periods in shares if share >= best - _RIVAL):
            yield clause


def _periods(clause: str) -> frozenset[tuple[Decimal, str]]:
    return frozenset((value, unit) for value, unit, _ in counted(clause) if unit in _TIMES)


@lru_cache(maxsize=1 << 12)
def _clauses(law: str) -> tuple[tuple[frozenset[str], frozenset[tuple[Decimal, str]]], ...]:
    """The clauses with a period: their pairs of letters, and the periods."""
    found = ((frozenset(grams(clause)), _periods(clause)) for clause in _CLAUSE.findall(law))
    return tuple((pairs, periods) for pairs, periods in found if periods)


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
