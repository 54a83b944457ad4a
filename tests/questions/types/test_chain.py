"""A chain goes from the bank's JSON through paper, key, marking and results; its parts are numbered through and count as items."""

import dataclasses
import json

import pytest
from jsonschema import Draft202012Validator

from generator.exams.paper import Paper, PaperSection
from generator.exports.formats.answer_sheet import FORMAT as SHEET
from generator.exports.formats.json import FORMAT as KEY
from generator.exports.formats.markdown import FORMAT as MARKDOWN
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.chained import Chain, Evidence, Part, chain_of
from generator.questions.digests import of_item
from generator.questions.item import Item, Option, Response
from generator.questions.serial import bank_json, bank_schema, item_of
from generator.questions.sound import item_flaws
from generator.sitting.analysis.results import analyse
from generator.sitting.keys import keys_of
from generator.sitting.marker import mark_tables
from tests.exports._paper import BASIS, LIBRARY, item, written
from tests.sitting._forms import table


def part(stem: str, right: str, several: bool = False, texts: str = "甲乙丙丁") -> Part:
    options = tuple(Option(text * 3, mark in right, f"因为{mark}。") for text, mark in zip(texts, "ABCD", strict=True))
    return Part(stem, options, f"{stem}的解析。", (BASIS,), several)


PARTS = (part("怎样定性：", "B"), part("应当：", "ABD", True, "子丑寅卯"), part("最迟在：", "C", False, "东南西北"))
LEDGER = Evidence("运行台账", ("十月。",), ("日期", "情况"), (("1日", "正常"), ("2日", "停|机")))
CHAIN = dataclasses.replace(
    item("chain", "一家厂夜里停了风机。", "chain", (), "本组考查逃避监管。"),
    response=Chain(evidence=(LEDGER,), parts=PARTS),
)
PLAIN = item("plain", "谁查处？", "single", (Option("甲", True, "对。"), Option("乙", False, "错。")), "因为甲。")
PLAN = Blueprint.model_validate(
    {
        "id": "study", "title": "年度考试", "audience": "执法人员", "minutes": 60, "pass_mark": 4, "marking": "half",
        "sections": [
            {"title": "单项选择题", "type": "single", "count": 1, "points": 2},
            {"title": "案例组题", "type": "chain", "count": 3, "points": 2},
        ],
    }
)  # fmt: skip
SECTIONS = (PaperSection("单项选择题", "single", 2, (PLAIN,)), PaperSection("案例组题", "chain", 2, (CHAIN,)))
PAPER = Paper(PLAN, 1, SECTIONS)


def key() -> dict[str, object]:
    found = json.loads(written(KEY, LIBRARY, PAPER)["key.json"])
    assert isinstance(found, dict)
    return found


def test_a_sound_chain_has_no_flaw() -> None:
    assert item_flaws(CHAIN, LIBRARY) == []


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (PARTS[:2], "应当有 3 到 6 小题"),
        ((*PARTS[:2], part("最迟在：", "CD", False, "东南西北")), "第 3 小题：单选题有 2 个正确项"),
        ((PARTS[0], part("应当：", "", True, "子丑寅卯"), PARTS[2]), "第 2 小题没有对的选项"),
        ((*PARTS, PARTS[0]), "问法相同"),
    ],
)
def test_flaws_of_parts_are_found(parts: tuple[Part, ...], says: str) -> None:
    wrong = dataclasses.replace(CHAIN, response=Chain(parts=parts))
    assert any(says in text for text in item_flaws(wrong, LIBRARY))


def test_a_part_that_says_the_key_of_another_is_a_flaw() -> None:
    told = dataclasses.replace(PARTS[0], options=(Option("逃避监管排放污染物", True, "是。"), *PARTS[0].options[:1]))
    asked = dataclasses.replace(PARTS[2], stem="逃避监管排放污染物的，最迟在：")
    wrong = dataclasses.replace(CHAIN, response=Chain(parts=(told, PARTS[1], asked)))
    assert "第 1 小题的答案写在另一小题里" in item_flaws(wrong, LIBRARY)


def test_json_keeps_to_the_schema_and_reads_back() -> None:
    data = json.loads(bank_json(LIBRARY, Bank((CHAIN,))))
    Draft202012Validator(bank_schema()).validate(data)
    again, _ = item_of(data["items"][0])
    assert again.response == CHAIN.response
    assert of_item(again) == of_item(CHAIN)
    changed = dataclasses.replace(CHAIN, response=Chain(evidence=(), parts=PARTS))
    assert of_item(changed) != of_item(CHAIN)


def test_the_situation_stands_above_its_numbered_parts() -> None:
    text = written(MARKDOWN, LIBRARY, PAPER)["paper.md"].decode()
    assert "本大题共 1 组 3 题，每题 2 分，共 6 分" in text
    assert "2～4．一家厂夜里停了风机。\n\n> **运行台账**" in text
    assert "> | 2日 | 停&#124;机 |" in text
    places = [text.index(words) for words in ("> **运行", "2．（单选）怎样", "3．（不定项）应当", "4．（单选）最迟")]
    assert places == sorted(places)
    assert "| 1 |" in written(SHEET, LIBRARY, PAPER)["answer-sheet.md"].decode()
    assert "| 2 | 3 | 4 |" in written(SHEET, LIBRARY, PAPER)["answer-sheet.md"].decode()


def test_each_part_is_marked_in_a_column_of_its_own_and_alpha_counts_the_situation_once() -> None:
    keys = keys_of([key()])
    assert [(one.number, one.id, one.whole) for one in keys.first.items] == [
        (1, "plain", "plain"), (2, "chain/1", "chain"), (3, "chain/2", "chain"), (4, "chain/3", "chain"),
    ]  # fmt: skip
    answers = (("A", "B", "ABD", "C"), ("A", "B", "AB", "C"), ("B", "A", "ABC", "D"), ("B", "B", "", "C"))
    rows = [(f"00{n}", f"人{n}", "一处", *own) for n, own in enumerate(answers, 1)]
    problems = Problems()
    sitting = mark_tables([table(*rows)], keys, problems)
    assert not [problem for problem in problems if problem.code != "W507"]
    assert [float(candidate.score) for candidate in sitting.candidates] == [8, 7, 0, 4]
    found = analyse(sitting)
    assert found.forms[0][1].items == 2  # the single question and the situation
    assert len(found.items) == 4


def test_forms_leave_parts_and_options_in_order() -> None:
    assert types.of(CHAIN).turned(CHAIN, "seed") == CHAIN


def test_another_item_is_no_chain() -> None:
    with pytest.raises(TypeError):
        chain_of(dataclasses.replace(PLAIN, response=Response()))


def of(entry: Item) -> str:
    return types.of(entry).answer(entry)


def test_the_key_is_a_line() -> None:
    assert of(CHAIN) == "（1）B（2）ABD（3）C"
