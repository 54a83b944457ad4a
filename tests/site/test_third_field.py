"""A third field, fire safety, written from the docs alone with a score of records: it works at once and speaks of no other field."""

import datetime
from pathlib import Path

import pytest

from generator.problems import Problems
from generator.site.compile import compile_project
from generator.site.context import Context
from tests.test_words_of_a_field import FIELD

FIRE = Path(__file__).resolve().parent.parent / "fixtures" / "fire"
#: Words of the market supervision bureau, the other example.
MARKET = ("食品", "广告", "市监")


@pytest.fixture(scope="module")
def fire() -> Context:
    problems = Problems()
    context = compile_project(FIRE, datetime.date(2026, 11, 28), problems)
    assert [str(problem) for problem in problems] == []
    return context


def test_items_are_of_the_field_and_right_by_the_second_evaluator(fire: Context) -> None:
    """A place full of people (人员密集场所) is no staff: the evaluator took it for such and refused a right item."""
    assert len(fire.bank.items) > 20
    told = [
        item.id for item in fire.bank.items if FIELD.search(repr(item)) or any(word in repr(item) for word in MARKET)
    ]
    assert told == []
    assert {"judge/bad-product/unit/1/target", "penalty-range/blocked-exit/unit/0"} <= {i.id for i in fire.bank.items}


def test_what_could_not_be_asked_is_said_without_another_field(fire: Context) -> None:
    said = [skip.reason for _, skip in fire.bank.skips]
    assert said
    assert [reason for reason in said if FIELD.search(reason)] == []
