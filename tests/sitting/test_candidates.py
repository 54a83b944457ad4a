"""Rows held against keys: what is right is marked, what is wrong is told at its row and column, and the rest goes on."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sitting.anonymous import OTHERS, anonymous
from tests.sitting._forms import FULL, ITEMS, POINTS, item, keys, options, paper, sit


def test_a_full_paper_earns_all() -> None:
    sitting, said = sit(("001", "张三", "一队", *FULL))
    (one,) = sitting.candidates
    assert said == []
    assert one.score == one.key.total == 20
    assert all(mark.right for mark in one.marks)
    assert (one.passed, one.absent) == (True, False)


def test_parts_earn_by_type_and_rule() -> None:
    sitting, said = sit(("001", "", "", "A", "AB", "错", "20万元；3日；2年", "1-C", "CBA", "1元", "2.5"))
    assert said == []
    assert [str(mark.points) for mark in sitting.candidates[0].marks] == ["0", "1", "0", "2", "1", "0", "0", "2.5"]
    assert sitting.candidates[0].score == Decimal("6.5")
    assert not sitting.candidates[0].passed


@pytest.mark.parametrize(("rule", "points"), [("all_or_nothing", "0"), ("half", "1"), ("proportional", "1.33")])
def test_several_right_options_by_the_rule_of_the_blueprint(rule: str, points: str) -> None:
    sitting, _ = sit(("001", "", "", "B", "AB"), made=keys(paper(items=ITEMS[:2], points=POINTS[:2], marking=rule)))
    assert str(sitting.candidates[0].marks[1].points) == points


def test_what_can_t_be_read_earns_nothing_and_the_rest_is_marked() -> None:
    sitting, said = sit(
        ("001", "", "", "AB", "ABDE", "半对", "1；2；3；4", "9-A", "CAA", "125000元", "99"), ("002", "", "", *FULL)
    )
    assert [line.split(" ", 2)[0] for line in said] == [f"答卷.csv:2:{column}:" for column in (4, 5, 6, 7, 8, 9, 11)]
    assert all(" E504 " in line for line in said)
    assert [candidate.score for candidate in sitting.candidates] == [2, 20]


def test_rows_that_can_t_be_marked_are_told_and_left_out() -> None:
    sitting, said = sit(
        ("001", "", "", *FULL),
        ("", "无号", "", *FULL),
        ("001", "又来", "", *FULL),
        ("4.4E+17", "", "", *FULL),
        ("004", "", "", *FULL),
    )
    assert [candidate.number for candidate in sitting.candidates] == ["001", "004"]
    assert said == [
        "答卷.csv:3:1: E504 没有考号，这一行没有评",
        "答卷.csv:4:1: E504 考号“001”重复（首见 答卷.csv:2:1），只评第一份",
        "答卷.csv:5:1: E504 考号“4.4E+17”被 Excel 改成了科学记数",
    ]


def test_who_gives_nothing_is_absent() -> None:
    sitting, said = sit(("001", "", "", *FULL), ("002", "", ""))
    assert [candidate.absent for candidate in sitting.candidates] == [False, True]
    assert [candidate.number for candidate in sitting.present] == ["001"]
    assert said == ["答卷.csv:3:1: E504 一题也没有作答，按缺考记，不进统计"]


def test_a_case_without_points_is_told() -> None:
    sitting, said = sit(("001", "", "", *FULL[:-1], ""))
    assert said == ["答卷.csv:2:11: E504 第 8 题（案例）没有填分数，按 0 分算"]
    assert sitting.candidates[0].score == 16


TURNED = (item("one", "single", options("B")[::-1]), item("two", "single", options("A")))


def forms() -> Any:
    first = paper("A", (TURNED[1], item("one", "single", options("B"))), (2.0, 2.0), alone=False)
    return keys(first, paper("B", TURNED, (2.0, 2.0), alone=False))


HEADER = ("考号", "卷别", "1", "2")


@pytest.mark.parametrize("written", ["B", "b", "Ｂ卷", "B卷", "study-7-B"])
def test_the_form_however_it_is_written(written: str) -> None:
    sitting, said = sit(("001", written.replace("Ｂ", "B"), "C", "A"), made=forms(), header=HEADER)
    assert said == []
    assert sitting.candidates[0].key.form == "B"
    assert sitting.candidates[0].score == 4


def test_forms_that_there_are_not() -> None:
    sitting, said = sit(("001", "C", "C", "A"), ("002", "", "C", "A"), made=forms(), header=HEADER)
    assert sitting.candidates == ()
    assert said == [
        "答卷.csv:2:2: E504 没有“C”卷，只有 A、B",
        "答卷.csv:3:2: E504 没有写卷别，不知道是 A、B 中的哪一份",
    ]


def test_papers_drawn_for_each_candidate() -> None:
    made = keys(paper("001", TURNED, (2.0, 2.0)), paper("002", TURNED[::-1], (2.0, 2.0)), drawn=True)
    sitting, said = sit(("002", "", "", "A", "C"), ("003", "", "", "A", "C"), made=made)
    assert [(c.number, c.score) for c in sitting.candidates] == [("002", 4)]
    assert said == ["答卷.csv:3:1: E504 没有考号“003”的卷，这一行没有评"]


def test_the_same_option_is_known_by_rank_in_every_form() -> None:
    sitting, _ = sit(("001", "A", "A", "B"), ("002", "B", "C", "A"), made=forms(), header=HEADER)
    first, second = sitting.candidates
    assert first.marks[1].chosen == second.marks[0].chosen != 0


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (("号码", "1", "2"), "答卷.csv:1:1: E503 表头里没有“考号”"),
        (("考号", "甲", "乙"), "答卷.csv:1:1: E503 表头里没有题号"),
        (("考号", "1", "1"), "答卷.csv:1:3: E503 第 1 题有两列，另一列是第 2 列；这张表一题也没有评。"),
        (("考号", "1", "2", "9"), "答卷.csv:1:4: E503 卷里没有第 9 题，最后一题是第 2 题；这张表一题也没有评。"),
        (("考号", "1"), "答卷.csv:1:1: E503 缺少第 2 题的列，共 1 列；这些题都按没有作答算"),
    ],
)
def test_headers(header: tuple[str, ...], says: str) -> None:
    made = keys(paper(items=ITEMS[:2], points=POINTS[:2]))
    _, said = sit(("001", "B"), made=made, header=header)
    assert says in said


@pytest.mark.parametrize(
    "heads",
    [
        ("第1题", "第2题"),
        ("Q1", "q2"),
        ("1.", "2."),
        ("1、题目one？（单选）", "*2.【多选】题目ma"),
        ("Response 1", "回答 2"),
        ("1(单选)", "2（2.0分）"),
        ("题１", "０２"),
    ],
)
def test_heads_of_questions(heads: tuple[str, ...]) -> None:
    made = keys(paper(items=ITEMS[:2], points=POINTS[:2]))
    sitting, said = sit(("001", "90", "B", "ABD"), made=made, header=("准考证号", "总分", *heads))
    assert said == []
    assert sitting.candidates[0].score == 4


def test_without_names_nothing_tells_who_it_was() -> None:
    rows = [(f"00{n}", f"人{n}", "大队" if n < 6 else "小队", "B" if n % 2 else "A") for n in range(8)]
    made = keys(paper(items=ITEMS[:1], points=POINTS[:1]))
    sitting, _ = sit(*rows, made=made)
    hidden = anonymous(sitting)
    text = " ".join(f"{c.number} {c.name} {c.unit}" for c in hidden.candidates)
    assert not any(row[0] in text.split() or row[1] in text for row in rows)
    assert {c.unit for c in hidden.candidates} == {"大队", OTHERS}
    assert sorted(c.score for c in hidden.candidates) == sorted(c.score for c in sitting.candidates)
    assert [c.score for c in hidden.candidates] == sorted((c.score for c in sitting.candidates), reverse=True)


def test_answers_are_shown_as_people_write_them() -> None:
    sitting, _ = sit(("001", "", "", "B", "dba", "T", "20万元;30日", "1C", "c-a-b", "１２５０００元", "4.0分"))
    (one,) = sitting.candidates
    told = [i.shown(mark.given) for i, mark in zip(one.key.items, one.marks, strict=True)]
    assert told == ["B", "ABD", "正确", "20万元；30日；", "1-C", "CAB", "１２５０００元", "4 分"]


ANSWERS = st.lists(
    st.tuples(*(st.sampled_from([full, "", "A", "对", "x；y", "3"]) for full in FULL)), min_size=1, max_size=6
)


@given(ANSWERS, st.randoms(use_true_random=False))
def test_scores_lie_between_nothing_and_all_and_don_t_depend_on_order(answers: Any, random: Any) -> None:
    rows = [(f"{n:03d}", "", "", *row) for n, row in enumerate(answers)]
    moved = random.sample(rows, len(rows))
    first, _ = sit(*rows)
    second, _ = sit(*moved)
    assert all(0 <= c.score <= c.key.total for c in first.candidates)
    assert {c.number: c.score for c in first.candidates} == {c.number: c.score for c in second.candidates}
    assert all(c.score == sum(mark.points for mark in c.marks) for c in first.candidates)
