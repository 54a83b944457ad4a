"""Citations as clerks write them in a cell: each becomes every place that it names, or is told; none is lost in silence."""

import pytest

from generator.library import Library
from generator.lists.citing import citations_in
from generator.lists.grid import Grid
from generator.lists.layout import Cell


def cited(library: Library, text: str) -> tuple[list[str], list[str]]:
    """The citations of a cell, and what is wrong with it."""
    wrong: list[str] = []
    cell = Cell(library, Grid("", "", {}).whole, "依据", lambda code, message, hint: wrong.append(message))
    return citations_in(cell, text), wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《试验湖泊法》总则编第四条", ["湖法 第4条"]),
        ("《试验湖泊法》第一章总则第四条", ["湖法 第4条"]),
        ("《试验湖泊法》第二章第四条", ["湖法 第4条"]),
        ("《试验湖泊法》5条", ["湖法 第5条"]),
        ("试验湖泊法5条", ["湖法 第5条"]),
        ("《试验湖泊法》第4、5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条-第6条", ["湖法 第4条", "湖法 第5条", "湖法 第6条"]),
        ("《试验湖泊法》第4条—6条", ["湖法 第4条", "湖法 第5条", "湖法 第6条"]),
        ("《试验湖泊法》第9条第一、二款", ["湖法 第9条第1款", "湖法 第9条第2款"]),
        ("《试验湖泊法》第9条第一款、二款", ["湖法 第9条第1款", "湖法 第9条第2款"]),
        ("《试验湖泊法》第9条（第一款、第二款）", ["湖法 第9条第1款", "湖法 第9条第2款"]),
        ("《试验湖泊法》第9条一款", ["湖法 第9条第1款"]),
        ("《试验湖泊法》第9条第一款（一）（二）项", ["湖法 第9条第1款第（一）项", "湖法 第9条第1款第（二）项"]),
        ("《试验湖泊法》第9条（一）、（二）项", ["湖法 第9条第（一）项", "湖法 第9条第（二）项"]),
        ("《试验湖泊法》第9条第一款（一）（二）", ["湖法 第9条第1款第（一）项", "湖法 第9条第1款第（二）项"]),
        ("《试验湖泊法》第9条（一）、（二）", ["湖法 第9条第（一）项", "湖法 第9条第（二）项"]),
        ("《试验湖泊法》第9条（一）取水的", ["湖法 第9条第（一）项"]),
        ("《试验湖泊法》第9条第（1）款", ["湖法 第9条第1款"]),
        ("《试验湖泊法》9条1、2款", ["湖法 第9条第1款", "湖法 第9条第2款"]),
        ("《试验湖泊法》4、5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条；第5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条，第5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条\n第5条\n第6条", ["湖法 第4条", "湖法 第5条", "湖法 第6条"]),
        ("《试验湖泊法》第9条第1款；第2款", ["湖法 第9条第1款", "湖法 第9条第2款"]),
        ("《试验湖泊法》\n第四条：管湖的人应当……", ["湖法 第4条"]),
        ("《试验湖泊法》：“第四条 管湖的人应当……”", ["湖法 第4条"]),
        ("《试验\n湖泊法》第\n四\n条", ["湖法 第4条"]),
        ("《试验湖泊法》第4条 第5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条；该法第5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条、同法第5条", ["湖法 第4条", "湖法 第5条"]),
        ("（1）《试验湖泊法》第4条（2）《试验湖泊法》第5条", ["湖法 第4条", "湖法 第5条"]),
        ("《试验湖泊法》第4条：“管湖的人……依照本法第99条、《试验池塘法》第3条办理。”", ["湖法 第4条"]),
        ("《试验湖泊法》第4条：管湖的人依照本法第五条登记。", ["湖法 第4条"]),
        ("法律：《试验湖泊法》第4条\n行政法规：无\n规章：/", ["湖法 第4条"]),
    ],
)
def test_every_place_that_a_cell_names_is_read(mini_library: Library, text: str, found: list[str]) -> None:
    assert cited(mini_library, text) == (found, [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("《试验湖泊法》", "只写了法规，没有写第几条"),
        ("第4条", "里没有读出条文"),
        ("《试验湖泊法》第4条；第99条", "没有第99条"),
        ("《试验湖泊法》第4、99条", "没有第99条"),
        ("《试验湖泊法》第9条第0款", "第0款"),
    ],
)
def test_what_names_no_place_is_told(mini_library: Library, text: str, why: str) -> None:
    _, wrong = cited(mini_library, text)
    assert len(wrong) == 1
    assert why in wrong[0]


def test_a_part_that_is_not_read_is_told(mini_library: Library) -> None:
    _, wrong = cited(mini_library, "《试验湖泊法》第9条（二款）")
    assert wrong == ["“《试验湖泊法》第9条”后面的“二款”没有读出来"]
