"""Tables as people and platforms leave them: who is a candidate, what is an answer, what stands beside one, and what is refused."""

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.reading.table import read_tables
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.marker import mark_tables
from tests.sitting._forms import FULL, ITEMS, POINTS, keys

NUMBERS = tuple(str(n) for n in range(1, 9))
HEAD = ("考号", "姓名", "单位", *NUMBERS)
RIGHT = ("001", "甲", "一科", *FULL)
WHOLE = 20


def table(folder: Path, *rows: tuple[str, ...]) -> tuple[Sitting, list[str]]:
    path = folder / "answers.csv"
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    problems = Problems()
    sitting = mark_tables(read_tables(path, problems, is_answer_header).tables, keys(), problems)
    return sitting, [str(problem).split("\n")[0] for problem in problems]


def scores(sitting: Sitting) -> dict[str, float]:
    return {one.number: float(one.score) for one in sitting.present}


@pytest.mark.parametrize(
    "row",
    [
        ("错误率", "", "", *["0.3"] * 8),
        ("每题分值", "", "", *["2"] * 8),
        ("标准答案（A卷）", "", "", *FULL),
        ("", "", "标准答案", *FULL),
        ("", "参考答案：", "", *FULL),
        ("题目类型", "", "", *["单选"] * 8),
        ("——以下空白——", "", ""),
        ("考号", "姓名", "单位", "一、单选题", "", "二、多选题"),
        ("", "", "", *NUMBERS),
        ("某年度某次考试人数统计", "", "", *["12"] * 8),
    ],
)
def test_rows_that_are_nobody(tmp_path: Path, row: tuple[str, ...]) -> None:
    sitting, told = table(tmp_path, HEAD, RIGHT, row, ("002", *RIGHT[1:]))
    assert [one.number for one in sitting.candidates] == ["001", "002"]
    assert scores(sitting) == {"001": WHOLE, "002": WHOLE}
    assert len(told) == 1
    assert "这一行不是考生" in told[0]


def test_who_has_no_figure_in_the_number_and_a_name_is_a_candidate(tmp_path: Path) -> None:
    sitting, told = table(tmp_path, HEAD, RIGHT, ("临时工", "乙", "二科", *FULL), ("002", *RIGHT[1:]))
    assert scores(sitting) == {"001": WHOLE, "临时工": WHOLE, "002": WHOLE}
    assert told == []


def test_a_number_with_characters_is_a_candidate_without_a_name_too(tmp_path: Path) -> None:
    sitting, told = table(tmp_path, HEAD, RIGHT, ("临时001", "", "", *FULL))
    assert scores(sitting) == {"001": WHOLE, "临时001": WHOLE}
    assert told == []


@pytest.mark.parametrize("row", [("", "", "", *[""] * 7, "4"), ("", "", "二科", *[""] * 8)])
def test_a_row_with_one_cell_and_no_number_is_nobody(tmp_path: Path, row: tuple[str, ...]) -> None:
    sitting, told = table(tmp_path, HEAD, RIGHT, row)
    assert scores(sitting) == {"001": WHOLE}
    assert len(told) == 1
    assert "这一行不是考生" in told[0]


@pytest.mark.parametrize(
    "heads", [("Last name", "First name"), ("First name", "Last name"), ("名", "姓"), ("姓", "名")]
)
def test_a_name_in_two_columns_is_the_surname_and_then_the_other(tmp_path: Path, heads: tuple[str, str]) -> None:
    parts = [{"L": "欧阳", "姓": "欧阳", "F": "小河", "名": "小河"}[head[0]] for head in heads]
    head = (*heads, "ID number", "State", *(f"Response {n}" for n in range(1, 9)))
    sitting, _ = table(tmp_path, head, (*parts, "001", "Finished", *FULL))
    assert [(one.number, one.name) for one in sitting.candidates] == [("001", "欧阳小河")]


def test_names_in_place_of_numbers_are_candidates(tmp_path: Path) -> None:
    rows = [(name, *FULL) for name in ("甲某", "乙某", "丙某")]
    assert scores(table(tmp_path, ("姓名", *NUMBERS), *rows)[0]) == dict.fromkeys(("甲某", "乙某", "丙某"), WHOLE)
    assert len(scores(table(tmp_path, ("考号", *NUMBERS), *rows)[0])) == 3


