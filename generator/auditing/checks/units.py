"""A number in own words counts what it counts in the article: 三个月 is not told by 三万元, nor 五年 by 五日.

Other checks hold that the number stands there at all; an article of many numbers has nearly every small one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.legal.numerals import NUMBER, parse_decimal
from generator.library import Library

#: What is counted → how it is written.
_UNITS: tuple[tuple[str, str], ...] = (
    ("工作日", r"个?工作日"),
    ("日", r"日(?!常)|天(?!然|气)"),
    ("月", r"个月|月"),
    ("年", r"年(?!度|报|级)"),
    ("小时", r"个?小时"),
    ("倍", r"倍"),
    ("元", r"元"),
    ("米", r"米"),
    ("吨", r"吨"),
    ("次", r"次(?!性|生)"),
    ("%", r"%|％"),
)
_COUNTED = re.compile(
    rf"百分之(?P<share>{NUMBER})|(?P<number>{NUMBER})\s*(?:"
    + "|".join(f"(?P<u{at}>{words})" for at, (_, words) in enumerate(_UNITS))
    + ")?"
)
#: 日 may be said for 工作日 of a list of both, never the other way round.
_DAY_OF_MONTH = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_REFERENCE = re.compile(r"第[^，。；]{1,8}[条款项编章节]")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for each number that the article has, but of something else."""
    for own in own_texts(library, official):
        there = _counts(own.law)
        for value, unit, words in _said(own.text):
            if value in there and unit not in there[value] and "" not in there[value]:
                yield doubt(own.record, f"数字 {own.place} {words}", own.at, "E608", "：条文里这个数字说的是别的")


def _said(text: str) -> Iterator[tuple[Decimal, str, str]]:
    for value, unit, words in _read(text):
        if unit:
            yield value, unit, words


@lru_cache(maxsize=1 << 12)
def _counts(law: str) -> dict[Decimal, frozenset[str]]:
    found: dict[Decimal, set[str]] = {}
    for value, unit, _ in _read(law):
        found.setdefault(value, set()).add(unit)
    return {value: frozenset(units) for value, units in found.items()}


def _read(text: str) -> Iterator[tuple[Decimal, str, str]]:
    text = _REFERENCE.sub("□", _DAY_OF_MONTH.sub("□", text))
    for match in _COUNTED.finditer(text):
        unit = "%" if match["share"] else next((name for at, (name, _) in enumerate(_UNITS) if match[f"u{at}"]), "")
        try:
            yield parse_decimal(match["share"] or match["number"]), unit, match[0]
        except ValueError:
            continue


CHECK = Check("units", "数字说的是条文里同一样东西", ("E608",), run)
