"""Cells of an answer table: everything people type that can be understood, and what can't be."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.questions.item import Blank
from generator.sitting.cells import Unreadable, read_cell
from generator.sitting.marking import NOTHING, Question, earned

SINGLE = Question("single", Fraction(2), 4, (1,))
MULTIPLE = Question("multiple", Fraction(2), 4, (0, 1, 3))
JUDGE = Question("judge", Fraction(2), 2, (0,))
MATCH = Question("match", Fraction(3), 4, sequence=(2, 0, 1))
ORDER = Question("order", Fraction(2), 3, sequence=(2, 0, 1))
BLANK = Question("blank", Fraction(2), blanks=(Blank(("20万元",)), Blank(("30日",))))
CALC = Question("calc", Fraction(2), blanks=(Blank(("125000元",)),))
CASE = Question("case", Fraction(10))
ALL = (SINGLE, MULTIPLE, JUDGE, MATCH, ORDER, BLANK, CALC, CASE)


@pytest.mark.parametrize(
    "text", ["ABD", "abd", "A,B,D", "A、B、D", "ＡＢＤ", "A B D", "A，B，D", "D;B;A", "A/B/D", "[A][B][D]", "A+B+D"]
)
def test_letters_however_they_are_separated(text: str) -> None:
    assert read_cell(text, MULTIPLE).places == (0, 1, 3)


@pytest.mark.parametrize(
    "text", ["对", "正确", "√", "T", "t", "true", "TRUE", "✓", "是", "Ｔ", "A", "（对）", "Y", "[A]", "【对】", "正确┋"]
)
def test_what_means_right(text: str) -> None:
    assert read_cell(text, JUDGE).places == (0,)


@pytest.mark.parametrize(
    "text", ["错", "错误", "×", "F", "x", "X", "False", "✗", "否", "B", "（×）", "不对", "╳", "[B]", "错误┋"]
)
def test_what_means_wrong(text: str) -> None:
    assert read_cell(text, JUDGE).places == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "1-C 2-A 3-B",
        "1-c,2-a,3-b",
        "1C2A3B",
        "１－Ｃ　２－Ａ　３－Ｂ",
        "3-B 1-C 2-A",
        "CAB",
        "C、A、B",
        "1→C；2→A；3→B",
    ],
)
def test_pairs(text: str) -> None:
    assert read_cell(text, MATCH).places == (2, 0, 1)


def test_pairs_that_are_left_out() -> None:
    assert read_cell("2-A", MATCH).places == (-1, 0, -1)
    assert read_cell("C-B", MATCH).places == (2, -1, 1)


@pytest.mark.parametrize("text", ["CAB", "C→A→B", "c-a-b", "C>A>B", "C、A、B"])
def test_orders(text: str) -> None:
    assert read_cell(text, ORDER).places == (2, 0, 1)


@pytest.mark.parametrize("text", ["20万元；30日", "20万元;30日", "20万元 ； 30日", "20万元\n30日"])
def test_blanks(text: str) -> None:
    assert read_cell(text, BLANK).texts == ("20万元", "30日")


def test_blanks_that_are_left_out() -> None:
    assert read_cell("20万元", BLANK).texts == ("20万元", "")
    assert read_cell("；30日", BLANK).texts == ("", "30日")
    assert read_cell("12.5万元；说明", CALC).texts == ("12.5万元；说明",)


def test_points_of_a_case() -> None:
    assert read_cell("7.5", CASE).points == Fraction(15, 2)
    assert read_cell("７．５分", CASE).points == Fraction(15, 2)
    assert read_cell("0", CASE).points == 0


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.type)
@pytest.mark.parametrize("text", ["", " ", "　"])
def test_nothing(question: Question, text: str) -> None:
    assert read_cell(text, question) == NOTHING


@pytest.mark.parametrize("text", ["-", "/", "无", "未答", "(跳过)", "（空）"])
def test_words_for_nothing(text: str) -> None:
    assert read_cell(text, SINGLE) == NOTHING


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        (SINGLE, "AB", "单选题写了两个以上答案"),
        (SINGLE, "E", "没有选项 E，最后一个是 D"),
        (SINGLE, "甲", "要写选项字母"),
        (SINGLE, "2", "要写选项字母"),
        (SINGLE, "2026年3月1日", "要写选项字母"),
        (MULTIPLE, "ABZ", "没有选项 Z"),
        (JUDGE, "对错", "判断题写了两个答案"),
        (JUDGE, "√×", "判断题写了两个答案"),
        (JUDGE, "大概对", "看不懂"),
        (MATCH, "1-C 1-B", "第 1 项写了两个答案"),
        (MATCH, "4-C", "没有第 4 项"),
        (MATCH, "CA", "连线题有 3 项，写了 2 个字母"),
        (MATCH, "1-C 二-A", "看不懂"),
        (ORDER, "CAA", "一个字母写了两次"),
        (BLANK, "一；二；三", "只有 2 个空，写了 3 个答案"),
        (CASE, "11", "超过满分 10 分"),
        (CASE, "-1", "不是分数"),
        (CASE, "优", "不是分数"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_reason(question: Question, text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_cell(text, question)


@given(st.text(max_size=40), st.sampled_from(ALL))
def test_any_text_is_an_answer_or_refused(text: str, question: Question) -> None:
    try:
        answer = read_cell(text, question)
    except Unreadable:
        return
    assert 0 <= earned(question, answer, "half") <= question.points
    assert all(-1 <= place < question.options for place in answer.places)
