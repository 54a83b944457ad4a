"""What is found out afterwards: keys corrected, people marked again; the roster; several sittings of the same people."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.problems import Problems
from generator.questions.item import letter
from generator.sitting.analysis.results import analyse
from generator.sitting.analysis.weighing import chance
from generator.sitting.candidates import Sitting
from generator.sitting.corrections import Correction, Uncorrectable, corrected
from generator.sitting.keys import Keys
from generator.sitting.merging import Keep, merged
from generator.sitting.people import seconds_of
from generator.sitting.roster import held_against, read_roster
from generator.sitting.scores.book import scores_book
from tests.sitting._forms import FULL, ITEMS, item, keys, options, paper, sit


def marked(made: Keys, *rows: tuple[str, ...], **more: Any) -> Sitting:
    return sit(*rows, made=made, **more)[0]


def points(sitting: Sitting, n: int) -> list[Decimal]:
    return [one.marks[n].points for one in sitting.candidates]


def test_a_changed_key_a_further_answer_and_a_voided_item() -> None:
    rows = [("001", "", "", *FULL), ("002", "", "", "C", "ABD", "错", "20万;30日;2年", "1-A", "ABC", "130000元", "1")]
    plain = marked(keys(), *rows)
    assert [one.score for one in plain.candidates] == [20, 5]
    made = corrected(keys(), [Correction("key", "1", "C"), Correction("also", "7", "13万元"), Correction("void", "3")])
    after = marked(made, *rows)
    assert points(after, 0) == [0, 2]
    assert points(after, 6) == [2, 2]
    assert points(after, 2) == [2, 2]
    assert made.first.items[0].answer == "C"
    assert [option.correct for option in made.first.items[0].options] == [False, False, True, False]
    assert keys().first.items[0].answer == "B"


def test_a_further_answer_stands_beside_the_key() -> None:
    made = corrected(
        keys(), [Correction("also", "1", "C"), Correction("also", "6", "ABC"), Correction("also", "4.2", "1个月")]
    )
    rows = [("001", "", "", *FULL), ("002", "", "", "C", "", "", "20万元;1个月;2年", "", "ABC", "", "0")]
    after = marked(made, *rows)
    assert points(after, 0) == [2, 2]
    assert points(after, 5) == [2, 2]
    assert points(after, 3) == [3, 3]
    assert made.first.items[0].answer == "B 或 C"


def test_a_correction_holds_in_every_form_by_the_text_of_the_option() -> None:
    one, other = item("one", "single", options("B")), item("one", "single", options("B")[::-1])
    made = keys(paper("A", (one,), (2.0,), alone=False), paper("B", (other,), (2.0,), alone=False))
    for where in ("A1", "one"):
        changed = corrected(made, [Correction("key", where, "A")])
        assert [key.items[0].question.right for key in changed.forms.values()] == [(0,), (3,)]
    with pytest.raises(Uncorrectable, match="写上卷别"):
        corrected(made, [Correction("key", "1", "A")])


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (Correction("void", "99"), "没有第 99 题"),
        (Correction("void", "no-such"), "不是题号"),
        (Correction("key", "1", "E"), "没有选项 E"),
        (Correction("key", "8", "4"), "由阅卷人给分"),
        (Correction("also", "4", "二十日"), "写明是哪一个"),
        (Correction("key", "4", "1;2"), "有 3 个空，写了 2 个答案"),
    ],
)
def test_corrections_that_can_t_be_made(correction: Correction, says: str) -> None:
    with pytest.raises(Uncorrectable, match=says):
        corrected(keys(), [correction])


@pytest.mark.parametrize(
    ("corrections", "says"),
    [
        ([Correction("void", "1"), Correction("key", "1", "A")], "这一题又写了作废"),
        ([Correction("also", "第1题", "A"), Correction("void", "1")], "这一题又写了作废"),
        ([Correction("key", "1", "A"), Correction("key", "1", "B")], "前面又写了第 1 题：答案改为 A"),
    ],
)
def test_corrections_at_odds_are_refused(corrections: list[Correction], says: str) -> None:
    with pytest.raises(Uncorrectable, match=says):
        corrected(keys(), corrections)


def test_the_same_correction_twice_is_one() -> None:
    once, twice = [Correction("key", "1", "A")], [Correction("key", "1", "A"), Correction("key", "1", "A")]
    assert corrected(keys(), twice) == corrected(keys(), once)


def test_who_is_absent_gets_nothing_for_a_voided_item() -> None:
    made = corrected(keys(), [Correction("void", "1")])
    after = marked(made, ("001", "", "", *FULL), ("002", "", ""), ("003", "", "", *["缺考"] * 8))
    assert [(one.score, one.absent) for one in after.candidates] == [(20, False), (0, True), (0, True)]


def test_a_voided_item_is_out_of_the_statistics_and_in_the_score() -> None:
    made = corrected(keys(), [Correction("void", "1")])
    rows = [(f"{n:03d}", "", "", letter(n % 4), *FULL[1:]) for n in range(8)]
    found = analyse(marked(made, *rows))
    assert [row.item.id for row, _ in found.items] == [one.id for one in ITEMS[1:]]
    assert found.mean == 20


ROSTER = "序号,准考证号,姓名,科室\n1,001,甲,一科\n2,002,乙,二科\n3,003,丙,二科\n"


def held(tmp_path: Path, roster: str, *rows: tuple[str, ...], **more: Any) -> tuple[Sitting, list[str]]:
    path = tmp_path / "roster.csv"
    path.write_text(roster, encoding="gb18030")
    problems = Problems()
    sitting = held_against(marked(keys(), *rows, **more), read_roster(path, problems), path.name, problems)
    return sitting, [problem.message for problem in problems]


def test_who_is_on_the_roster_and_gave_nothing_is_absent(tmp_path: Path) -> None:
    sitting, said = held(tmp_path, ROSTER, ("001", "", "", *FULL), ("009", "丁", "", *FULL))
    assert [(one.number, one.name, one.unit, one.absent) for one in sitting.candidates] == [
        ("001", "甲", "一科", False), ("009", "丁", "", False), ("002", "乙", "二科", True), ("003", "丙", "二科", True),
    ]  # fmt: skip
    assert said == ["1 人不在名单上：丁", "名单上 2 人没有答卷，按缺考记：乙、丙"]


def test_who_is_on_the_roster_twice_is_told_and_the_others_count(tmp_path: Path) -> None:
    sitting, said = held(tmp_path, f"{ROSTER}4,001,甲二,一科\n5,,,\n6,004,丁,\n", ("001", "", "", *FULL))
    assert [(one.number, one.name, one.absent) for one in sitting.candidates] == [
        ("001", "甲", False), ("002", "乙", True), ("003", "丙", True), ("004", "丁", True),
    ]  # fmt: skip
    assert sorted(said) == ["名单上 3 人没有答卷，按缺考记：乙、丙、丁", "名单里“001”重复（首见第 2 行）"]


def test_a_roster_by_names_alone(tmp_path: Path) -> None:
    header = ("姓名", *map(str, range(1, 9)))
    sitting, said = held(tmp_path, "姓名\n甲\n乙\n", ("乙", *FULL), header=header)
    assert [(one.number, one.absent) for one in sitting.candidates] == [("乙", False), ("甲", True)]
    assert said == ["名单上 1 人没有答卷，按缺考记：甲"]


@pytest.mark.parametrize(
    ("keep", "scores"), [(Keep.BEST, [20, 6, 20]), (Keep.LAST, [6, 6, 20]), (Keep.FIRST, [20, 6, 20])]
)
def test_several_sittings_are_one(keep: Keep, scores: list[int]) -> None:
    poor = ("B", "AB", "错", "20万元;;", "", "", "125000元", "0")
    first = marked(keys(), ("001", "甲", "", *FULL), ("002", "乙", "", *poor), ("003", "丙", ""))
    second = marked(keys(), ("003", "丙", "", *FULL), ("001", "甲", "", *poor))
    found = merged([("首次", first), ("补考", second)], keep)
    assert [one.number for one in found.candidates] == ["001", "002", "003"]
    assert [one.score for one in found.candidates] == scores
    assert [len(one.attempts) for one in found.candidates] == [2, 0, 2]
    assert [(a.source, a.absent) for a in found.candidates[2].attempts] == [("首次", True), ("补考", False)]


def test_running_numbers_of_two_tables_are_different_people() -> None:
    header = ("序号", "姓名", *map(str, range(1, 9)))
    first = marked(keys(), ("1", "甲", *FULL), ("2", "乙", *FULL), header=header)
    second = marked(keys(), ("1", "乙", *FULL), ("2", "丙", *FULL), header=header)
    found = merged([("首次", first), ("补考", second)], Keep.BEST)
    assert [one.name for one in found.candidates] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1800秒", 1800), ("30分20秒", 1820), ("1小时2分", 3720), ("12 mins 5 secs", 725), ("1 hour 5 mins", 3900),
        ("0:30:00", 1800), ("12:30", 750), ("95", 95), ("", None), ("很久", None), ("3月", None),
        ("1天", 86400), ("1日", 86400), ("2 days", 172800), ("1小时", 3600), ("1时", 3600), ("1h", 3600), ("1分", 60),
        ("1m", 60), ("1s", 1), ("1秒", 1), ("1日1时1分1秒", 90061), ("1.5分", 90), ("1:00:00", 3600), ("0:01", 1), ("1分 很快", None),
        ("999999", 999999), ("1000000", None), ("0.4秒", 0), ("0.6秒", 1),
    ],
)  # fmt: skip
def test_time_however_it_is_written(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


def test_guesses_are_taken_off_and_sections_weigh_what_they_tell_apart() -> None:
    made = keys(paper(items=(ITEMS[0], ITEMS[2]), points=(3.0, 1.0)))
    assert [chance(one) for one in made.first.items] == [0.25, 0.5]
    rows = [("1", "", "", "B", "对"), ("2", "", "", "A", "对"), ("3", "", "", "C", "对"), ("4", "", "", "", "对")]
    found = analyse(marked(made, *rows))
    assert found.mean == 1.75
    assert found.corrected_mean == pytest.approx((4 + (1 - 1) + (1 - 1) + 1) / 4)
    assert [row.nominal for row in found.sections] == [0.75, 0.25]
    assert [row.effective for row in found.sections] == pytest.approx([1.0, 0.0])


def test_the_row_of_a_voided_item_says_so_and_nobody_left_it_out() -> None:
    made = corrected(keys(), [Correction("void", "1")])
    book = load_workbook(io.BytesIO(scores_book(marked(made, ("001", "", "", *FULL), ("002", "", "", "C", *FULL[1:])))))
    head, row, other = [[cell.value for cell in line] for line in book["各题"].iter_rows(max_row=3)]
    told = dict(zip(head, row, strict=True))
    assert told["答案"] == "作废，人人给满分"
    assert [told[name] for name in ("人数", "平均得分", "全对人数", "未答人数", "常见错答")] == [2, 2, None, None, None]
    assert dict(zip(head, other, strict=True))["未答人数"] == 0
    names, *people = [[cell.value for cell in line] for line in book["成绩"].iter_rows()]
    assert [person[names.index("未答题数")] for person in people] == [0, 0]


def test_the_workbook_tells_what_a_correction_changed_both_ways_and_the_minutes() -> None:
    header = ("考号", "姓名", *map(str, range(1, 9)), "所用时间")
    rows = [("001", "甲", *FULL, "1850秒"), ("002", "乙", "C", *FULL[1:], "20分"), ("003", "丙", *FULL[:-1], "0", "")]
    before = marked(keys(), *rows, header=header)
    made = corrected(keys(), [Correction("key", "1", "C")])
    after = marked(made, *rows, header=header)
    told = {one.number: one.score for one in before.candidates}
    people = tuple(
        replace(one, before=told[one.number] if one.number != "003" else one.score) for one in after.candidates
    )
    book = load_workbook(
        io.BytesIO(scores_book(replace(after, candidates=people, corrections=("第 1 题的答案改为 C",))))
    )
    lines = {name: [[cell.value for cell in line] for line in book[name].iter_rows()] for name in ("更正", "成绩")}
    assert lines["更正"][1:] == [
        ["第 1 题的答案改为 C", None, None, None, None],
        [None, "001", "甲", 20, 18],
        [None, "002", "乙", 18, 20],
    ]
    names, *scores = lines["成绩"]
    shown = {row[names.index("考号")]: row[names.index("用时（分）")] for row in scores}
    assert shown == {"001": 30.8, "002": 20, "003": None}


def test_a_further_writing_of_one_blank_is_one_writing_and_leaves_the_explanation() -> None:
    made = corrected(keys(), [Correction("also", "4.2", "30日;三十日")])
    (blanks,) = (one for one in made.first.items if one.id == "fill")
    assert [blank.accepted for blank in blanks.item.response.blanks] == [("20万元",), ("30日", "30日;三十日"), ("2年",)]
    assert blanks.item.explanation == "因为fill。"
    (changed,) = (one for one in corrected(keys(), [Correction("key", "4.2", "60日")]).first.items if one.id == "fill")
    assert [blank.accepted for blank in changed.item.response.blanks] == [("20万元",), ("60日",), ("2年",)]
    assert changed.item.explanation == "答案已经更正，以下是原来的解析。因为fill。"


def test_a_voided_item_is_right_for_everybody_and_worth_all_its_points() -> None:
    made = corrected(keys(), [Correction("void", "3")])
    (one,) = marked(made, ("001", "", "", "B", *[""] * 7)).candidates
    assert (one.marks[2].points, one.marks[2].right, one.marks[2].fault) == (2, True, "")
    assert [mark.right for mark in one.marks] == [True, False, True, *[False] * 5]


def sittings(*scores: tuple[str, ...]) -> list[tuple[str, Sitting]]:
    """One candidate's sittings of one question worth a point; an empty answer is an absence."""
    made = keys(paper(items=(item("a", "single", options("B")), item("b", "single", options("B"))), points=(1.0, 1.0)))
    return [
        (f"第{n}场", marked(made, ("001", name, unit, *answers))) for n, (name, unit, *answers) in enumerate(scores, 1)
    ]


