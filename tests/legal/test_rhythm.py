"""How often a duty returns, read from the words of the law."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.rhythm import Rhythm, months_in, read_rhythm, years_in

DAY = datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "first", "rule", "fixed"),
    [
        ("每年3月15日前", "2027-03-15", "FREQ=YEARLY", True),
        ("每年三月十五日以前报上一年度的", "2027-03-15", "FREQ=YEARLY", True),
        ("每年12月底前", "2026-12-31", "FREQ=YEARLY", True),
        ("每月五日以前；每天", "2026-12-05", "FREQ=MONTHLY", True),
        (
            "自季度终了之日起十五日内；按次申报的，自纳税义务发生之日起十五日内",
            "2027-01-15",
            "FREQ=MONTHLY;INTERVAL=3",
            True,
        ),
        ("自年度终了之日起五个月内", "2027-05-31", "FREQ=YEARLY", True),
        ("月份终了后10日内", "2026-12-10", "FREQ=MONTHLY", True),
        ("年度排放报告每年一次", "2027-01-10", "FREQ=YEARLY", False),
        ("每半年一次", "2027-01-10", "FREQ=MONTHLY;INTERVAL=6", False),
        ("按季申报", "2027-01-10", "FREQ=MONTHLY;INTERVAL=3", False),
        ("每三年评估一次", "2027-01-10", "FREQ=YEARLY;INTERVAL=3", False),
    ],
)
def test_words_and_days(text: str, first: str, rule: str, fixed: bool) -> None:
    found = read_rhythm(text)
    assert found is not None
    assert (found.first(DAY).isoformat(), found.rule, found.fixed) == (first, rule, fixed)


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("每年3月15日前", Rhythm(12, 3, 15, True)),
        ("每年1月1日前", Rhythm(12, 1, 1, True)),
        ("每年12月31日前", Rhythm(12, 12, 31, True)),
        ("每年12月底前", Rhythm(12, 12, 31, True)),
        ("每月五日以前", Rhythm(1, 1, 5, True)),
        ("季度结束后十五日内", Rhythm(3, 1, 15, True)),
        ("月份终了后10日内", Rhythm(1, 1, 10, True)),
        ("年度结束之日起三十日内", Rhythm(12, 1, 30, True)),
        ("自年度终了之日起五个月内", Rhythm(12, 5, 31, True)),
        ("每六个月", Rhythm(6, 1, 10, False)),
        ("每两年", Rhythm(24, 1, 10, False)),
        ("逐年", Rhythm(12, 1, 10, False)),
    ],
)
def test_each_form_of_words(text: str, rhythm: Rhythm) -> None:
    assert read_rhythm(text) == rhythm


@pytest.mark.parametrize("text", ["", "定期", "转移之前", "每年13月40日前办", "自变更之日起三十日内", "每零年"])
def test_words_without_a_day_that_returns(text: str) -> None:
    found = read_rhythm(text)
    assert found is None or not found.fixed


@given(
    st.text(st.sampled_from("每年月季度半底日前内以终了结束之起后0123456789一二三十零两"), max_size=20),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)),
)
def test_whatever_the_words_the_first_day_is_soon(text: str, since: datetime.date) -> None:
    found = read_rhythm(text)
    if found is not None:
        assert 0 <= (found.first(since) - since).days <= 366


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("0月、13月、零月", ()),
        ("每月", tuple(range(1, 13))),
        ("第一季度", (3,)),
        ("第二季度", (6,)),
        ("第三季度", (9,)),
        ("第四季度", (12,)),
        ("上半年", (6,)),
        ("年底", (12,)),
        ("每半年", (6, 12)),
        ("1月到13月", tuple(range(1, 13))),
        ("0月至3月", (1, 2, 3)),
        ("每年6月5日前后", (6,)),
        ("六月至八月", (6, 7, 8)),
        ("11月份到12月", (11, 12)),
        ("3月和9月", (3, 9)),
        ("每季度", (3, 6, 9, 12)),
        ("上半年、年底", (6, 12)),
        ("13月", ()),
        ("全年", ()),
    ],
)
def test_the_months_that_words_speak_of(text: str, months: tuple[int, ...]) -> None:
    assert months_in(text) == months


def test_a_day_that_no_month_has_is_none() -> None:
    last, beyond = read_rhythm("每年5月31日前"), read_rhythm("每年5月32日前")
    assert last is not None
    assert (last.month, last.day, last.fixed) == (5, 31, True)
    assert beyond is None or not beyond.fixed


def test_years() -> None:
    assert years_in("2019年12月至2026年，又2026年；12019年、1899年") == (2019, 2026, 2026)


@pytest.mark.parametrize(
    ("rhythm", "since", "first"),
    [
        (Rhythm(12, 3, 15, True), "2026-03-15", "2026-03-15"),
        (Rhythm(12, 3, 15, True), "2026-03-16", "2027-03-15"),
        (Rhythm(12, 1, 1, True), "2026-12-31", "2027-01-01"),
        (Rhythm(12, 12, 31, True), "2026-12-31", "2026-12-31"),
        (Rhythm(12, 2, 31, True), "2027-03-01", "2028-02-29"),
        (Rhythm(24, 3, 15, True), "2026-03-16", "2027-03-15"),
        (Rhythm(3, 1, 31, True), "2026-04-30", "2026-04-30"),
        (Rhythm(3, 1, 31, True), "2026-05-01", "2026-07-31"),
        (Rhythm(1, 1, 5, True), "2026-02-05", "2026-02-05"),
        (Rhythm(1, 1, 5, True), "2026-12-06", "2027-01-05"),
    ],
)
def test_the_first_day_is_that_day_or_the_next_that_returns(rhythm: Rhythm, since: str, first: str) -> None:
    assert rhythm.first(datetime.date.fromisoformat(since)).isoformat() == first
