"""The figures stand in the docs, where the bench writes them."""

import pytest

from tests.bench.testwise import BEGIN, DOCS, END, table, written


def test_figures_take_the_place_of_earlier_ones() -> None:
    text = f"前\n{BEGIN}\n旧\n{END}\n后"
    once = written(text, table([("甲卷", [1.0, 3.0])], 9))
    assert "| 甲卷 | 2 | +2.0 分 | 1.4 | +3.0 |" in once
    assert once.startswith("前\n")
    assert once.endswith("后")
    assert "旧" not in once
    assert written(once, "新") == f"前\n{BEGIN}\n新\n{END}\n后"


def test_a_page_without_marks_is_said() -> None:
    with pytest.raises(ValueError, match="testwise"):
        written("没有", "新")


def test_the_page_has_its_figures() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert text.index(BEGIN) < text.index("| 组卷方案 |") < text.index(END)
