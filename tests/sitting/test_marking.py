"""Marking: the vectors that the browser's marking keeps to, other types by hand, and promises that hold for any answer."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.questions.item import Blank
from generator.sitting.marking import Given, Question, by_topic, earned, is_right, parts, rounded, summed
from tests.conftest import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "marking.json").read_text(encoding="utf-8"))
RULES = ("all_or_nothing", "half", "proportional")


def choice(right: list[int], points: Any, options: int = 6) -> Question:
    return Question("multiple" if len(right) > 1 else "single", Fraction(str(points)), options, tuple(right))


@pytest.mark.parametrize("case", VECTORS["items"], ids=lambda case: f"{case['rule']}-{case['right']}-{case['chosen']}")
def test_items_by_the_vectors_that_the_browser_reads_too(case: dict[str, Any]) -> None:
    question = choice(case["right"], case["points"])
    assert float(earned(question, Given(tuple(case["chosen"])), case["rule"])) == case["score"]


@pytest.mark.parametrize("paper", VECTORS["papers"], ids=lambda paper: paper["rule"])
def test_papers_by_the_vectors_that_the_browser_reads_too(paper: dict[str, Any]) -> None:
    marks, rows = {}, []
    for item in paper["items"]:
        question, answer = choice(item["right"], item["points"]), Given(tuple(paper["answers"].get(item["id"], ())))
        marks[item["id"]] = earned(question, answer, paper["rule"])
        total = rounded(question.points)
        rows.append((item["topics"], marks[item["id"]], total, is_right(question, answer)))
    assert {id: float(points) for id, points in marks.items()} == paper["marks"]
    assert float(summed(marks.values())) == paper["score"]
    assert float(summed(total for _, _, total, _ in rows)) == paper["total"]
    assert sum(right for *_, right in rows) == paper["right"]
    told = [
        {"topic": r.topic, "right": r.right, "count": r.count, "points": float(r.points), "total": float(r.total)}
        for r in by_topic(rows)
    ]
    assert told == paper["topics"]


@pytest.mark.parametrize(
    ("points", "score"), [("0.5", "0"), ("1", "0"), ("1.5", "1"), ("2", "1"), ("3", "2"), ("4", "2"), ("5", "3")]
)
def test_half_as_a_whole_number(points: str, score: str) -> None:
    """By the help of 问卷星 on 考试多选题: none up to one point, above it the half rounded up."""
    assert earned(choice([0, 1, 3], points), Given((0, 1)), "half", "whole") == Decimal(score)
    assert earned(choice([0, 1, 3], points), Given((0, 2)), "half", "whole") == 0
    assert earned(choice([0, 1, 3], points), Given((0, 1, 3)), "half", "whole") == Decimal(points)


def test_pairs_and_blanks_earn_their_share() -> None:
    match = Question("match", Fraction(3), 4, sequence=(2, 0, 1))
    assert earned(match, Given((2, 1, 1)), "all_or_nothing") == Decimal(2)
    assert earned(match, Given((2, -1, -1)), "all_or_nothing") == Decimal(1)
    assert parts(match, Given((2,))) == (True, False, False)
    blanks = Question("blank", Fraction(2), blanks=(Blank(("20万元",)), Blank(("30日",)), Blank(("2年",))))
    assert earned(blanks, Given(texts=("200000元", "三十日", "")), "all_or_nothing") == Decimal("1.33")
    assert earned(blanks, Given(texts=("二十万元", "30天", "两年")), "all_or_nothing") == Decimal(2)


def test_order_and_calculation_are_all_or_nothing() -> None:
    order = Question("order", Fraction(2), 3, sequence=(2, 0, 1))
    assert earned(order, Given((2, 0, 1)), "half") == 2
    assert earned(order, Given((2, 1, 0)), "half") == 0
    assert earned(order, Given((2, 0)), "proportional") == 0
    calc = Question("calc", Fraction(4), blanks=(Blank(("125000元",)),))
    assert earned(calc, Given(texts=("12.5万元",)), "half") == 4
    assert earned(calc, Given(texts=("125001元",)), "half") == 0


def test_a_case_earns_what_the_marker_gave_and_no_more() -> None:
    case = Question("case", Fraction(10))
    assert earned(case, Given(points=Fraction("7.5")), "half") == Decimal("7.5")
    assert earned(case, Given(points=Fraction(99)), "half") == 10
    assert earned(case, Given(), "half") == 0
    assert not is_right(case, Given(points=Fraction(9)))


def test_sums_carry_no_dust() -> None:
    assert str(summed([Decimal("0.1")] * 3)) == "0.3"
    assert str(rounded(Fraction(1, 8))) == "0.13"
    assert str(rounded(Fraction(100))) == "100"


QUESTIONS = st.integers(2, 8).flatmap(
    lambda options: st.builds(
        lambda right, points: Question("multiple", Fraction(points, 4), options, tuple(sorted(right))),
        st.sets(st.integers(0, options - 1), min_size=2),
        st.integers(1, 40),
    )
)
ANSWERS = st.lists(st.integers(0, 7), max_size=8).map(lambda places: Given(tuple(places)))


@given(QUESTIONS, ANSWERS, st.sampled_from(RULES), st.sampled_from(("exact", "whole")))
def test_points_lie_between_nothing_and_all(question: Question, answer: Given, rule: Any, half: Any) -> None:
    points = earned(question, answer, rule, half)
    assert 0 <= points <= rounded(question.points)
    assert (points == rounded(question.points)) >= is_right(question, answer)


@given(QUESTIONS, ANSWERS, st.sampled_from(RULES), st.permutations(range(8)))
def test_points_don_t_depend_on_the_order_of_options(question: Question, answer: Given, rule: Any, order: Any) -> None:
    turned = Question(question.type, question.points, 8, tuple(sorted(order[place] for place in question.right)))
    moved = Given(tuple(order[place] for place in reversed(answer.places)))
    assert earned(turned, moved, rule) == earned(question, answer, rule)


@given(QUESTIONS, st.sets(st.integers(0, 7)), st.sampled_from(RULES))
def test_a_wrong_option_never_earns(question: Question, chosen: set[int], rule: Any) -> None:
    if chosen - set(question.right):
        assert earned(question, Given(tuple(chosen)), rule) == 0
