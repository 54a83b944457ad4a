"""Regulations that are named for what they are: a quota of a paper for its audience, those of a point for its words, a day of a remark.

A quota asks what a must-know list gives to its readers; a point of a report names the regulations that it is linked with; and
a day that the remark on a regulation tells is one of its versions, or the day as of which the record speaks.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.likeness import bigrams
from generator.auditing.official import Official
from generator.kinds.blueprint import Blueprint
from generator.kinds.must_know import MustKnow
from generator.kinds.regulation import Regulation
from generator.kinds.report import Report
from generator.legal.days import day_written
from generator.library import Library
from generator.library.links import citations

#: Share of a regulation's name that the words of a point must have.
_ALIKE = 0.5
_DAY = r"\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日"
#: A day on which a text was made or came into force, not one of an amendment that changed little.
_TOLD = re.compile(rf"(?<!\d)({_DAY})(?=起?(?:施行|实施|生效|通过|公布|发布))|自({_DAY})起")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E627 for a quota or a point that names another regulation, E616 for a day that no version has."""
    yield from _quotas(library)
    yield from _points(library)
    yield from _remarks(library)


def _quotas(library: Library) -> Iterator[Doubt]:
    lists = library.of("must-know", MustKnow)
    for paper in library.of("blueprint", Blueprint):
        own = [one for one in lists if one.id == paper.must_know] if paper.must_know else lists
        own = [one for one in own if one.audience == paper.audience] or own
        known = {citing.basis.regulation for one in own for citing in citations("must-know", one)}
        for index, quota in enumerate(paper.limits):
            if quota.regulation and known and quota.regulation not in known:
                at = paper.place("limits", index, "regulation")
                yield doubt(paper, f"配额 {quota.regulation}", at, "E627", "不在这些人的应知应会清单里")


def _points(library: Library) -> Iterator[Doubt]:
    for report in library.of("report", Report):
        for field in ("documents", "problems", "measures"):
            for number, point in enumerate(getattr(report, field)):
                grams = set(bigrams(point.title + point.text))
                for index, id in enumerate(point.regulations):
                    named = library.get("regulation", id)
                    if isinstance(named, Regulation) and not _told(named, grams):
                        at = report.place(field, number, "regulations", index)
                        yield doubt(
                            report, f"法规 {field} {number} {id}", at, "E627", f"（{named.label}）不是这一点说的"
                        )


def _told(regulation: Regulation, grams: set[str]) -> bool:
    names = (regulation.title, regulation.short_title or "", *regulation.aliases)
    words = [set(bigrams(name.removeprefix("中华人民共和国"))) for name in names]
    return any(len(one & grams) >= max(2, _ALIKE * len(one)) for one in words if one)


def _remarks(library: Library) -> Iterator[Doubt]:
    for one in library.regulations:
        days = {day for version in one.versions for day in version.days} | ({one.as_of} if one.as_of else set())
        known = {str(day) for day in days} | {day_written(day) for day in days}
        for field in ("note", "summary", "source"):
            told = (found[1] or found[2] for found in _TOLD.finditer(getattr(one, field) or ""))
            strange = [day for day in told if day not in known]
            if strange:
                what = f"日期 {field} {'、'.join(strange)}"
                yield doubt(one, what, one.place(field), "E616", "：不是这部法规哪个版本的日子")


CHECK = Check("named", "配额、年度报告、备注说到的法规和日期没有张冠李戴", ("E616", "E627"), run)
