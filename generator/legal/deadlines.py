"""The last day of a period of law: from the day after, in working or calendar days, months or years; what holidays move.

Which days are holidays and which weekends are worked is set year by year by notice of the State Council; ``national`` takes
them from the package chinesecalendar with the years that it covers.  A period that reaches beyond them is counted with
weekends alone and says that it is not sure.  assets/js/core/deadlines.js counts the same; tests/vectors/deadlines.json holds
the two together.
"""

import calendar as months
import datetime
from dataclasses import dataclass
from functools import cache

from chinese_calendar import constants

from generator.legal.periods import Period

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5  # Monday is 0
#: A period may not be longer than this many years: more is a slip.
MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days on which there is no work and there is, beside the week.

    Attributes:
        first, last: the years for which the notices are known, both included.
        holidays: days from Monday to Friday without work.
        workdays: Saturdays and Sundays that are worked.
    """

    first: int
    last: int
    holidays: frozenset[datetime.date]
    workdays: frozenset[datetime.date]

    def is_off(self, day: datetime.date) -> bool:
        """Whether a day is a weekend or holiday; a year that is not covered has weekends alone."""
        return day not in self.workdays if day.weekday() >= _SATURDAY else day in self.holidays

    def covers(self, day: datetime.date) -> bool:
        """Whether the notice of the day's year is known."""
        return self.first <= day.year <= self.last


@dataclass(frozen=True, slots=True)
class Due:
    """When a period ends.

    Attributes:
        day: its last day, moved where the law moves it.
        nominal: its last day as counted, before it was moved.
        off: the last day, moved or not, is a weekend or holiday.
        sure: the holidays of all years that were asked are known.
    """

    day: datetime.date
    nominal: datetime.date
    off: bool
    sure: bool


@cache
def national() -> Calendar:
    """The calendar of the mainland, of all years that the package knows."""
    holidays, workdays = constants.holidays, constants.workdays
    return Calendar(
        min(holidays).year,
        max(holidays).year,
        frozenset(day for day in holidays if day.weekday() < _SATURDAY),
        frozenset(day for day in workdays if day.weekday() >= _SATURDAY),
    )


def due(start: datetime.date, period: Period, known: Calendar, *, working: bool = False, moves: bool = False) -> Due:
    """The last day of ``period`` where ``start`` is the day on which it begins, which itself does not count.

    Args:
        start: the day of the event.
        period: days, working days, months or years; its bound is not asked.
        known: the holidays.
        working: days are working days, whatever the period is called.
        moves: where the last day is a weekend or holiday, the first day after them is the last.

    Raises:
        ValueError: a period in hours, of no length, or past the years that a date can have; the message is Chinese.
    """
    sure = True
    if period.amount < 1 or period.unit == "小时":
        raise ValueError(f"“{period}”不能按日计算")
    if working or period.unit == "工作日":
        if period.unit not in ("日", "工作日"):
            raise ValueError(f"“{period}”不是工作日")
        nominal, sure = _working(start, period.amount, known)
    elif period.unit == "日":
        _bounded(period.amount / 365)
        nominal = start + period.amount * _DAY
    else:
        nominal = _later(start, period.amount * (12 if period.unit == "年" else 1))
    day, sure = nominal, sure and known.covers(nominal)
    while moves and known.is_off(day):
        day += _DAY
        sure = sure and known.covers(day)
    return Due(day, nominal, known.is_off(day), sure)


def _working(start: datetime.date, count: int, known: Calendar) -> tuple[datetime.date, bool]:
    _bounded(count / 200)
    day, sure = start, True
    while count:
        day += _DAY
        sure = sure and known.covers(day)
        count -= not known.is_off(day)
    return day, sure


def _later(start: datetime.date, count: int) -> datetime.date:
    """The same day so many months later; where that month has none, its last (民法典 第202条)."""
    _bounded(count / 12)
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return datetime.date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _bounded(years: float) -> None:
    if years > MOST_YEARS:
        raise ValueError(f"期限超过 {MOST_YEARS} 年")
