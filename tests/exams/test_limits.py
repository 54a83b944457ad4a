"""Where the search comes to its limit of nodes: what is not proven is said, and nothing is made up."""

import pytest

from generator.exams import sifting
from generator.exams.assembly import assemble
from generator.exams.forms import assemble_exam, draw_exam
from generator.exams.solver import GaveUp, Solution, solve
from generator.problems import Problems
from tests.exams._bank import bank, blueprint, item, library, said

PLAN = blueprint({"count": 4, "quotas": [{"topic": "air", "min": 2}]})
POOL = bank(*(item(f"i{n}", topics=("air",) if n % 2 else (), difficulty=0.5) for n in range(12)))


def give_up(model: object) -> Solution | None:
    raise GaveUp


def unproven(model) -> Solution | None:
    found = solve(model)
    return Solution(found.values, found.duals, False) if found is not None and model.whole.any() else found


def test_no_paper_in_the_nodes_allowed_is_a_problem(monkeypatch):
    monkeypatch.setattr(sifting, "solve", give_up)
    problems = Problems()
    assert assemble(PLAN, library(), POOL, problems) is None
    assert "E501" in said(problems)
    assert "还没有凑出一套，也没有证明凑不出" in said(problems)


def test_what_is_not_proven_is_not_called_proven(monkeypatch):
    assert assemble_exam(PLAN, library(), POOL, Problems(), forms=2).proven  # type: ignore[union-attr]
    monkeypatch.setattr(sifting, "solve", unproven)
    exam = assemble_exam(PLAN, library(), POOL, Problems(), forms=2)
    assert exam is not None
    assert not exam.proven
    assert len(exam.papers) == 2


def test_a_candidate_whose_search_ends_nowhere_gets_the_first_paper(monkeypatch):
    calls = iter(range(100))
    monkeypatch.setattr(sifting, "solve", lambda model: solve(model) if next(calls) < 4 else give_up(model))
    exam = draw_exam(PLAN, library(), POOL, Problems(), ["1", "2"])
    assert exam is not None
    assert not exam.proven
    first, second = ({i.id for i in paper.items} for paper in exam.papers)
    assert len(first) == len(second) == 4


@pytest.mark.parametrize(
    ("audience", "words"),
    [("执法人元", "没有适用于“执法人元”的题\n    提示：是不是 执法人员？"), ("鱼", "写 工作人员")],
)
def test_a_quota_by_an_audience_that_no_item_names_is_wrong(audience, words):
    problems = Problems()
    plan = blueprint({"count": 4, "quotas": [{"audience": audience, "min": 1}]})
    assert assemble(plan, library(), POOL, problems) is None
    assert "E502" in said(problems)
    assert words in said(problems)
