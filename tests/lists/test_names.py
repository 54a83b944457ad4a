"""Units as offices call them: full name, alias, a district before it, another word for an office; never a guess."""

from pathlib import Path

import pytest

from generator.library import Library
from generator.lists.layout import Cell
from generator.lists.naming import Named
from generator.problems import Place

ROOT = Path(__file__).resolve().parents[2]


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
        ("试验湖区管理局（湖管局）", "lake-office"),
        ("某区湖管局（水上办）", "lake-office"),
        ("湖管局（湖边村）", None),
        ("湖边村（湖区）", "lake-village"),
        ("船只管理站", "boat-station"),
        ("试验船管理站", None),
    ],
)
def test_a_unit_is_known_by_what_it_is_called(mini_library: Library, said: str, id: str | None) -> None:
    told: list[str] = []
    cell = Cell(mini_library, Place("清单.xlsx"), "单位", lambda code, message, hint: told.append(code))
    assert Named("unit").read(cell, said) == id
    assert told == ([] if id else ["E832"])


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("市生态环境局增城分局", "ecology-bureau"),
        ("市生态环境局", None),
        ("荔城街道办", "licheng"),
        ("荔城街道办事处", "licheng"),
        ("区荔城街道办公室", "licheng"),
        ("区司法局（区普法办）", "justice"),
        ("区城市管理和综合执法局（区城管局）", "urban-management"),
        ("生态文明建设促进中心", None),
    ],
)
def test_units_of_the_content_by_other_names(said: str, id: str | None, content_library: Library) -> None:
    assert Named("unit").read(Cell(content_library, Place("清单.xlsx"), "单位", lambda *told: None), said) == id
