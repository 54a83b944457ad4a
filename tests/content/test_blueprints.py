"""The blueprints of this repository: each can be met by its bank, form by form."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from generator.exams.forms import assemble_exam
from generator.kinds.blueprint import Blueprint
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 24)
SHIPPED = [
    "annual-study",
    "company-heads",
    "environment-officers",
    "hazardous-waste-special",
    "june-fifth",
    "leaders",
    "old-and-new",
    "permits-special",
    "qualification",
    "recruits",
    "townships",
]


@pytest.fixture(scope="module")
def built() -> tuple[Library, Bank]:
    library = build_library(ROOT, DAY, Problems())
    return library, build_bank(library, Problems())


def test_those_that_are_promised_are_there(built: tuple[Library, Bank]) -> None:
    plans = {plan.id: plan for plan in built[0].of("blueprint", Blueprint)}
    assert set(SHIPPED) <= set(plans)
    assert {plan.total for plan in plans.values()} == {100}
    assert sum(plan.publish for plan in plans.values()) >= 3


@pytest.mark.parametrize("id", SHIPPED)
def test_each_has_its_forms(built: tuple[Library, Bank], id: str) -> None:
    library, bank = built
    plan = library.get("blueprint", id)
    assert isinstance(plan, Blueprint)
    problems = Problems()
    exam = assemble_exam(plan, library, bank, problems)
    assert exam is not None, "\n".join(map(str, problems))
    assert len(exam.papers) == plan.forms
    assert exam.spread <= 0.02 + 1e-9
    assert exam.repeats == exam.bound
    for paper in exam.papers:
        assert [len(part.items) for part in paper.sections] == [section.count for section in plan.sections]
        assert max(Counter(fact for item in paper.items for fact in set(item.facts)).values()) == 1
        for part, section in zip(paper.sections, plan.sections, strict=True):
            for topic, low, high in ((q.topic, q.min, q.max) for q in section.quotas if q.named == ("topic",)):
                count = sum(topic in item.topics for item in part.items)
                assert low <= count
                assert high is None or count <= high
            for rule, low, high in ((q.rule, q.min, q.max) for q in section.quotas if q.named == ("rule",)):
                count = sum(rule == item.rule for item in part.items)
                assert low <= count
                assert high is None or count <= high
        if plan.audience == "社会公众":
            assert all(not item.audience for item in paper.items)
