"""Paper files: what the page saves is read whole, or refused with what is wrong."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exams.paper import Exam
from generator.exams.paper_file import PaperData, exam_of, read_paper
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.item import Option
from tests.exams._bank import bank, blueprint, item, library

PLAN: dict[str, Any] = {
    "id": "paper",
    "title": "卷",
    "audience": "执法人员",
    "minutes": 60,
    "pass_mark": 1,
    "sections": [{"title": "单选", "type": "single", "count": 2, "points": 1, "quotas": [{"topic": "air", "min": 1}]}],
}
PAPER: dict[str, Any] = {
    "format": "pufa-paper",
    "version": 1,
    "bank": "d",
    "as_of": "2026-09-01",
    "seed": 3,
    "blueprint": PLAN,
    "forms": [{"form": "A", "sections": [["a", "b"]]}],
}


def small() -> Bank:
    texts = ("甲", "乙", "丙", "丁")
    options = tuple(Option(text, text == "甲", f"{text}的理由") for text in texts)
    return bank(
        item("a", topics=("air",), facts=("f",)),
        item("b", facts=("g",)),
        item("c", topics=("air",), facts=("g", "h")),
        item("d", type="judge"),
        item("e", topics=("air",), audience=("镇街",)),
        *(item(f"x{n}", topics=("air",)) for n in range(6)),
        replace(item("o", topics=("air",)), options=options),
    )


def made(changes: dict[str, Any], digest: str = "d", forms: int | None = None) -> tuple[Exam | None, list[str]]:
    problems = Problems()
    data = PaperData.model_validate({**PAPER, **changes})
    exam = exam_of(data, "卷.json", library(), small(), digest, problems, forms)
    return exam, [str(problem) for problem in problems]


def form(*ids: str, name: str = "A") -> dict[str, Any]:
    return {"form": name, "sections": [list(ids)]}


def test_a_paper_is_as_the_file_has_it() -> None:
    exam, told = made({"forms": [form("b", "a")]})
    assert told == []
    assert exam is not None
    assert [one.id for one in exam.papers[0].items] == ["b", "a"]
    assert (exam.papers[0].code, exam.seed) == ("paper-3", 3)


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("a", "gone"), "“gone”题库里没有了"),
        (("a", "d"), "“d”不合方案，不能放在“单选”里"),
        (("a", "e"), "“e”不合方案"),
        (("a",), "“单选”要 2 题"),
        (("a", "a"), "出现了两次"),
        (("b", "c"), "题b、c考同一事实"),
    ],
)
def test_a_paper_that_does_not_meet_its_blueprint_is_refused(ids: tuple[str, ...], said: str) -> None:
    exam, told = made({"forms": [form(*ids)]})
    assert exam is None
    assert any(said in line and "E505" in line for line in told), told


def test_a_quota_that_is_not_met_is_said() -> None:
    plan = {**PLAN, "sections": [{**PLAN["sections"][0], "quotas": [{"topic": "air", "max": 0}]}]}
    exam, told = made({"blueprint": plan})
    assert exam is None
    assert any("“大气”至多 0 题" in line for line in told), told


def test_sections_that_are_missing_are_said() -> None:
    exam, told = made({"forms": [{"form": "A", "sections": []}]})
    assert exam is None
    assert any("0 个大题" in line for line in told)


def test_a_list_that_is_gone_is_said() -> None:
    exam, told = made({"blueprint": {**PLAN, "must_know": "gone"}})
    assert exam is None
    assert any("E301" in line for line in told)


def test_another_bank_is_a_warning() -> None:
    exam, told = made({}, digest="other")
    assert exam is not None
    assert len(told) == 1
    assert "另一版题库" in told[0]


def test_further_forms_are_added_beside_those_of_the_file() -> None:
    exam, told = made({}, forms=3)
    assert told == []
    assert exam is not None
    assert [one.form for one in exam.papers] == ["A", "B", "C"]
    assert [one.id for one in exam.papers[0].items] == ["a", "b"]
    assert exam.repeats == 0
    assert not any(one.alone for one in exam.papers)


def test_later_forms_have_their_options_turned() -> None:
    plan = {**PLAN, "sections": [{**PLAN["sections"][0], "count": 1}]}
    exam, _ = made({"blueprint": plan, "forms": [form("o"), form("o", name="B")]})
    assert exam is not None
    one, two = (paper.items[0] for paper in exam.papers)
    assert {option.text for option in one.options} == {option.text for option in two.options}
    assert one.options != two.options


def test_what_the_kind_of_blueprint_asks_holds_here_too() -> None:
    assert blueprint({"count": 2}).sections[0].count == 2
    exam, told = made({"blueprint": {**PLAN, "include": ["gone"]}})
    assert exam is None
    assert any("E502" in line for line in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "文件是空的"),
        ("[1]", "这不是试卷文件"),
        ('{"format": "else"}', "这不是试卷文件"),
        ('{"format": "pufb-paper", "version": 1}', "这不是试卷文件"),
        ("{}", "这不是试卷文件"),
        ('{"format": 1, "version": 1}', "这不是试卷文件"),
        ('{"format": "pufa-paper"}', "版本是 None"),
        ('{"format": "pufa-paper", "version": 0}', "版本是 0"),
        ('{"format": "pufa-paper", "version": 9}', "版本是 9"),
        ('{"format": "pufa-paper", "version": 1}', "缺少必填字段"),
        ('{"format": ', "E1"),
        (json.dumps({**PAPER, "blueprint": {**PLAN, "minutes": "long"}}), "minutes"),
        (json.dumps({**PAPER, "blueprint": {**PLAN, "title": "<script>"}}), "E205"),
        (json.dumps({**PAPER, "forms": []}), "forms"),
        (json.dumps({**PAPER, "forms": [{"form": "../x", "sections": [["a"]]}]}), "form"),
    ],
)
def test_files_that_are_none_are_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "卷.json"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    assert read_paper(path, problems) is None
    assert any(said in str(problem) for problem in problems), [str(problem) for problem in problems]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "卷.json").write_bytes(b"\xff\xfe\x00PK")
    problems = Problems()
    assert read_paper(tmp_path / "卷.json", problems) is None
    assert problems.blocking()


def test_a_file_is_read_with_the_place_of_its_blueprint(tmp_path: Path) -> None:
    path = tmp_path / "卷.json"
    path.write_text(json.dumps(PAPER, ensure_ascii=False, indent=1), encoding="utf-8")
    problems = Problems()
    data = read_paper(path, problems)
    assert data is not None, [str(problem) for problem in problems]
    assert (data.blueprint.at.file, data.blueprint.place("sections", 0, "count").line) == ("卷.json", 17)


def test_sections_that_are_too_many_are_said() -> None:
    exam, told = made({"forms": [{"form": "A", "sections": [["a"], ["b"]]}]})
    assert exam is None
    assert any("A 卷有 2 个大题，方案有 1 个" in line for line in told)


def sums(count: int) -> Bank:
    options = (Option("10万元以上50万元以下", True), Option("2万元以上20万元以下", False))
    asked = (replace(item(f"s{n}", topics=("air",)), options=options) for n in range(count))
    return bank(
        *asked, item("asks", topics=("air",), asks=("law/1=1元",)), item("tells", topics=("air",), tells=("law/1=1元",))
    )


@pytest.mark.parametrize(
    ("ids", "plan", "said"),
    [
        (("s0", "s1"), {}, ["问同一数额，至多 1 题", "问法相同，至多 1 题"]),
        (("s0", "s1"), {"one_phrasing": 1}, ["问同一数额，至多 1 题"]),
        (("s0", "s1"), {"one_phrasing": 1, "per_amount": 2}, []),
        (("asks", "tells"), {}, ["里，有的说出了别的题的答案，不能同卷"]),
    ],
)
def test_what_items_may_not_do_together_is_said_with_how_many_may(
    ids: tuple[str, ...], plan: dict[str, Any], said: list[str]
) -> None:
    problems = Problems()
    data = PaperData.model_validate({**PAPER, "blueprint": {**PLAN, **plan}, "forms": [form(*ids)]})
    assert (exam_of(data, "卷.json", library(), sums(3), "d", problems) is None) is bool(said)
    assert [problem.message for problem in problems] == [f"A 卷的题{'、'.join(ids)}{each}" for each in said]


def test_fewer_forms_are_the_first_of_the_file_under_their_letter() -> None:
    both = {"forms": [form("a", "b"), form("a", "x0", name="B")]}
    exam, _ = made(both, forms=1)
    assert exam is not None
    assert [(one.form, one.alone) for one in exam.papers] == [("A", False)]
    exam, _ = made(both)
    assert exam is not None
    assert ([one.form for one in exam.papers], exam.repeats) == (["A", "B"], 1)
    exam, _ = made({**both, "blueprint": {**PLAN, "include": ["a"]}})
    assert exam is not None
    assert exam.repeats == 0


def test_further_forms_have_the_letters_that_are_free() -> None:
    exam, _ = made({"forms": [form("a", "b", name="B")]}, forms=3)
    assert exam is not None
    assert [one.form for one in exam.papers] == ["B", "A", "C"]
