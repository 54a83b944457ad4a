"""Days as people write them: one form, and the years that law is about."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal import days


@given(st.dates(days.EARLIEST, days.LATEST))
def test_what_is_written_reads_back(day: datetime.date) -> None:
    assert days.is_sensible(day)
    assert days.read_day(day.isoformat()) == day
    assert days.day_written(day) == f"{day.year}年{day.month}月{day.day}日"
    assert days.day_spaced(day).replace(" ", "") == days.day_written(day)


@pytest.mark.parametrize("text", ["2026-W48-6", "20260815", "2026-8-15", "2026-08-15 ", "２０２６-08-15", "", "今天"])
def test_one_form_alone(text: str) -> None:
    with pytest.raises(ValueError, match=r"^应写成 2026-08-15$"):
        days.read_day(text)


def test_days_that_are_none() -> None:
    for text in ("2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01"):
        with pytest.raises(ValueError, match="没有这一天"):
            days.read_day(text)


def test_years_that_law_is_not_about() -> None:
    assert [days.read_day(text) for text in ("1900-01-01", "2100-12-31")] == [days.EARLIEST, days.LATEST]
    for text in ("1899-12-31", "2101-01-01", "0001-01-01", "9999-12-31"):
        with pytest.raises(ValueError, match="在 1900 年到 2100 年之间"):
            days.read_day(text)
        assert not days.is_sensible(datetime.date.fromisoformat(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("每年8月15日为全国生态日，十二月四日为宪法日。", {(8, 15), (12, 4)}),
        ("2026年8月15日起施行", {(8, 15)}),
        ("百百月三日；8月里", set()),
    ],
)
def test_days_of_the_year_are_read_in_both_kinds_of_figures(text: str, named: set[tuple[int, int]]) -> None:
    assert days.days_of_year(text) == named
