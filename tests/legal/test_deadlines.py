"""The last day of a period: by the vectors, and what holds of every day."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.deadlines import MOST_YEARS, Calendar, due, national
from generator.legal.periods import Period
from tests.conftest import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "deadlines.json").read_text(encoding="utf-8"))
DAYS = st.dates(datetime.date(2004, 1, 1), datetime.date(2026, 6, 1))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["why"])
def test_by_the_vectors(case: dict[str, Any]) -> None:
    start = datetime.date.fromisoformat(case["start"])
    found = due(start, Period(case["amount"], case["unit"]), national(), working=case["working"], moves=case["moves"])
    assert (found.day.isoformat(), found.nominal.isoformat(), found.off, found.sure) == (
        case["day"],
        case["nominal"],
        case["off"],
        case["sure"],
    )


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: case["says"])
def test_refusals_by_the_vectors(case: dict[str, Any]) -> None:
    start = datetime.date.fromisoformat(case["start"])
    with pytest.raises(ValueError, match=case["says"]):
        due(start, Period(case["amount"], case["unit"]), national(), working=case["working"])


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_lie_between(start: datetime.date, count: int) -> None:
    known = national()
    end = due(start, Period(count, "日"), known, working=True).day
    passed = [start + datetime.timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(not known.is_off(day) for day in passed) == count
    assert not known.is_off(end)


@given(DAYS, st.integers(1, 90))
def test_a_moved_day_is_the_first_that_is_worked(start: datetime.date, count: int) -> None:
    known = national()
    found = due(start, Period(count, "日"), known, moves=True)
    assert found.nominal == start + datetime.timedelta(days=count)
    assert found.day >= found.nominal
    between = range((found.day - found.nominal).days)
    assert all(known.is_off(found.nominal + datetime.timedelta(days=n)) for n in between)
    assert not found.off


def test_the_calendar_knows_the_years_of_the_notices() -> None:
    known = national()
    assert known.first == 2004
    assert known.last >= 2026
    assert known.is_off(datetime.date(2026, 10, 1))
    assert not known.is_off(datetime.date(2026, 10, 10))  # a Saturday that is worked
    assert all(day.weekday() < 5 for day in known.holidays)
    assert all(day.weekday() >= 5 for day in known.workdays)


@pytest.mark.parametrize(("unit", "of_a_year"), [("日", 365), ("月", 12), ("年", 1), ("工作日", 200)])
def test_the_longest_period(unit: Any, of_a_year: int) -> None:
    start, most = datetime.date(2026, 1, 1), MOST_YEARS * of_a_year
    assert due(start, Period(most, unit), national()).day > start
    with pytest.raises(ValueError, match="60 年"):
        due(start, Period(most + 1, unit), national())


#: Of 2027 alone; the last days of the years on both sides of its bounds are holidays.
ALONE = Calendar(
    2027,
    2027,
    frozenset({datetime.date(2026, 12, 31), datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)}),
    frozenset(),
)


@pytest.mark.parametrize(
    ("start", "unit", "day", "sure"),
    [
        (
            datetime.date(2026, 12, 30),
            "日",
            datetime.date(2027, 1, 4),
            False,
        ),  # counted before the years that are known
        (datetime.date(2026, 12, 31), "日", datetime.date(2027, 1, 4), True),
        (datetime.date(2027, 12, 29), "日", datetime.date(2027, 12, 30), True),
        (datetime.date(2027, 12, 30), "日", datetime.date(2028, 1, 3), False),  # moved beyond them
        (datetime.date(2026, 12, 30), "工作日", datetime.date(2027, 1, 4), False),
        (datetime.date(2026, 12, 31), "工作日", datetime.date(2027, 1, 4), True),
        (datetime.date(2027, 12, 29), "工作日", datetime.date(2027, 12, 30), True),
        (datetime.date(2027, 12, 30), "工作日", datetime.date(2028, 1, 3), False),
    ],
)
def test_a_day_is_sure_where_every_day_on_the_way_is_of_a_year_that_is_known(
    start: datetime.date, unit: Any, day: datetime.date, sure: bool
) -> None:
    found = due(start, Period(1, unit), ALONE, moves=True)
    assert (found.day, found.sure) == (day, sure)


def test_a_day_that_is_not_moved_is_sure_by_its_own_year_alone() -> None:
    found = due(datetime.date(2027, 12, 30), Period(1, "日"), ALONE)
    assert (found.day, found.off, found.sure) == (datetime.date(2027, 12, 31), True, True)
    assert not due(datetime.date(2027, 12, 31), Period(1, "日"), ALONE).sure
