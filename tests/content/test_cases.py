"""Every case of the content is worth the same, so that one can stand for another in a paper."""

import datetime
from pathlib import Path

from generator.kinds.case import Case
from generator.library import build_library
from generator.problems import Problems

ROOT = Path(__file__).parents[2]
MARKS = 20


def test_every_case_is_worth_the_same() -> None:
    cases = build_library(ROOT, datetime.date(2026, 11, 24), Problems()).of("case", Case)
    marks = {case.id: sum(p.points for question in case.questions for p in question.answers) for case in cases}
    assert marks
    assert {id: total for id, total in marks.items() if total != MARKS} == {}
