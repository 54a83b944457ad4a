"""Figures that are told twice agree: what the remark on a figure counts up, and days of the year that have a name.

A figure comes from a report that no copy of law holds; but what is said of it (与上年相差, 之和, 余1宗) can be reckoned again from the
figures of the same source.  And a day that an article names (每年8月15日为全国生态日) is that day wherever the name stands.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.kinds.education_duty import EducationDuty
from generator.kinds.statistic import Statistic
from generator.legal.days import DAY_OF_YEAR, days_of_year
from generator.library import Library

_COUNT = re.compile(r"(?<![\d.年])(\d+(?:\.\d+)?)\s*(万元|[宗件家名项人次个类%万])")
_SUM = re.compile(r"之和|合计|相加")
#: What an article calls a day of the year.
_NAMES = re.compile(DAY_OF_YEAR.pattern + r"[为是]“?(?:国家|全国|世界|中国)?(?P<name>[一-龥]{2,4}[日节])")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for a count that the figures don't give, E616 for a day that bears another's name."""
    yield from _counts(library)
    yield from _days(library, official)


def _counts(library: Library) -> Iterator[Doubt]:
    rows = library.of("statistic", Statistic)
    for row in rows:
        same = [one for one in rows if one.source == row.source]
        values = {float(one.value) for one in same}
        near = {abs(round(float(row.value - one.value), 2)) for one in same if one.unit == row.unit}
        for one, other in combinations(same, 2):  # of two years
            if one.unit == other.unit and one.metric == other.metric:
                near |= {abs(round(float(one.value - other.value), 2)), float(one.value + other.value)}
        near |= {round(100 * float(row.value) / value, 1) for value in values if value}
        near |= {
            round(100 * float(one.value) / value, 1) for one in same for value in values if value and row.unit == "%"
        }
        for field in ("counts", "note"):
            text = getattr(row, field) or ""
            told = [float(number) * (10_000 if unit == "万" else 1) for number, unit in _COUNT.findall(text)]
            strange = [number for number in told if number not in values | near]
            if strange or (_SUM.search(text) and len(told) > 1 and sum(told) != float(row.value)):
                numbers = "、".join(f"{number:g}" for number in strange or told)
                what = f"数字 {field} {numbers}"
                yield doubt(row, what, row.place(field), "E608", f"：同这份来源的数据算不出来（这里是 {row.value:g}）")


def _days(library: Library, official: Official) -> Iterator[Doubt]:
    names = dict(_named(library, official))
    for duty in library.of("education-duty", EducationDuty):
        texts: list[tuple[tuple[str | int, ...], str, str]] = [(("when",), duty.title, duty.when)]
        texts += [(("activities", at, "when"), one.title, one.when or "") for at, one in enumerate(duty.activities)]
        for path, title, when in texts:
            days = days_of_year(when)
            for name, day in names.items():
                if days and name in f"{title}{when}" and day not in days:
                    what = f"日子 {name} {when[:20]}"
                    yield doubt(duty, what, duty.place(*path), "E616", f"：条文写的是{day[0]}月{day[1]}日")


def _named(library: Library, official: Official) -> Iterator[tuple[str, tuple[int, int]]]:
    for regulation in library.regulations:
        for edition in official.of(regulation.title):
            for article in edition.articles.values():
                for found in _NAMES.finditer(article.text):
                    yield from ((found["name"], day) for day in days_of_year(found[0]))


CHECK = Check("counted_again", "数据的说明算得出来，有名字的日子没有写错", ("E608", "E616"), run)
