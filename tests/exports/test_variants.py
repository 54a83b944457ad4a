"""Writings of one figure: all that is added is right to marking, and nothing that is right gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.variants import written_out
from generator.questions.answers import fills
from generator.questions.item import Blank


@pytest.mark.parametrize(
    ("accepted", "more"),
    [
        ("20万元", {"二十万元", "200000元", "200,000元"}),
        ("2000元", {"二千元", "两千元", "2,000元"}),
        ("30日", {"三十日", "30天", "三十天"}),
        ("2年", {"二年", "两年"}),
        ("6个月", {"六个月"}),
        ("10个工作日", {"十个工作日"}),
        ("50%", {"百分之五十", "50％"}),
        ("百分之三", {"3%"}),
        ("3倍", {"三倍"}),
        ("1.5亿元", {"150000000元", "15000万元"}),
        ("99450元", {"九万九千四百五十元", "99,450元", "9.945万元"}),
    ],
)
def test_the_usual_writings(accepted: str, more: set[str]) -> None:
    found = written_out(Blank((accepted,)))
    assert found[0] == accepted
    assert more <= set(found)


def test_words_stay_alone() -> None:
    assert written_out(Blank(("简化管理", "简化"))) == ("简化管理", "简化")


@given(st.integers(1, 10**9), st.sampled_from(["元", "日", "年", "倍", "%", "个月", "个工作日", "小时"]))
def test_every_writing_fills_the_blank(number: int, unit: str) -> None:
    blank = Blank((f"{number}{unit}",))
    found = written_out(blank)
    assert len(found) == len(set(found)) > 1
    assert all(fills(blank, text) for text in found)


@given(st.text(max_size=12))
def test_any_text_is_kept(text: str) -> None:
    assert written_out(Blank((text,)))[0] == text
