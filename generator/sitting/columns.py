"""Which column of an answer table holds what."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.exams.roll import NUMBER
from generator.problems import Place, Problems
from generator.reading.table import Table

NAME = ("姓名", "考生姓名", "名字")
UNIT = ("单位", "所在单位", "工作单位", "部门", "所在部门")
FORM = ("卷别", "卷", "卷型", "试卷", "卷号")
#: 1, 1., 第1题, 题1, Q1, and as platforms write it: 1、下列……
_QUESTION = re.compile(r"(?:第|题|Q)?\s*0*(\d{1,3})\s*题?\s*(?:[.、:)].*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table, from 0; None where there is none.

    Attributes:
        number, name, unit, form: of the candidate.
        questions: number of a question → its column.
    """

    number: int
    name: int | None
    unit: int | None
    form: int | None
    questions: Mapping[int, int]


def find_columns(table: Table, count: int, problems: Problems) -> Columns | None:
    """Read the header.

    Args:
        table: the answers.
        count: how many questions the longest form has.
        problems: E503 for a column that is missing, stands twice, or asks what the paper does not.

    Returns:
        The columns; None without a column of candidates' numbers, or without any question.
    """
    header = [" ".join(unicodedata.normalize("NFKC", text).split()) for text in table.header]
    at = Place(table.name, 1)
    number = _first(header, NUMBER)
    if number is None:
        problems.error(at, "E503", "表头里没有“考号”", f"第一行写列名，考号一列叫 {'、'.join(NUMBER)} 之一。")
        return None
    questions = _questions(table, header, count, problems)
    if not questions:
        problems.error(at, "E503", "表头里没有题号", "每题一列，列名写题号：1、2、3……")
        return None
    missing = [str(n) for n in range(1, count + 1) if n not in questions]
    if missing:
        message = f"缺少第 {'、'.join(missing[:20])}{' 等' if len(missing) > 20 else ''} 题的列，共 {len(missing)} 列"
        problems.error(at, "E503", f"{message}；这些题都按没有作答算", "补上这些列，再评一次。")
    return Columns(number, _first(header, NAME), _first(header, UNIT), _first(header, FORM), questions)


def _first(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _questions(table: Table, header: Sequence[str], count: int, problems: Problems) -> dict[int, int]:
    found: dict[int, int] = {}
    for column, text in enumerate(header):
        matched = _QUESTION.fullmatch(text)
        if not matched:
            continue
        number, at = int(matched[1]), Place(table.name, 1, column + 1)
        if not 1 <= number <= count:
            problems.error(at, "E503", f"卷里没有第 {number} 题，最后一题是第 {count} 题", "核对是不是别的卷的答卷。")
        elif number in found:
            problems.error(at, "E503", f"第 {number} 题有两列，只读第 {found[number] + 1} 列", "删去多余的一列。")
        else:
            found[number] = column
    return found
