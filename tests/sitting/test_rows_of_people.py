"""What rows say of people beside their answers: that nothing was answered, that somebody was not there, that a row is nobody's."""

from dataclasses import replace
from fractions import Fraction

import pytest

from generator.problems import Problems
from generator.reading.table import Line
from generator.sitting.cells import Unreadable
from generator.sitting.columns import Columns, find_columns
from generator.sitting.people import absent_words, alike, is_numbered, nobody, nothing_said
from generator.sitting.pointed import points_stand, read_points
from generator.sitting.questions import Answered
from tests.sitting._forms import item, keys, options, paper, sit, table

ITEMS = tuple(item(f"q{n}", "single", options("B")) for n in range(4))
KEYS = keys(paper(items=ITEMS, points=(2.0, 2.0, 3.0, 3.0)))


def told(
    *rows: tuple[str, ...], header: tuple[str, ...] = ("考号", "姓名", "单位", "1", "2", "3", "4")
) -> dict[str, str]:
    """Number → score, or that nobody sat."""
    sitting, _ = sit(*rows, made=KEYS, header=header)
    return {one.number: "absent" if one.absent else f"{one.score:g}" for one in sitting.candidates}


@pytest.mark.parametrize(
    "text", ["-2", "-3", "空白", "（没有作答）", "——", " . ", "缺考", "请病假", "×缺考", "None", "nan", "因病缺考"]
)
def test_words_and_strokes_for_nothing(text: str) -> None:
    assert nothing_said(text)


@pytest.mark.parametrize("text", ["A", "0", "-1", "无罪", "缺", "对"])
def test_words_for_something(text: str) -> None:
    assert nothing_said(text) is (text == "缺")


@pytest.mark.parametrize(
    ("text", "top", "points"),
    [
        ("3", None, 3),
        ("2.5分", None, Fraction(5, 2)),
        ("2,5", None, Fraction(5, 2)),
        ("10", 10, 4),
        ("5", 10, 2),
        ("0", None, 0),
        ("4", None, 4),
    ],
)
def test_points_are_taken_as_they_are_or_scaled_from_the_platforms_full_mark(
    text: str, top: int | None, points: Fraction
) -> None:
    (made,) = keys(paper(items=ITEMS[:1], points=(4.0,))).first.items
    assert read_points(text, made, None if top is None else Fraction(top)).points == points


@pytest.mark.parametrize(
    ("text", "top", "says"),
    [
        ("4.5", None, "得了 4.5 分，超过满分 4 分"),
        ("11", 10, "得了 11 分，超过满分 10 分"),
        ("B", None, "“B”不是分数"),
        ("-1", None, "“-1”不是分数"),
    ],
)
def test_points_that_cannot_be(text: str, top: int | None, says: str) -> None:
    (made,) = keys(paper(items=ITEMS[:1], points=(4.0,))).first.items
    with pytest.raises(Unreadable, match=says):
        read_points(text, made, None if top is None else Fraction(top))


@pytest.mark.parametrize("text", ["", "-", "—", "/", "-3", "缺考"])
def test_points_that_are_none(text: str) -> None:
    (made,) = keys(paper(items=ITEMS[:1], points=(4.0,))).first.items
    assert read_points(text, made, None).empty


ROW = ("0001", "甲", "一队", "B", "B", "A", "B")


@pytest.mark.parametrize(
    "row",
    [
        ("第2页", "", "", "", "", "", ""), ("共3页", "", "", "", "", "", ""), ("第二页，共三页", "", "", "", "", "", ""), ("续表", "", "", "", "", "", ""),
        ("", "", "", "", "", "", ""), ("", "", "备注", "", "", "", ""),
        ("考号", "姓名", "单位", "1", "2", "3", "4"), ("", "", "", "1", "2", "3", "4"),
        ("正确率", "", "", "0.5", "0.5", "0.5", "0.5"), ("每题分值", "", "", "2", "2", "3", "3"), ("以下空白", "", "", "", "", "", ""),
    ],
)  # fmt: skip
def test_rows_that_are_nobodys(row: tuple[str, ...]) -> None:
    assert told(ROW, row, ("0002", "乙", "二队", "B", "A", "B", "A")) == {"0001": "7", "0002": "5"}


@pytest.mark.parametrize(
    "row",
    [
        ("0003", "", "", "B", "B", "B", "B"),  # a number alone tells somebody
        ("王五", "王五", "三队", "B", "B", "B", "B"),
        ("0003", "均值", "", "B", "B", "B", "B"),
    ],
)
def test_rows_that_are_somebodys(row: tuple[str, ...]) -> None:
    assert told(ROW, row)[row[0]] == "10"


@pytest.mark.parametrize("words", ["缺考", "请假", "因病缺考", "缺考（病假）", "未参加考试", "N/A", "×缺考"])
def test_who_was_not_there_is_absent_and_has_no_nought(words: str) -> None:
    assert told(ROW, ("0002", "乙", "二队", words, "", "", "")) == {"0001": "7", "0002": "absent"}
    assert told(ROW, ("0002", "乙", "二队", "", "", words, "")) == {"0001": "7", "0002": "absent"}


def test_who_answered_little_was_there() -> None:
    assert told(ROW, ("0002", "乙", "二队", "", "", "", "B"))["0002"] == "3"
    assert told(ROW, ("0002", "乙", "二队", "B", "", "", ""))["0002"] == "2"


