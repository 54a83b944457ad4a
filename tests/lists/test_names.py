"""Units as offices call them: full name, alias, a district before it, another word for an office; never a guess."""

import pytest

from generator.library import Library
from generator.lists.codecs import Named
from generator.lists.layout import Cell
from generator.problems import Place


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("试验湖区管理局", "lake-office"),
        ("湖管局", "lake-office"),
        ("某区湖管局", "lake-office"),
        ("湖区管理部门", "lake-office"),
        ("试验船只\n管理站", "boat-station"),
        ("lake-village", "lake-village"),
        ("试验湖管理处", None),
        ("市湖管局", None),
    ],
)
def test_a_unit_is_known_by_what_it_is_called(mini_library: Library, said: str, id: str | None) -> None:
    told: list[str] = []
    cell = Cell(mini_library, Place("清单.xlsx"), "单位", lambda code, message, hint: told.append(code))
    assert Named("unit").read(cell, said) == id
    assert told == ([] if id else ["E832"])
