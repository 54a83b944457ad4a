"""The year's plan of teaching the law: months from words, what was held, what is past due."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.legal.rhythm import months_in, years_in
from generator.library import Library
from generator.library.coverage import coverage
from generator.library.plan import plan

LAW = "- {id: law, title: 湖法, rank: 法律, issuer: 甲, versions: [{effective: 2020-01-01}], source: s}\n"
UNIT = "- {id: a, name: 甲局, unit_class: 部门, source: s}\n"
DUTY = """- id: d
  title: 讲法
  unit: a
  regulations: [law]
  audiences: [村民]
  measures: [讲座]
  when: 全年
  source: s
"""


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("每年6月5日前后", (6,)),
        ("每年六月", (6,)),
        ("六月至八月", (6, 7, 8)),
        ("每年12月4日国家宪法日所在的一周", (12,)),
        ("每季度一次", (3, 6, 9, 12)),
        ("第二季度", (6,)),
        ("每月", tuple(range(1, 13))),
        ("上半年、下半年各一次", (6, 12)),
        ("2月、5月和10月", (2, 5, 10)),
        ("全年", ()),
        ("三个月内", ()),
        ("每13月", ()),
        ("", ()),
    ],
)
def test_months_in_words(text: str, months: tuple[int, ...]) -> None:
    assert months_in(text) == months


def test_years_in_words() -> None:
    assert years_in("2019年、2020年12月") == (2019, 2020)
    assert years_in("每年") == ()


def flow(value: object) -> str:
    """As YAML on one line, with days as days."""
    return re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(value, ensure_ascii=False))


@pytest.fixture
def planned(write: Callable[[str, str], Path], built: Callable[..., Any]) -> Callable[..., list[tuple[Any, ...]]]:
    """The lines of the plan of 2026 on a day, from activities and a log: title, months, days held, state."""

    def lines(activities: list[dict[str, Any]], log: list[dict[str, Any]], day: str) -> list[tuple[Any, ...]]:
        write("content/regulations/l.yml", LAW)
        write("content/units/u.yml", UNIT)
        write("content/education/d.yml", DUTY + f"  activities: {flow(activities)}\n")
        rows = [{"id": f"r{place}", "duty": "d", **one} for place, one in enumerate(log)]
        write("content/activities/l.yml", flow(rows))
        library, problems = built(day)
        assert [str(problem) for problem in problems] == []
        return [(one.title, one.months, len(one.days), one.state) for one in plan(library, 2026)]

    return lines


def test_a_month_is_past_due_once_it_is_over(planned: Callable[..., list[tuple[Any, ...]]]) -> None:
    june = [{"title": "环境日", "when": "每年6月5日"}]
    assert planned(june, [], "2026-06-30") == [("环境日", (6,), 0, "open")]
    assert planned(june, [], "2026-07-01") == [("环境日", (6,), 0, "overdue")]
    held = [{"title": "六月的宣讲", "held_on": "2026-06-20"}]
    assert planned(june, held, "2026-07-01") == [("环境日", (6,), 1, "done")]
    assert planned(june, [{"title": "环境日", "held_on": "2026-08-01"}], "2026-08-02") == [("环境日", (6,), 1, "done")]


def test_what_is_of_any_time_is_due_at_the_end_of_the_year(planned: Callable[..., list[tuple[Any, ...]]]) -> None:
    assert planned([], [], "2026-12-31") == [("讲法", (), 0, "open")]
    assert planned([], [], "2027-01-01") == [("讲法", (), 0, "overdue")]
    assert planned([], [{"title": "随便", "held_on": "2026-03-01"}], "2026-12-31") == [("讲法", (), 1, "done")]


def test_each_quarter_counts(planned: Callable[..., list[tuple[Any, ...]]]) -> None:
    four = [{"title": "通报", "when": "每季度"}]
    once = [{"title": "通报", "held_on": "2026-02-01"}]
    assert planned(four, once, "2026-06-01")[0][2:] == (1, "open")
    assert planned(four, once, "2026-07-01")[0][2:] == (1, "overdue")


def test_what_is_of_another_year_or_beside_the_plan(planned: Callable[..., list[tuple[Any, ...]]]) -> None:
    given = [
        {"title": "旧的", "when": "2019年"},
        {"title": "办过的", "held_on": "2026-05-01"},
        {"title": "听审", "when": "每年一次"},
    ]
    log = [{"title": "进企业", "held_on": "2026-09-01"}, {"title": "去年的", "held_on": "2025-09-01"}]
    assert planned(given, log, "2026-10-01") == [
        ("办过的", (), 1, "done"),
        ("听审", (), 0, "open"),
        ("进企业", (9,), 1, "extra"),
    ]


def test_coverage_tells_planned_from_held_and_names_what_is_past_due(mini_library: Library) -> None:
    office = coverage(mini_library)[0]
    assert (office.held, office.overdue) == (2, 0)
    later = Library(datetime.date(2026, 12, 31), mini_library.site, mini_library.records)
    assert "逾期" not in coverage(later)[0].gaps