def test_points_that_cannot_be_earn_nothing_are_not_right_and_are_told() -> None:
    header = ("考号", "总分", *(f"Q. {n} /10.00" for n in range(1, 5)))
    sitting, said = sit(("0001", "11", "10.00", "11", "优", "5"), made=KEYS, header=header)
    (one,) = sitting.candidates
    assert [(mark.points, mark.right) for mark in one.marks] == [(2, True), (0, False), (0, False), (1.5, False)]
    assert ["得了 11 分，超过满分 10 分" in line or "不是分数" in line for line in said] == [True, True]


@pytest.mark.parametrize(
    ("rows", "stand"),
    [
        ([("7", "2", "0", "3", "2")], True),  # they add up
        ([("8", "2", "0", "3", "2")], False),
        ([("8", "2", "0", "3", "2"), ("7", "2", "0", "3", "2")], True),  # one does, one doesn't; a nought is no ordinal
        ([("8", "2", "1", "3", "2"), ("8", "2", "1", "3", "2")], True),
        ([("", "2", "1", "3", "2")], False),  # all may be ordinals
        ([("", "2", "1", "3", "0")], True),
        ([("", "2", "1", "3", "1.5")], True),
        ([("", "3", "1", "3", "0")], False),  # more than the item has
        ([("", "2", "B", "3", "0")], False),
        ([("", "", "", "", "")], False),
        (
            [("9", "2", "1", "3", "2"), ("9", "2", "0", "3", "2")],
            False,
        ),  # they don't add up, whatever noughts there are
    ],
)
def test_points_stand_where_answers_should(rows: list[tuple[str, ...]], stand: bool) -> None:
    header = ("考号", "总分", "1", "2", "3", "4")
    made = table(*((f"{n:04d}", *row) for n, row in enumerate(rows)), header=header)
    columns = find_columns(made, KEYS, Problems())
    assert columns is not None
    assert points_stand(columns, made.lines, lambda _, __: KEYS.first) is stand


HEADER = ("考号", "姓名", "单位", "1", "2", "3", "4")


def columns_of(header: tuple[str, ...] = HEADER) -> Columns:
    found = find_columns(table(header=header), KEYS, Problems())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("numbers", "so"),
    [
        (["1", "甲"], False), (["1", "2", "甲"], True), (["1", "甲", "", ""], False), (["1", "2", "甲", "乙"], False),
        (["1", "2", "3", "甲", "乙"], True), (["1"], True), ([], False),
    ],
)  # fmt: skip
def test_numbers_have_figures_in_them_where_most_have(numbers: list[str], so: bool) -> None:
    assert is_numbered([Line(2, (number, "", "")) for number in numbers], columns_of()) is so
    assert not is_numbered([Line(2, (number, "")) for number in numbers], columns_of(("姓名", "1", "2", "3", "4")))


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("", "", "缺考", "", "", ""), "缺考"), (("", "", "", "", "缺考", ""), "缺考"),
        (("", "", "", "", "", "缺考"), ""),  # whoever was not there says so in the first three
        (("请病假", "", "", "", "", ""), "缺考"), (("", "缺考", "", "", "", ""), "缺考"), (("", "", "A", "", "", ""), ""),
    ],
)  # fmt: skip
def test_where_a_row_says_that_somebody_was_not_there(cells: tuple[str, ...], words: str) -> None:
    found = columns_of(("考号", "状态", "总分", "1", "2", "3", "4"))
    assert absent_words(Line(2, ("1", *cells)), found) == words


@pytest.mark.parametrize(
    ("cells", "so"),
    [
        (("无",) * 4, True), (("空",) * 4, True), (("未答",) * 4, True), (("无", "无", "无", "空"), False), (("",) * 4, False),
        (("A",) * 4, False), (("", "无", "无", "无"), False),
    ],
)  # fmt: skip
def test_the_same_word_for_nothing_in_every_cell(cells: tuple[str, ...], so: bool) -> None:
    assert alike(Line(2, ("1", "", "", *cells)), columns_of()) is so


@pytest.mark.parametrize(
    ("cells", "numbered", "words"),
    [
        (("制表人：" + "甲" * 30, "", "", "", "", "", ""), "制表人：" + "甲" * 16, "制表人：" + "甲" * 16),
        (("", "", "", "", "", "", ""), "空", "空"),
        (("", "", "甲" * 30, "", "", "", ""), "甲" * 20, "甲" * 20),
        (("", "", "甲", "乙", "", "", ""), "", ""),
        (("0001", "", "", "", "", "", ""), "", ""),
        (("均" * 30, "", "", "", "", "", ""), "均" * 20, ""),
        (("张三", "张三", "", "", "", "", ""), "", ""),
        (("考号", "", "", "", "", "", ""), "表头", "表头"),
        (("", "", "", "1", "2", "", ""), "表头", "表头"),
        (("", "", "", "1", "", "", ""), "1", "1"),
        (("", "", "", "1", "3", "", ""), "", ""),
        (("", "合计", "", "1", "3", "", ""), "合计", "合计"),
        (("", "", "合计", "1", "3", "", ""), "合计", "合计"),
        (("0001", "", "合计", "1", "3", "", ""), "", ""),
    ],
)
def test_why_a_row_is_nobodys(cells: tuple[str, ...], numbered: str, words: str) -> None:
    """In twenty characters; whether candidates have figures in their numbers, or not."""
    assert nobody(Line(2, cells), columns_of(), HEADER, True) == numbered
    assert nobody(Line(2, cells), columns_of(), HEADER, False) == words


def test_a_row_of_two_cells_with_one_filled_may_be_somebodys() -> None:
    columns = replace(columns_of(("考号", "1", "2", "3", "4")), questions=Answered(numbers={1: 1}))
    assert nobody(Line(2, ("", "A")), columns, ("考号", "1"), True) == ""
    assert nobody(Line(2, ("", "A", "")), columns, ("考号", "1", "2"), True) == "A"
