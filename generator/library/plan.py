"""The year's plan of teaching the law: which activity of which duty falls into which month, what was held, and what is past due.

Nobody writes a plan beside the list of duties: it is read from what their days say (每年6月5日前后, 每季度, 全年).
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.kinds.education_duty import Activity, EducationDuty
from generator.kinds.held_activity import HeldActivity
from generator.kinds.unit import Unit
from generator.legal.rhythm import months_in, years_in
from generator.library.model import Library

State = Literal["done", "overdue", "open", "extra"]
#: The states as people read them.
STATES: dict[State, str] = {"done": "已办", "overdue": "逾期，没有记录", "open": "还没到期", "extra": "计划外"}
_LAST = 12


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of the plan.

    Attributes:
        unit, duty: who holds it, under which duty.
        title: what.
        audience: for whom.
        months: when; empty for any time of the year.
        days: on which days of the year it was held.
        held: what the log says of those days; a day that the duty itself notes has no entry here.
        due: how many times it should have been held by the library's day.
        state: ``done``, ``overdue``, ``open``; ``extra`` for what was held beside the plan.
    """

    unit: Unit
    duty: EducationDuty
    title: str
    audience: str
    months: tuple[int, ...]
    days: tuple[datetime.date, ...]
    held: tuple[HeldActivity, ...]
    due: int
    state: State

    @property
    def times(self) -> int:
        """How many times a year it is planned."""
        return 0 if self.state == "extra" else len(self.months) or 1

    @property
    def people(self) -> int:
        """How many were reached, as far as the log says."""
        return sum(one.people or 0 for one in self.held)


def held_in(library: Library, year: int) -> tuple[HeldActivity, ...]:
    """The log of a year, by day."""
    log = library.of("held-activity", HeldActivity)
    return tuple(sorted((one for one in log if one.held_on.year == year), key=lambda one: one.held_on))


def plan(library: Library, year: int) -> tuple[Planned, ...]:
    """The plan of a year, in order of unit and duty; how far it is kept on the library's day."""
    log = held_in(library, year)
    duties = library.of("education-duty", EducationDuty)
    found: list[Planned] = []
    for unit in library.units:
        for duty in duties:
            if duty.unit == unit.id:
                found += _of_duty(library, year, unit, duty, [one for one in log if one.duty == duty.id])
    return tuple(found)


def _of_duty(
    library: Library, year: int, unit: Unit, duty: EducationDuty, log: list[HeldActivity]
) -> Iterator[Planned]:
    listed = [(one, months_in(one.when or "")) for one in duty.activities if _falls(one, year)]
    lines = listed or [(Activity(title=duty.title), months_in(duty.when))]
    taken = [_line_of(one, lines, whole=not listed) for one in log]
    for place, (activity, months) in enumerate(lines):
        held = tuple(one for one, line in zip(log, taken, strict=True) if line == place)
        own = (activity.held_on,) if activity.held_on else ()
        days = tuple(sorted({*own, *(one.held_on for one in held)}))
        wanted = months or (_LAST,)
        due = sum(_over(year, month) <= library.as_of for month in wanted)
        state: State = "done" if len(days) >= len(wanted) else "overdue" if len(days) < due else "open"
        audience = activity.audience or "、".join(duty.audiences)
        yield Planned(unit, duty, activity.title, audience, months, days, held, due, state)
    for one in (one for one, line in zip(log, taken, strict=True) if line < 0):
        audience = one.audience or "、".join(duty.audiences)
        yield Planned(unit, duty, one.title, audience, (one.held_on.month,), (one.held_on,), (one,), 0, "extra")


def _falls(activity: Activity, year: int) -> bool:
    """Whether an activity belongs to the year: one that was held, or whose words name years, belongs to those alone."""
    if activity.held_on:
        return activity.held_on.year == year
    named = years_in(activity.when or "")
    return not named or year in named


def _line_of(one: HeldActivity, lines: Sequence[tuple[Activity, tuple[int, ...]]], whole: bool) -> int:
    """The line that an entry of the log is of: that with its title, else that of its month; -1 where it is of none.

    Args:
        whole: there is one line, for the duty as a whole, and everything is of it.
    """
    if whole:
        return 0
    titles = [activity.title for activity, _ in lines]
    if one.title in titles:
        return titles.index(one.title)
    return next((place for place, (_, months) in enumerate(lines) if one.held_on.month in months), -1)


def _over(year: int, month: int) -> datetime.date:
    """The day on which a month is over."""
    return datetime.date(year + month // _LAST, month % _LAST + 1, 1)
