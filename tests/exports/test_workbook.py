"""Workbooks: what may be chosen in a column, however much it is."""

import datetime
import io
import zipfile

import pytest
from openpyxl import load_workbook

from generator.exports.workbook import Sheet, workbook
from generator.library import Library
from generator.lists.layout import layout_named
from generator.lists.template import template_xlsx

DAY = datetime.date(2026, 8, 15)


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        (("是", "否"), ['"是,否"']),
        (tuple(f"第{n}个单位的全称" for n in range(80)), ["'可选'!$A$2:$A$81"]),
        (("甲,乙", "丙"), ["'可选'!$A$2:$A$3"]),
        (('甲"乙"', "丙"), ["'可选'!$A$2:$A$3"]),
    ],
)
def test_choices_that_a_rule_can_not_hold_stand_on_a_hidden_sheet(choices: tuple[str, ...], told: list[str]) -> None:
    made = workbook([Sheet("甲", ("列",), [("x",)], (10,), choices={0: choices})], DAY)
    book = load_workbook(io.BytesIO(made))
    rules = book["甲"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == told
    assert max(len(rule.formula1) for rule in rules) < 255
    hidden = [page for page in book.worksheets if page.sheet_state == "hidden"]
    assert [[cell.value for cell in page["A"]][1:] for page in hidden] == ([list(choices)] if "可选" in told[0] else [])
    assert made == workbook([Sheet("甲", ("列",), [("x",)], (10,), choices={0: choices})], DAY)


def test_equal_lists_are_written_once() -> None:
    many = tuple(f"单位{n}" for n in range(100))
    sheets = [Sheet(title, ("列",), [("x",)], (10,), choices={0: many}) for title in "甲乙"]
    book = load_workbook(io.BytesIO(workbook(sheets, DAY)))
    assert book.sheetnames == ["甲", "乙", "可选"]
    assert book["可选"].max_column == 1


def test_a_template_lets_every_unit_be_chosen(mini_library: Library) -> None:
    layout = layout_named("责任清单")
    assert layout is not None
    page = load_workbook(io.BytesIO(template_xlsx(mini_library, layout))).worksheets[0]
    names = ",".join(unit.name for unit in mini_library.all("unit"))  # type: ignore[attr-defined]
    assert f'"{names}"' in {rule.formula1 for rule in page.data_validations.dataValidation}


def test_properties_say_the_day_of_the_law_and_who_made_it() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook([Sheet("甲", ("列",), [("x",)], (10,))], DAY))) as package:
        core = package.read("docProps/core.xml").decode()
    assert core.count(">2026-08-15T00:00:00Z<") == 2
    assert ">pufa<" in core
    assert "openpyxl" not in core