@pytest.mark.parametrize(
    "said",
    [
        "请病假",
        "因病缺考",
        "缺考（病假）",
        "×缺考",
        "缺考×",
        "缺 勤",
        "没参加考试",
        "未到场",
        "弃权",
        "Absent",
        "ABS",
        "缓考",
    ],
)
def test_who_was_not_there(tmp_path: Path, said: str) -> None:
    for cells in ((said,), (said,) * 8):
        sitting, told = table(tmp_path, HEAD, RIGHT, ("002", "乙", "二科", *cells))
        assert [one.number for one in sitting.candidates if one.absent] == ["002"]
        assert told == []


@pytest.mark.parametrize("said", ["/", "—", "--", "无", "空", "空白", "未答", "None", "NaN", "（空）"])
def test_who_has_the_same_nothing_everywhere_is_absent_and_told(tmp_path: Path, said: str) -> None:
    sitting, told = table(tmp_path, HEAD, RIGHT, ("002", "乙", "二科", *[said] * 8))
    assert [one.number for one in sitting.candidates if one.absent] == ["002"]
    assert len(told) == 1
    assert "按缺考记" in told[0]


def test_a_stroke_in_one_answer_is_no_answer(tmp_path: Path) -> None:
    sitting, told = table(tmp_path, HEAD, ("001", "甲", "一科", "/", "—", *FULL[2:]))
    assert scores(sitting) == {"001": WHOLE - 4}
    assert told == []


@pytest.mark.parametrize(
    "heads",
    [
        lambda n: (f"第{n}题标准答案", f"第{n}题考生答案", f"第{n}题得分"),
        lambda n: (f"标准答案{n}", f"学生答案{n}", f"{n}对错"),
        lambda n: (f"{n}（正确答案）", f"{n}", f"{n}_得分率"),
        lambda n: (f"难度{n}", f"我的答案{n}", f"第{n}题用时"),
    ],
)
def test_what_stands_beside_an_answer_is_none(tmp_path: Path, heads) -> None:
    head = ("考号", *(text for n in range(1, 9) for text in heads(n)))
    rows = [(number, *(text for cell in FULL for text in ("A", cell, "1"))) for number in ("001", "002")]
    sitting, told = table(tmp_path, head, *rows)
    assert scores(sitting) == {"001": WHOLE, "002": WHOLE}
    assert told == []


def test_a_head_over_several_columns_of_a_question(tmp_path: Path) -> None:
    upper = ("考号", "姓名", *(text for n in range(1, 9) for text in (f"第{n}题", "", "")))
    lower = ("", "", *("标准答案", "考生答案", "得分") * 8)
    row = ("001", "甲", *(text for cell in FULL for text in ("A", cell, "0")))
    sitting, told = table(tmp_path, upper, lower, row)
    assert (scores(sitting), told) == ({"001": WHOLE}, [])


def test_a_header_of_two_rows_that_comes_again_in_another_order(tmp_path: Path) -> None:
    upper = ("考号", "姓名", "", "一、客观题")
    again = ("考号", "姓名", "", "二、续")
    turned = ("002", "乙", "", *reversed(FULL))
    sitting, told = table(
        tmp_path,
        ("标题",),
        upper,
        ("", "", "", *NUMBERS),
        RIGHT,
        ("第2页",),
        again,
        ("", "", "", *reversed(NUMBERS)),
        turned,
    )
    assert scores(sitting) == {"001": WHOLE, "002": WHOLE}
    assert [line for line in told if "不是考生" not in line] == []


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("考号", "1-4", "5～8"), ("001", "BABD", "ABCD")),
        (("考号", "题目1", "答案"), ("001", "1", "A")),
        (("考号", "1", "2", "3"), ("001", "B", "ABD", "对")),
        (("考号", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4", "3-1", "3-2"), ("001", *FULL)),
        (("考号", *(text for n in NUMBERS for text in (f"试题{n}", f"考生答案{n}"))), ("001", *FULL, *FULL)),
    ],
)
def test_what_can_only_be_guessed_is_refused(tmp_path: Path, head: tuple[str, ...], row: tuple[str, ...]) -> None:
    sitting, told = table(tmp_path, head, row)
    assert sitting.candidates == ()
    assert "E503" in told[0]


