"""What makes an item hard: luck, steps, nearness and how seldom its articles are met; not its form."""

from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.hardness import MOST, estimate, level_of, unknown
from generator.questions.item import Blank, Response
from tests.questions._made import made

WORDS = made("a/1", "写检查", ["道歉", "离开", "回家"])
FIGURES = made("a/2", "5万元", ["6万元", "7万元", "8万元"])


def test_each_cause_makes_it_harder_and_there_is_a_most() -> None:
    assert unknown(1, 0, 0) < unknown(2, 0, 0) < unknown(2, 0.5, 0) < unknown(2, 0.5, 1)
    assert unknown(9, 1, 1) == MOST


def test_figures_lie_as_near_as_can_be(library: Library) -> None:
    far, near = (replace(item, closeness=0.0) for item in (WORDS, FIGURES))
    assert estimate(library, far) < estimate(library, near)
    assert types.of(near).nearness(near) == 1


def test_a_guess_is_worth_what_its_type_says() -> None:
    assert types.of(WORDS).luck(WORDS) == 0.25
    judge = replace(WORDS, type="judge")
    assert types.of(judge).luck(judge) == 0.5
    blank = replace(WORDS, type="blank", options=(), response=Response(blanks=(Blank(("5日",)), Blank(("5万元",)))))
    assert types.of(blank).luck(blank) == pytest.approx(0.1)
    assert types.of(blank).more_steps(blank) == 1


def test_every_type_of_the_bank_says_its_part(bank: Bank) -> None:
    for type in types.all_types():
        for item in [one for one in bank.items if one.type == type.id][:3]:
            assert 0 <= type.luck(item) < 1
            assert type.more_steps(item) >= 0
            assert 0 <= type.nearness(item) <= 1


def test_length_is_no_difficulty(library: Library) -> None:
    assert estimate(library, replace(WORDS, stem="很长的话，" * 60)) == estimate(library, WORDS)


def test_levels() -> None:
    assert [level_of(value) for value in (0.39, 0.4, 0.54, 0.55)] == ["入门", "进阶", "进阶", "专业"]
