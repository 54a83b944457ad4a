"""Advice: each piece where it is due and not a step before, and as the documentation says."""

import re
from typing import Any

import pytest

from generator.questions.difficulty import FEWEST
from generator.sitting.analysis import advice
from generator.sitting.analysis.advice import advise
from generator.sitting.analysis.items import GROUP, ItemRow, OptionRow
from generator.sitting.analysis.results import MISSED
from generator.sitting.anonymous import FEWEST as FEWEST_OF_A_UNIT
from generator.sitting.marking import Half
from tests.conftest import ROOT
from tests.sitting._forms import keys

ITEM = keys().first.items[0]
JUDGE = keys().first.items[2]
DOC = (ROOT / "docs" / "marking.md").read_text(encoding="utf-8")


def option(share: float, upper: float, lower: float, correct: bool = False) -> OptionRow:
    return OptionRow("甲", correct, round(share * 100), share, upper, lower)


SOUND = (option(0.1, 0.05, 0.2), option(0.7, 0.9, 0.4, correct=True), option(0.1, 0.05, 0.2), option(0.1, 0.0, 0.2))


def row(**change: Any) -> ItemRow:
    sound: dict[str, Any] = {
        "item": ITEM, "label": "1", "people": 100, "share": 0.7, "right": 0.7, "empty": 0.0, "deviation": 0.4,
        "discrimination": 0.4, "upper": 0.9, "lower": 0.4, "options": SOUND, "wrong": (),
    }  # fmt: skip
    return ItemRow(**{**sound, **change})


def words(**change: Any) -> list[str]:
    return [one.word for one in advise(row(**change))]


def test_a_sound_item_needs_none() -> None:
    assert words() == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"share": 0.95}, ["太易"]),
        ({"share": 0.949}, []),
        ({"share": 0.20}, ["太难"]),
        ({"share": 0.201}, []),
        ({"discrimination": 0.19}, ["区分度低"]),
        ({"discrimination": 0.20}, []),
        ({"discrimination": 0.0}, ["区分度低"]),
        ({"discrimination": -0.01}, ["答案存疑"]),
        ({"discrimination": 0.1, "share": 0.97}, ["太易"]),
        ({"discrimination": None}, []),
        ({"empty": 0.11}, ["未答的多"]),
        ({"empty": 0.10}, []),
    ],
)
def test_thresholds(change: dict[str, Any], expected: list[str]) -> None:
    assert words(**change) == expected


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        (option(0.0, 0.0, 0.0), ["选项C无人选"]),
        (option(0.04, 0.0, 0.1), ["选项C少有人选"]),
        (option(0.05, 0.0, 0.1), []),
        (option(0.3, 0.35, 0.3), ["选项C迷惑了高分组"]),
        (option(0.3, 0.95, 0.3), ["答案存疑"]),
    ],
)
def test_distractors(third: OptionRow, expected: list[str]) -> None:
    assert words(options=(*SOUND[:2], third, SOUND[3])) == expected


def test_of_an_easy_item_and_of_a_judgement_no_option_is_called_idle() -> None:
    idle = (option(0.0, 0.0, 0.0), option(1.0, 1.0, 1.0, correct=True))
    assert words(options=idle, share=0.99) == ["太易"]
    assert words(options=idle[::-1], item=JUDGE) == []


def test_too_few_people_get_none() -> None:
    assert words(people=29, discrimination=-0.5, share=0.1) == []
    assert words(people=30, discrimination=-0.5) == ["答案存疑"]


def test_the_gravest_stands_first() -> None:
    assert words(share=0.15, discrimination=-0.2) == ["答案存疑", "太难"]


def test_the_documentation_tells_the_thresholds() -> None:
    for text in (
        f"{advice.EASY:.0%} 以上算太易，{advice.HARD:.0%} 以下算太难",
        f"{advice.POOR:.2f} 以下算低",
        f"最前和最后 {GROUP:.0%}",
        f"不到 {advice.IDLE:.0%}，等于白写",
        f"超过 {advice.UNANSWERED:.0%} 的人没有作答",
        f"得分率不到 {MISSED:.0%}",
        f"满 {advice.FEW} 人才逐题给建议",
        f"满 {FEWEST} 人次的题",
        f"不到 {FEWEST_OF_A_UNIT} 人的单位",
    ):
        assert text in DOC, text


def test_the_documentation_tells_every_word() -> None:
    cases: list[dict[str, Any]] = [
        {"share": 0.96}, {"share": 0.1}, {"discrimination": 0.1}, {"discrimination": -0.1}, {"empty": 0.2},
        *({"options": (*SOUND[:2], third, SOUND[3])} for third in (
            option(0.0, 0.0, 0.0), option(0.04, 0.0, 0.1), option(0.3, 0.35, 0.3),
        )),
    ]  # fmt: skip
    told = set(re.split(r"[|、]\s*", DOC.replace(" |", "|")))
    assert {word for case in cases for word in words(**case)} - told == set()


def test_the_documentation_tells_both_ways_to_halve() -> None:
    assert set(Half.__args__) == {"exact", "whole"}  # type: ignore[attr-defined]
    assert "--half-whole" in DOC


def test_only_a_doubtful_key_is_grave() -> None:
    rival = (*SOUND[:2], option(0.3, 0.95, 0.3), SOUND[3])
    for change in ({"discrimination": -0.01}, {"options": rival}):
        assert [one.grave for one in advise(row(**change))] == [True]
    for change in ({"share": 0.97}, {"share": 0.1}, {"discrimination": 0.1}, {"empty": 0.5}):
        assert [one.grave for one in advise(row(**change))] == [False]


def test_a_wrong_verdict_that_the_best_prefer_is_told_by_the_discrimination_alone() -> None:
    """Of a judgement there are no letters to name."""
    verdicts = (option(0.4, 0.3, 0.5, correct=True), option(0.6, 0.7, 0.5))
    assert words(item=JUDGE, options=verdicts, share=0.4) == []
    assert words(item=JUDGE, options=verdicts, share=0.4, discrimination=-0.1) == ["答案存疑"]