@pytest.mark.parametrize(
    ("keep", "scores"),
    [(Keep.BEST, [2, 1, 2]), (Keep.LAST, [1, 1, 2]), (Keep.FIRST, [1, 1, 2])],
)
def test_which_sitting_counts_and_an_absence_never_does(keep: Keep, scores: list[int]) -> None:
    tries = [
        [("甲", "", "B", "A"), ("", "一队", "B", "B"), ("", "", "A", "B")],
        [("甲", "一队", "", ""), ("", "", "B", "A"), ("", "", "", "")],
        [("甲", "一队", "B", "B")],
    ]
    found = [merged(sittings(*one), keep).candidates[0] for one in tries]
    assert [one.score for one in found] == scores
    unit = "一队" if keep is Keep.BEST else ""  # what the first did not tell the one that counts may
    assert [(one.name, one.unit) for one in found] == [("甲", unit), ("甲", "一队"), ("甲", "一队")]
    assert [[a.source for a in one.attempts] for one in found] == [["第1场", "第2场", "第3场"]] * 2 + [[]]
    assert [a.absent for a in found[1].attempts] == [True, False, True]


def test_ten_people_are_named_and_of_more_that_there_are_more(tmp_path: Path) -> None:
    people = "".join(f"{n:03d}\n" for n in range(1, 13))
    _, said = held(tmp_path, f"考号\n{people}", ("001", "", "", *FULL))
    assert any(
        "名单上 11 人没有答卷，按缺考记：002、003、004、005、006、007、008、009、010、011 等" in line for line in said
    )
    _, said = held(tmp_path, f"考号\n{people[4:]}", *((f"{n:03d}", "", "", *FULL) for n in (2, 3)))
    assert any("名单上 9 人没有答卷" in line and not line.endswith("等") for line in said)


