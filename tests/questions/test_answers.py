"""Writings of an answer: vectors that the browser's marking reads too."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.numerals import format_number
from generator.questions.answers import fills
from generator.questions.item import Blank

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "answers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["blanks"], ids=lambda v: v["accepted"][0])
def test_vectors(vector: dict[str, list[str]]) -> None:
    blank = Blank(tuple(vector["accepted"]))
    assert [text for text in vector["right"] if not fills(blank, text)] == []
    assert [text for text in vector["wrong"] if fills(blank, text)] == []


@given(st.integers(0, 10**9), st.sampled_from(["元", "日", "年", "个月", "倍"]))
def test_chinese_and_arabic_figures_are_one(number: int, unit: str) -> None:
    assert fills(Blank((f"{number}{unit}",)), f"{format_number(number)}{unit}")


@given(st.text(), st.text())
def test_any_text_is_taken_and_a_text_fills_itself(accepted: str, other: str) -> None:
    fills(Blank((accepted,)), other)
    assert fills(Blank((accepted,)), accepted) is bool(accepted.strip())
