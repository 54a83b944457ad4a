"""What is in force on which day, at the boundaries, and what came after."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.library import Library, status_on

Write = Callable[[str, str], Path]
Built = Callable[..., tuple[Library, list[Any]]]
day = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("regulation", "on", "state", "effective"),
    [
        ("pond-law", "2009-12-31", "not_yet", "2010-01-01"),
        ("pond-law", "2010-01-01", "in_force", "2010-01-01"),
        ("pond-law", "2024-05-31", "in_force", "2010-01-01"),
        ("pond-law", "2024-06-01", "repealed", "2010-01-01"),
        ("lake-law", "2024-05-31", "not_yet", "2024-06-01"),
        ("lake-law", "2024-06-01", "in_force", "2024-06-01"),
        ("lake-law", "2025-02-28", "in_force", "2024-06-01"),
        ("lake-law", "2025-03-01", "in_force", "2025-03-01"),
        ("lake-law", "2099-01-01", "in_force", "2025-03-01"),
        ("river-rules", "2029-12-31", "not_yet", "2030-01-01"),
        ("river-rules", "2030-01-01", "in_force", "2030-01-01"),
    ],
)
def test_the_day_a_law_begins_it_is_in_force_and_the_day_it_is_repealed_it_is_not(
    mini_library: Library, regulation: str, on: str, state: str, effective: str
) -> None:
    status = mini_library.status(regulation, day(on))
    assert (status.state, status.version.effective) == (state, day(effective))
    assert status.repealed_by == ("lake-law" if state == "repealed" else None)
    assert mini_library.in_force(BasisValue(regulation=regulation, article=1), day(on)) is (state == "in_force")


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=8, unique=True).map(sorted), st.booleans(), st.integers(-2, 62)
)
def test_status_agrees_with_the_spans_as_written(days: list[int], closed: bool, asked: int) -> None:
    start = day("2020-01-01")
    ends = days[1::2] + ([61] if closed and len(days) % 2 else [])
    begins = days[0::2]
    versions = [
        {
            "effective": start + datetime.timedelta(begin),
            "repealed_on": start + datetime.timedelta(end) if end is not None else None,
        }
        for begin, end in zip(begins, [*ends, *[None] * (len(begins) - len(ends))], strict=True)
    ]
    law = Regulation.model_validate(
        {"id": "a", "title": "甲法", "rank": "法律", "issuer": "某会", "versions": versions}
    )
    status = status_on(law, start + datetime.timedelta(asked))
    on = start + datetime.timedelta(asked)
    holding = [v for v in law.versions if v.effective <= on and (v.repealed_on is None or on < v.repealed_on)]
    coming = [v for v in law.versions if v.effective > on]
    if holding:
        assert (status.state, status.version) == ("in_force", holding[0])
    elif coming:
        assert (status.state, status.version) == ("not_yet", coming[0])
    else:
        assert (status.state, status.version) == ("repealed", law.versions[-1])


def test_a_gap_between_two_versions_is_not_in_force(write: Write, built: Built) -> None:
    write(
        "content/regulations/a.yml",
        "- id: a\n  title: 甲法\n  rank: 法律\n  issuer: 某会\n  source: s\n  versions:\n"
        "    - {effective: 2000-01-01, repealed_on: 2010-01-01}\n    - {effective: 2012-01-01}\n",
    )
    library, _ = built("2011-06-01")
    assert library.status("a").state == "not_yet"
    assert library.status("a").version.effective == day("2012-01-01")


def test_successors(mini_library: Library) -> None:
    def after(article: int, paragraph: int | None = None) -> list[str]:
        old = BasisValue(regulation="pond-law", article=article, paragraph=paragraph)
        return [mini_library.cite(basis) for basis in mini_library.successors(old)]

    assert after(2) == ["试验湖泊法 第9条"]
    assert after(2, paragraph=1) == ["试验湖泊法 第9条"]
    assert after(6) == []
    assert after(1) == []
    assert mini_library.successors(BasisValue(regulation="lake-law", article=9)) == ()
    assert [row.id for row in mini_library.concordances(BasisValue(regulation="lake-law", article=9))] == ["pond-2"]


LAWS = """\
- {id: old, title: 旧法, rank: 法律, issuer: 某会, source: s, versions: [{effective: 2000-01-01, repealed_on: 2026-08-15, repealed_by: new, articles: 9}]}
- {id: new, title: 新法, rank: 法律, issuer: 某会, source: s, versions: [{effective: 2026-08-15, articles: 9}]}
"""
TERM = "- {{id: t, title: 甲, definition: 乙, basis: [{}]{}}}\n"


@pytest.mark.parametrize(
    ("cited", "more", "on", "expected"),
    [
        ("旧法 第2条", "", "2026-08-14", []),
        ("旧法 第2条", "", "2026-08-15", [("W311", "现在的条文：新法 第5条。")]),
        ("旧法 第3条", "", "2026-08-15", [("W311", "已由《新法》取代，新旧对照表里还没有这一条。")]),
        ("旧法 第2条", ", awaits_alignment: true", "2026-08-15", []),
        ("新法 第5条", "", "2026-08-14", [("W312", "确认日期，或用 --as-of 指定日期。")]),
        ("新法 第5条", "", "2026-08-15", []),
        ("新法 第10条", "", "2026-08-15", [("E303", "核对条号。")]),
    ],
)
def test_what_rests_on_law_that_is_not_in_force_is_warned_of_with_the_successor(
    write: Write, built: Built, cited: str, more: str, on: str, expected: list[tuple[str, str]]
) -> None:
    write("content/regulations/laws.yml", LAWS)
    write(
        "content/concordance/c.yml",
        "- {id: c, title: 旧事, old: 旧法 第2条, new: [新法 第5条], relation: renumbered, summary: 改了条号, awaits_alignment: true}\n",
    )
    write("content/terms/t.yml", TERM.format(cited, more))
    library, problems = built(on)
    assert [(problem.code, problem.hint) for problem in problems] == expected
    assert all(str(problem.at) == "content/terms/t.yml:1:44" for problem in problems)
    assert len(library.all("term")) == 1