def test_fields_of_people_with_numbers_of_their_own_stand_beside_stems(tmp_path: Path) -> None:
    stems = tuple(f"{n}、题目{item.id}？" for n, item in enumerate(ITEMS, 4))
    head = ("1、姓名", "2、性别", "3、职级", *stems, "12、手机")
    sitting, told = table(tmp_path, head, ("甲", "男", "科员", *FULL, "138"))
    assert (scores(sitting), told) == ({"甲": WHOLE}, [])


def test_a_field_while_a_question_has_no_column_is_refused(tmp_path: Path) -> None:
    stems = tuple(f"{n}、题目{item.id}？" for n, item in enumerate(ITEMS[:-1], 3))
    sitting, told = table(tmp_path, ("1、姓名", "2、选项", *stems), ("甲", "B", *FULL[:-1]))
    assert sitting.candidates == ()
    assert "一题也没有评" in told[0]


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (0, ("“B”", "「B」", "⑵", "（2）", "[B]", "B┋")),
        (1, ("A┇B┇D", "A┊B┊D", "(1)(2)(4)", "⑴⑵⑷", "“A”“B”“D”", "①、②、④")),
        (2, ("真", "✅", "√（正确）", "正确(对)", "1.0", "O", "○", "“对”", "RIGHT")),
    ],
)
def test_ways_to_write_an_answer(tmp_path: Path, place: int, written: tuple[str, ...]) -> None:
    for cell in written:
        row = [*FULL]
        row[place] = cell
        sitting, told = table(tmp_path, HEAD, ("001", "甲", "一科", *row))
        assert (scores(sitting), told) == ({"001": WHOLE}, []), cell


@pytest.mark.parametrize("cell", ["√（错误）", "对（×）", "真假"])
def test_a_cell_that_contradicts_itself_is_told(tmp_path: Path, cell: str) -> None:
    sitting, told = table(tmp_path, HEAD, ("001", "甲", "一科", *FULL[:2], cell, *FULL[3:]))
    assert scores(sitting) == {"001": WHOLE - 2}
    assert "第 3 题" in told[0]


@pytest.mark.parametrize(
    "head", ["{n}（单选题，2分）", "第{n}题（矩阵题）", "{n} [考试单选题]", "{n}【多项填空题】（2分）", "Q{n}(问答题)"]
)
def test_what_a_platform_says_of_the_type_is_no_stem(tmp_path: Path, head: str) -> None:
    sitting, told = table(tmp_path, ("考号", *(head.format(n=n) for n in NUMBERS)), ("001", *FULL), ("002", *FULL))
    assert scores(sitting) == {"001": WHOLE, "002": WHOLE}
    assert told == []


def test_signs_of_wjx_for_no_answer(tmp_path: Path) -> None:
    sitting, told = table(tmp_path, HEAD, ("001", "甲", "一科", "-2", "-3", "(跳过)", *FULL[3:]))
    assert scores(sitting) == {"001": WHOLE - 6}
    assert told == []


def test_the_average_of_moodle_is_nobody(tmp_path: Path) -> None:
    head = (
        "Last name",
        "First name",
        "ID number",
        "State",
        *(f"Q. {n} /{p:.2f}".replace(".", ",").replace("Q,", "Q.") for n, p in zip(NUMBERS, POINTS, strict=True)),
    )
    full = [f"{p:.2f}".replace(".", ",") for p in POINTS]
    rows = (
        ("甲", "某", "001", "Finished", *full),
        ("乙", "某", "002", "Finished", "1.", *full[1:]),
        ("Overall average", "", "", "", *full),
    )
    sitting, told = table(tmp_path, head, *rows)
    assert scores(sitting) == {"001": WHOLE, "002": WHOLE - 1}
    assert ["这一行不是考生（Overall average）" in one for one in told] == [True]


def test_a_header_whose_cells_have_line_breaks_is_one_row_below_a_title(tmp_path: Path) -> None:
    """A stem with its situation has several lines, and a CSV of 55 of them a header of two hundred."""
    told = tuple(f"{number}、某厂偷排。\n\n\n\n" for number in NUMBERS)
    sitting, said = table(tmp_path, ("某单位考试答卷",), ("考号", "姓名", "单位", *told), RIGHT)
    assert (scores(sitting), said) == ({}, said)
    assert "一道也对不上" in said[0], "the header was found, and its stems are another paper's"
    sitting, said = table(tmp_path, ("标题",), ("考号", "姓名", "单位\n" * 30, *NUMBERS), RIGHT)
    assert scores(sitting) == {"001": WHOLE}
