"""Days as periods of law count them: from the day after, calendar days or working days.

Periods that touch public holidays other than weekends are never asked: which days are moved is set year by year by notice.
"""

import datetime
from functools import cache

from generator.kinds.procedure import Limit, Procedure
from generator.legal.days import day_written
from generator.legal.deadlines import due, national
from generator.legal.periods import Period, parse_period
from generator.library import Library
from generator.library.remember import once
from generator.questions.item import rank

_WEEK = "一二三四五六日"
_SATURDAY = 5  # Monday is 0
#: A period by name → the article that sets it, as the library cites it.
SET_BY = {
    "hearing-asked": "行政处罚法 第64条第（一）项",
    "serving": "行政处罚法 第61条第1款",
    "paying": "行政处罚法 第67条第3款",
    "review": "行政复议法 第20条第1款",
    "suing": "行政诉讼法 第46条第1款",
}
#: First and last day between which no public holiday falls: after the National Day's moved days of work, before New Year's Day.
_FIRST, _LAST = datetime.date(2026, 10, 12), datetime.date(2026, 12, 30)


@once
def limit_of(library: Library, basis: str) -> tuple[Procedure, Limit] | None:
    """The period that an article sets, by its citation (行政处罚法 第67条第3款), with its procedure; None where none is held."""
    found = (
        (procedure, limit)
        for procedure in library.of("procedure", Procedure)
        for limit in procedure.limits
        if library.cite(limit.basis) == basis
    )
    return next(found, None)


def length(limit: Limit) -> int:
    """How many days a period in days has."""
    return parse_period(limit.period).amount


def after(day: datetime.date, count: int, working: bool) -> datetime.date:
    """The last day of a period of ``count`` days that begins with ``day``, which itself does not count."""
    return due(day, Period(count, "日"), national(), working=working).day


def served(count: int, working: bool, seed: str) -> datetime.date | None:
    """A working day on which a paper is served, such that the period ends on a working day before the holidays."""
    days = _days(count, working)
    return days[rank(seed, "served") % len(days)] if days else None


@cache
def ends(count: int, working: bool) -> tuple[datetime.date, ...]:
    """The days on which a period of ``served`` may end."""
    return tuple(after(day, count, working) for day in _days(count, working))


@cache
def _days(count: int, working: bool) -> tuple[datetime.date, ...]:
    """The days on which such a period may begin."""
    days = (_FIRST + datetime.timedelta(days=number) for number in range((_LAST - _FIRST).days))
    return tuple(day for day in days if _fits(day, count, working))


def _fits(day: datetime.date, count: int, working: bool) -> bool:
    return open_on(day) and open_on(after(day, count, working))


def open_on(day: datetime.date) -> bool:
    """Whether it is a working day of the span in which no public holiday falls."""
    return day.weekday() < _SATURDAY and _FIRST <= day <= _LAST


def dated(day: datetime.date) -> str:
    """2026年10月26日（星期一）."""
    return f"{day_written(day)}（星期{_WEEK[day.weekday()]}）"
