"""The key of a question by hand beside its explanation and its article."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.auditing.checks import keys
from generator.auditing.official import Official, read_official
from generator.problems import Problems
from tests.auditing.test_told import ASKED, library

TEXT = "听证结束后，行政机关应当根据听证笔录作出决定。当事人不承担组织听证的费用。"


@pytest.fixture
def official(tmp_path: Path) -> Official:
    rows = [
        {"law": "试验湖泊法", "no": number, "suffix": "", "path": [], "text": text, "source": "虚构"}
        for number, text in ((1, TEXT), (2, "本法自2017年1月1日起施行。"))
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    (tmp_path / "laws.json").write_text(json.dumps([{"title": "试验湖泊法", "articles": 2}]), "utf-8")
    return read_official(tmp_path, Problems())


def doubts(official: Official, **fields: Any) -> list[str]:
    return [one.what for one in keys.run(library(question={**ASKED, **fields}), official)]


@pytest.mark.parametrize(
    ("stem", "explanation", "answer"),
    [
        ("听证结束后，机关不得在听证笔录以外另找根据作出决定。", "第1条：听证结束后，应当根据听证笔录作出决定。", True),
        (
            "听证以后，机关不用再看听证笔录就可以作出决定。",
            "第1条：应当根据听证笔录作出决定，口头汇报不能代替。",
            False,
        ),
    ],
)
def test_a_statement_is_as_its_explanation_says(official: Official, stem: str, explanation: str, answer: bool) -> None:
    told = {"stem": stem, "explanation": explanation}
    assert doubts(official, **told, answer=answer) == []
    assert doubts(official, **told, answer=not answer) == [f"答案 {'错' if answer else '对'}"]


def options(*right: int) -> list[dict[str, Any]]:
    rows = [
        ("根据听证笔录作出", "第1条写明。"),
        ("由听证主持人口头决定", "条文没有这样写。"),
        ("等当事人缴费以后作出", "当事人不缴费。"),
        ("当事人不付听证的费用", "第1条：不承担费用。"),
    ]
    return [{"text": text, "correct": at in right, "why": why} for at, (text, why) in enumerate(rows)]


def test_the_right_option_is_the_one_that_is_told_again(official: Official) -> None:
    told = {"type": "single", "answer": None, "explanation": "第1条：应当根据听证笔录作出决定。"}
    assert doubts(official, **told, options=options(0)) == []
    assert doubts(official, **told, options=options(1)) == ["答案 options B"]


def test_of_several_all_right_ones_are_told_again(official: Official) -> None:
    told = {"type": "multiple", "answer": None, "explanation": "第1条：根据听证笔录作出决定，当事人不承担费用。"}
    assert doubts(official, **told, options=options(0, 3)) == []
    assert doubts(official, **told, options=options(0, 1)) == ["答案 options AB"]
    assert doubts(official, **told, options=options(0, 1, 2, 3)) == ["答案 options ABCD"]
