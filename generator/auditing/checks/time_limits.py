"""Every time limit, deadline, retention and frequency stands in an article that the record cites."""

import re
from collections.abc import Iterable, Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.lookup import beside, parts_of_articles
from generator.auditing.official import Official
from generator.auditing.strange import strange_numbers, strange_periods
from generator.kinds import BasisValue, Record, kinds
from generator.kinds._kind import Audit
from generator.legal.periods import Mention, find_periods
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import values
from generator.problems import Problem

Path = tuple[str | int, ...]
#: From which day a period runs, and what is said of it.
_FROM = re.compile(r"(?P<day>[\u4e00-\u9fff]{3,10}?)之日起(?P<rest>[^，。；]*)")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E605 for each period or number of time that the cited articles do not hold."""
    for record, path, text, bases in _statements(library):
        articles = parts_of_articles(library, official, record, bases)
        if not articles and bases:
            continue  # the citations themselves are at fault, and reported so
        strange = strange_periods(text, articles)
        strange += [period for period in counted_otherwise(text, articles) if period not in strange]
        strange += [number for number in strange_numbers(text, articles) if not any(number in one for one in strange)]
        if strange:
            cited = "、".join(library.cite(basis) for basis in dict.fromkeys(bases)) or "（没有写依据）"
            message = f"期限“{text[:30]}”中的 {'、'.join(strange)} 不在所引条文中：{cited}"
            yield Problem(
                record.place(*path), "E605", message, "核对期限和单位（日、工作日），或补上写有它的条文作依据。"
            )


def counted_otherwise(text: str, articles: Iterable[OfficialArticle]) -> Iterator[str]:
    """Periods that the articles count from the same day otherwise: 判决书送达之日起十日 where ten days run from 裁定书送达之日."""
    whole = "\n".join(article.text for article in articles)
    for found in _FROM.finditer(text):
        own = find_periods(found["rest"])
        day = next((day for day in _endings(found["day"]) if f"{day}之日起" in whole), None)
        if not own or day is None:
            continue
        there = [find_periods(rest) for rest in re.findall(f"{day}之日起([^，。；]*)", whole)]
        if all(there) and all(_length(own[0]).isdisjoint(_length(one[0])) for one in there):
            yield found["rest"][own[0].start : own[0].end]


def _length(mention: Mention) -> set[tuple[int, str]]:
    return {(period.amount, period.unit) for period in mention.periods}


def _endings(day: str) -> Iterator[str]:
    """What a day is called, from its whole name to its last three characters."""
    yield from (day[at:] for at in range(len(day) - 2))


def _statements(library: Library) -> Iterator[tuple[Record, Path, str, tuple[BasisValue, ...]]]:
    """Every period that a kind says is one, with the citations that stand next to it, else all of the record."""
    for kind in kinds():
        if not isinstance(kind.audited, Audit):
            continue
        for record in library.all(kind.name):
            if kind.audited.unless and getattr(record, kind.audited.unless):
                continue  # a list that the official texts need not hold
            everywhere = tuple(citing.basis for citing in citations(kind.name, record))
            for path in kind.audited.periods:
                for place, text in values(library, record, path):
                    yield record, place, text, beside(record, place) or everywhere


CHECK = Check("time-limits", "期限、频次、保存年限在所引条文中", ("E605",), run)
