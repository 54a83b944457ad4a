"""Whether answers stand in other questions' columns: how much it takes until that is believed, and how little is not enough."""

import random

import pytest

from generator.sitting.marker import _told
from generator.sitting.shift import Fit, Shift, _explains, _later, shifted, strange

#: Right answers of eighty questions, in which no stretch comes again a few places on.
RIGHT = random.Random(11).choices("ABCD", k=80)


def check(item: str, text: str) -> tuple[bool, bool]:
    """An item is its right answer; only letters can be read."""
    return text in "ABCD", text == item


def people(count: int, answers: list[str], right: list[str]) -> list[tuple[list[str], list[str]]]:
    return [(right, answers) for _ in range(count)]


def off(by: int, questions: int, start: int = 0, moved: int = 0) -> list[str]:
    """All right, from question ``start`` on by ``moved`` columns too far."""
    right = RIGHT[:questions]
    return [*right[:start], *[""] * moved, *right[start:]] if by == 0 else [*[""] * by, *right]


@pytest.mark.parametrize("by", [1, 2, 12])
def test_a_table_that_is_off_is_off_by_so_many(by: int) -> None:
    found = shifted(people(3, off(by, 30), RIGHT[:30]), check)
    assert found is not None
    assert (found.offset, found.start, found.there) == (by, 0, Fit(90, 0, 90, 30))
    back = shifted(people(3, RIGHT[by : by + 40], RIGHT[:40]), check)
    assert back is not None
    assert (back.offset, back.there) == (-by, Fit(3 * (40 - by), 0, 3 * (40 - by), 40 - by))


def test_nobody_looks_further_than_a_dozen_columns() -> None:
    assert shifted(people(3, off(13, 40), RIGHT[:40]), check) is None


def test_a_table_that_stands_as_it_should_is_not_off() -> None:
    assert shifted(people(3, RIGHT[:30], RIGHT[:30]), check) is None
    assert shifted([], check) is None


@pytest.mark.parametrize(("count", "questions", "sure"), [(2, 11, True), (1, 20, False), (9, 7, False), (1, 22, True)])
def test_of_few_answers_or_questions_nothing_is_concluded(count: int, questions: int, sure: bool) -> None:
    """One column off: 20 cells that are filled, of 8 questions, are the fewest."""
    answers = ["", *RIGHT[:questions]]
    assert (shifted(people(count, answers, RIGHT[:questions]), check) is not None) is sure


@pytest.mark.parametrize(("start", "moved"), [(20, 1), (16, 3), (24, 2), (26, 1)])
def test_from_a_later_question_on_answers_may_be_off_by_a_few(start: int, moved: int) -> None:
    found = shifted(people(6, off(0, 40, start, moved), RIGHT[:40]), check)
    assert found is not None
    assert (found.offset, found.start) == (moved, start)
    assert (found.there.share, found.there.cells) == (1.0, 6 * (40 - start))


@pytest.mark.parametrize(("start", "moved"), [(20, 4), (33, 1)])
def test_later_on_more_than_a_few_columns_or_the_last_few_questions_are_not_looked_at(start: int, moved: int) -> None:
    assert shifted(people(6, off(0, 40, start, moved), RIGHT[:40]), check) is None


MANY = 100_000


@pytest.mark.parametrize(
    ("here", "there", "so"),
    [
        # what can't be read here can be read there, and no less is right
        (Fit(100, 12, 50, 20), Fit(100, 3, 50, 20), True),
        (Fit(100, 12, 50, 20), Fit(100, 4, 50, 20), False),
        (Fit(100, 12, 51, 20), Fit(100, 3, 50, 20), False),
        (Fit(200, 6, 100, 20), Fit(200, 1, 100, 20), True),
        (Fit(201, 6, 100, 20), Fit(201, 1, 100, 20), False),
        (Fit(50, 3, 25, 20), Fit(70, 1, 35, 20), True),
        (Fit(33, 2, 16, 20), Fit(70, 1, 34, 20), False),
        # all can be read there, though little is right anywhere
        (Fit(100, 2, 50, 20), Fit(99, 0, 10, 20), True),
        (Fit(100, 2, 50, 20), Fit(98, 0, 10, 20), False),
        (Fit(100, 1, 50, 20), Fit(100, 0, 10, 20), False),
        # far more is right there: by 15 in a hundred, by four errors of answers, by two of questions
        (Fit(MANY, 0, 50_000, 1000), Fit(MANY, 0, 65_000, 1000), True),
        (Fit(MANY, 0, 50_000, 1000), Fit(MANY, 0, 64_900, 1000), False),
        (Fit(100, 0, 30, 1000), Fit(100, 0, 59, 1000), True),
        (Fit(100, 0, 30, 1000), Fit(100, 0, 58, 1000), False),
        (Fit(50, 0, 10, 1000), Fit(200, 0, 110, 1000), True),  # 0.35 and 4 × 0.079
        (Fit(50, 0, 10, 1000), Fit(200, 0, 102, 1000), False),  # 0.31
        (Fit(MANY, 0, 30_000, 20), Fit(MANY, 0, 62_000, 20), True),
        (Fit(MANY, 0, 30_000, 20), Fit(MANY, 0, 61_000, 20), False),
        (Fit(MANY, 0, 30_000, 10), Fit(MANY, 0, 65_300, 40), False),  # 0.353 and 2 × 0.1768
        (Fit(MANY, 0, 30_000, 10), Fit(MANY, 0, 65_400, 40), True),
    ],
)  # fmt: skip
def test_a_move_explains_what_would_hardly_be_chance(here: Fit, there: Fit, so: bool) -> None:
    assert _explains(here, there) is so


