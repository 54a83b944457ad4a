"""Numbers and stems that tell different questions: the answers say which holds, and where they don't, nothing is marked."""

import random
from dataclasses import replace

import pytest

from generator.exams.paper import PaperSection
from generator.problems import Problems
from generator.questions.item import Option
from generator.reading.table import Line, Table
from generator.sitting.candidates import Sitting
from generator.sitting.marker import mark_tables
from tests.sitting._forms import item, keys, options, paper

RIGHT = ("B", "A", "D", "C", "A", "B", "D", "C", "B", "A")
ITEMS = tuple(
    item(name, "single", options(right), stem=f"{name}厂夜里偷排，怎么办？")
    for name, right in zip("甲乙丙丁戊己庚辛壬癸", RIGHT, strict=True)
)
KEYS = keys(paper("A", ITEMS, (2.0,) * len(ITEMS)))
ORDER = range(len(ITEMS))


def sat(stems, cell, people: int = 12, first: int = 3) -> tuple[Sitting, list[str]]:
    """People who know seven answers in ten; ``stems`` in the order of the columns, ``cell`` from item and letter."""
    draw = random.Random(5)
    head = ("考号", "总分", *(f"{n}、{ITEMS[at].stem}" for n, at in enumerate(stems, first)))
    lines = []
    for number in range(people):
        given = [right if draw.random() < 0.7 else draw.choice("ABCD") for right in RIGHT]
        lines.append(Line(number + 2, (f"{number:03d}", "", *cell(given))))
    problems = Problems()
    sitting = mark_tables([Table("答卷.csv", head, tuple(lines))], KEYS, problems)
    return sitting, [str(one).split("\n")[0] for one in problems]


def swapped(one: int, other: int) -> list[int]:
    order = list(ORDER)
    order[one], order[other] = order[other], order[one]
    return order


@pytest.mark.parametrize("places", [(0, 1), (2, 8), (4, 5)])
@pytest.mark.parametrize("text", [False, True])
def test_stems_that_changed_places_are_not_marked(places: tuple[int, int], text: bool) -> None:
    def cell(given):
        return [f"{letter}.选项{ord(letter) - 65}" if text else letter for letter in given]

    sitting, said = sat(swapped(*places), cell)
    assert sitting.candidates == ()
    assert len(said) == 1
    assert "题号和题干对不起来" in said[0]
    assert f"列名里的题干是卷上第 {places[1] + 1} 题，照题号却是第 {places[0] + 1} 题" in said[0]


@pytest.mark.parametrize("order", [swapped(0, 1), swapped(2, 8), list(ORDER)[::-1], [3, 1, 4, 0, 5, 9, 2, 6, 8, 7]])
def test_questions_in_an_order_of_the_platform_are_marked_by_their_stems(order: list[int]) -> None:
    sitting, said = sat(order, lambda given: [given[at] for at in order])
    usual, _ = sat(ORDER, lambda given: given)
    assert said == []
    assert [one.score for one in sitting.candidates] == [one.score for one in usual.candidates]


def test_of_points_a_few_out_of_order_are_not_marked_and_all_are() -> None:
    def points(given):
        return ["2" if one == right else "0" for one, right in zip(given, RIGHT, strict=True)]

    assert "题号和题干对不起来" in sat(swapped(0, 1), points)[1][0]
    sitting, said = sat(list(ORDER)[::-1], lambda given: points(given)[::-1])
    assert said == []
    assert len(sitting.candidates) == 12


def test_a_question_left_out_on_the_platform_is_no_disagreement() -> None:
    sitting, said = sat([0, 1, 3, 4, 5, 6, 7, 8, 9], lambda given: [*given[:2], *given[3:]])
    assert len(sitting.candidates) == 12
    assert ["缺少第 3 题的列" in one for one in said] == [True]


def said_of_statements(keys_: tuple[bool, ...], order: list[int], known: float = 0.7) -> tuple[list[object], list[str]]:
    """Statements with these keys, their heads in an order of the platform, the answers with them."""
    items = tuple(
        item(name, "judge", (Option("正确", right), Option("错误", not right)), stem=f"{name}厂可以夜里偷排。")
        for name, right in zip("甲乙丙丁戊己", keys_, strict=True)
    )
    draw = random.Random(3)
    head = ("考号", *(f"{n}、{items[at].stem}" for n, at in enumerate(order, 3)))
    lines = []
    for number in range(12):
        given = ["对" if right == (draw.random() < known) else "错" for right in keys_]
        lines.append(Line(number + 2, (f"{number:03d}", *(given[at] for at in order))))
    problems = Problems()
    whole = replace(paper("A", items, (1.0,) * 6), sections=(PaperSection("判断题", "judge", 1.0, items),))
    sitting = mark_tables([Table("答卷.csv", head, tuple(lines))], keys(whole), problems)
    return [(one.number, one.score) for one in sitting.candidates], [str(one).split("\n")[0] for one in problems]


def test_statements_with_one_key_in_an_order_of_the_platform_are_marked_and_it_is_said() -> None:
    answers = (True, False, False, True, True, False)
    usual, _ = said_of_statements(answers, list(range(6)))
    found, said = said_of_statements(answers, [0, 2, 1, 3, 4, 5])
    assert found == usual
    assert len(found) == 12
    assert said == [
        "答卷.csv:1:3: E503 卷上第 2、3 题列名里的题号和题干不是同一题，照题干评了；这几题的答案相同，照哪样评各人的分都一样"
    ]
    # of different keys the answers must tell
    assert said_of_statements(answers, [1, 0, 2, 3, 4, 5]) == (said_of_statements(answers, list(range(6)))[0], [])
    assert said_of_statements(answers, [1, 0, 2, 3, 4, 5], known=0.2)[0] == []