@pytest.mark.parametrize(
    ("kind", "where", "value", "says"),
    [
        ("key", "1", "", "第 1 题没有写答案，写成 1=答案"), ("key", "1", " ", "第 1 题没有写答案"), ("key", "2", "。", "第 2 题：“。”不是答案"),
        ("key", "1", "无", "第 1 题：“无”不是答案"), ("key", "5", "1-C", "第 5 题的答案不全：1-C"), ("also", "5", "1-C 2-A", "第 5 题的答案不全"),
        ("key", "6", "C", "第 6 题的答案不全：C"), ("key", "6", "CA", "第 6 题的答案不全：CA"), ("key", "0", "A", "没有第 0 题"),
        ("key", "9", "A", "没有第 9 题"), ("void", "9", "", "没有第 9 题"), ("key", "x", "A", "“x”不是题号"),
        ("key", "8", "4", "第 8 题由阅卷人给分"),
    ],
)  # fmt: skip
def test_what_is_no_whole_answer_is_no_key(kind: Any, where: str, value: str, says: str) -> None:
    with pytest.raises(Uncorrectable, match=says):
        corrected(keys(), [Correction(kind, where, value)])


def test_a_form_without_the_item_stays_as_it_is() -> None:
    one, two = (item(name, "single", options("B")) for name in ("one", "two"))
    made = keys(paper("A", (one,), (1.0,), alone=False), paper("B", (two,), (1.0,), alone=False))
    after = corrected(made, [Correction("key", "A1", "C")])
    assert after.forms["B"] is made.forms["B"]
    assert [key.items[0].answer for key in after.forms.values()] == ["C", "B"]


def test_of_papers_of_different_worth_the_greater_share_is_the_best() -> None:
    one, other = item("a", "single", options("B")), item("b", "single", options("B"))
    small = keys(paper(items=(one, other), points=(1.0, 1.0)))
    large = keys(paper(items=(one, other), points=(4.0, 6.0)))
    half, less = marked(small, ("001", "", "", "B", "A")), marked(large, ("001", "", "", "B", "A"))
    for both in ([("小卷", half), ("大卷", less)], [("大卷", less), ("小卷", half)]):
        (best,) = merged(both, Keep.BEST).candidates
        assert (best.score, best.key.total) == (1, 2)  # a half, and not the two fifths of ten