def answers(questions: int, unread: int, by: int = 4) -> list[tuple[list[str], list[str]]]:
    """Four people of whom ``by`` wrote what can't be read to the first ``unread`` questions."""
    good, bad = RIGHT[:questions], ["?"] * unread + RIGHT[unread:questions]
    return [(good, bad if person < by else good) for person in range(4)]


@pytest.mark.parametrize(
    ("questions", "unread", "by", "found"),
    [
        (12, 3, 4, 3), (12, 2, 4, 0), (12, 3, 3, 3),
        (12, 3, 2, 0),  # half of the people are not most of them
        (40, 4, 4, 4), (40, 3, 4, 0),  # a tenth of the questions
    ],
)  # fmt: skip
def test_questions_whose_answers_cannot_be_theirs(questions: int, unread: int, by: int, found: int) -> None:
    assert strange(answers(questions, unread, by), check) == list(range(found))


@pytest.mark.parametrize(
    ("questions", "unread", "found"), [(12, 8, 8), (12, 7, 0), (40, 10, 10), (40, 9, 0), (9, 8, 0), (10, 8, 8)]
)
def test_of_two_people_it_takes_eight_questions_and_a_quarter_of_all_answers(
    questions: int, unread: int, found: int
) -> None:
    rows = answers(questions, unread)[:2]
    assert strange(rows, check) == list(range(found))


def test_only_the_first_two_hundred_rows_are_looked_at() -> None:
    good = people(200, RIGHT[:12], RIGHT[:12])
    bad = people(900, ["?"] * 12, RIGHT[:12])
    assert strange([*good, *bad], check) == []
    assert strange([*good[:199], *bad], check) == []
    assert strange(bad, check) == list(range(12))


def counts(questions: int, cells: int, right: float, faults: float = 0.0) -> list[list[int]]:
    return [[cells, round(faults * cells), round(right * cells)] for _ in range(questions)]


@pytest.mark.parametrize(
    ("questions", "cells", "before", "here", "there", "faults", "so"),
    [
        # by a fifth, where there are questions and answers enough
        (200, 1000, 0.85, 0.6, 0.8, (0, 0), True), (200, 1000, 0.85, 0.6, 0.79, (0, 0), False),
        # by one and a half errors of so few questions, 0.375, and by six of so few answers, 0.424
        (8, 1000, 0.9, 0.5, 0.88, (0, 0), True), (8, 1000, 0.9, 0.5, 0.87, (0, 0), False),
        (100, 1, 0.0, 0.0, 1.0, (0, 0), True),
        # and moved they fit about as well as those before them
        (200, 1000, 0.9, 0.5, 0.8, (0, 0), True), (200, 1000, 0.92, 0.5, 0.81, (0, 0), False),
        # or what can't be read can be, four times less often, and more than one error of the questions is right
        (8, 1000, 0.8, 0.5, 0.76, (0.08, 0.02), True), (8, 1000, 0.8, 0.5, 0.74, (0.08, 0.02), False),
        (8, 1000, 0.8, 0.5, 0.76, (0.08, 0.03), False), (8, 1000, 0.8, 0.5, 0.76, (0.05, 0.01), False),
    ],
)  # fmt: skip
def test_later_on_it_takes_more_to_be_believed(
    questions: int, cells: int, before: float, here: float, there: float, faults: tuple[float, float], so: bool
) -> None:
    first = counts(questions, cells, before)
    stand = [*first, *counts(questions, cells, here, faults[0])]
    moved = [*first, *counts(questions, cells, there, faults[1])]
    assert (questions in {one.start for one in _later(stand, moved, 1)}) is so


def test_of_moves_that_explain_alike_the_nearest_counts_and_of_two_as_near_the_one_to_the_right() -> None:
    """Whoever always answers with a letter that is right elsewhere fits every move in which it is."""
    right = ["A", "B"] * 15
    found = shifted(people(4, ["B", "A"] * 15, right), check)
    assert found is not None
    assert found.offset == 1


@pytest.mark.parametrize(("cells", "so"), [(69, False), (70, True)])
def test_a_move_later_on_keeps_seven_cells_in_ten(cells: int, so: bool) -> None:
    before, here, there = counts(8, 100, 0.9), counts(8, 100, 0.1), counts(8, cells, 0.9)
    assert any(_later([*before, *here], [*before, *there], 1)) is so


@pytest.mark.parametrize(("asked", "so"), [(7, False), (8, True)])
def test_a_move_later_on_is_of_eight_questions(asked: int, so: bool) -> None:
    """However many cells are filled."""
    before, here, there = counts(8, 100, 0.9), counts(8, 100, 0.1), counts(8, 100, 0.9)
    for place in range(asked, 8):
        there[place] = [0, 0, 0]
    assert any(_later([*before, *here], [*before, *there], 1)) is so


@pytest.mark.parametrize(
    ("offset", "start", "says"),
    [
        (1, 0, "答案和题目像是错开了 1 题（第 1 题的答案在第 2 题的列里）"),
        (-2, 0, "答案和题目像是错开了 2 题（第 3 题的答案在第 1 题的列里）"),
        (1, 9, "答案和题目从第 10 题起像是错开了 1 题（第 10 题的答案在第 11 题的列里）"),
        (-1, 9, "答案和题目从第 10 题起像是错开了 1 题（第 11 题的答案在第 10 题的列里）"),
    ],
)
def test_a_move_is_told_by_a_question_and_the_column_of_its_answer(offset: int, start: int, says: str) -> None:
    told = _told(Shift(offset, start, Fit(100, 25, 30, 10), Fit(50, 1, 40, 10)))
    assert told == f"{says}：照现在的题号，25% 的格子看不懂，30% 答对；挪回去，2% 看不懂，80% 答对"
