"""Kinds of measures: what two texts of one kind ask of the wrongdoer is the same."""

import pytest

from generator.questions.facts.measures import kinds_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("责令停止违法行为", "责令改正"),
        ("限期采取治理措施", "限期恢复原状或者采取其他补救措施"),
        ("责令限期修复", "责令限期采取治理措施消除污染"),
        ("责令停产整治", "责令停业、关闭"),
    ],
)
def test_measures_that_ask_the_same_are_of_one_kind(one: str, other: str) -> None:
    assert set(kinds_of(one)) & set(kinds_of(other))


@pytest.mark.parametrize(
    ("one", "other"), [("责令改正", "没收违法所得"), ("责令限期拆除", "吊销许可证"), ("警告", "行政拘留")]
)
def test_others_are_not(one: str, other: str) -> None:
    assert not set(kinds_of(one)) & set(kinds_of(other))
