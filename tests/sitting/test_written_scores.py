"""What is written of a sitting, cell by cell and paragraph by paragraph: ``scores.txt``, as a person looked it over.

``python -m tests.sitting.test_written_scores`` writes what comes now; the diff is to be looked at.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.exports.papers.document import Para, Table
from generator.exports.workbook import Sheet
from generator.sitting.candidates import Sitting
from generator.sitting.corrections import Correction, corrected
from generator.sitting.scores import book, slips
from tests.sitting._forms import FULL, ITEMS, keys, paper, sit

WRITTEN = Path(__file__).with_name("scores.txt")


def sat() -> Sitting:
    """Two forms, of which B has the first five questions backwards; four units, one of them unnamed, one with nobody there."""
    five = ITEMS[:5]
    points = (2.0, 2.0, 2.0, 3.0, 3.0)
    made = keys(paper("A", five, points, alone=False), paper("B", five[::-1], points[::-1], alone=False))
    full = FULL[:5]
    rows = [
        ("001", "甲", "一队", "A", "1800", *full),
        ("002", "乙", "一队", "A", "10分5秒", "C", "AB", "对", "20万元；60日；2年", "1-C 2-A 3-B"),
        ("003", "丙", "二队", "B", "", *full[::-1]),
        ("004", "丁", "", "B", "", "1-A 2-B 3-C", "", "错", "ABC", "C"),
        ("005", "戊", "三队", "A", "", "缺考", "", "", "", ""),
        ("006", "己", "二队", "A", "", "C", "AC", "错", "20万元；60日；3年", ""),
        ("007", "庚", "二队", "A", "", "D", "ABD", "也许", "30万元；30日；2年", "1-C 2-A 3-B"),
    ]
    found, _ = sit(*rows, made=made, header=("考号", "姓名", "单位", "卷别", "用时", "1", "2", "3", "4", "5"))
    return found


def changed() -> Sitting:
    """The same with a question voided, and the scores as they were before."""
    before = {one.number: one.score for one in sat().candidates}
    made = corrected(sat().keys, [Correction("void", "yes")])
    again = [replace(one, before=before[one.number]) for one in sat().candidates]
    raised = [replace(one, score=one.score + Decimal(2)) if one.number == "004" else one for one in again]
    return replace(sat(), keys=made, candidates=tuple(raised), corrections=("第 3 题作废",))


def cell(value: object) -> str:
    return "-" if value in {None, ""} else f"{value:g}" if isinstance(value, int | float) else str(value)


def rows(sheet: Sheet) -> Iterator[str]:
    yield f"表 {sheet.title}　{'、'.join(map(str, sheet.widths))}"
    for row in (sheet.header, *sheet.rows):
        yield "　" + "｜".join(map(cell, row))


def blocks(sitting: Sitting) -> Iterator[str]:
    for candidate in sitting.candidates:
        document = slips._document(candidate, lambda topic: f"专题 {topic}")
        yield f"单 {document.title}／{document.foot}"
        for block in document.blocks:
            yield f"　{line(block)}"


def line(block: Any) -> str:
    if isinstance(block, Table):
        table = "；".join("｜".join(row) for row in block.rows)
        flags = [name for name in ("head", "high", "centred") if getattr(block, name)]
        return f"表 {'、'.join(map(str, block.widths))} {'、'.join(flags)}：{table}"
    assert isinstance(block, Para)
    words = "".join(f"**{run.text}**" if run.strong else run.text for run in block.runs)
    return f"{block.style}{'＋' if block.keep else ''}：{words}"


def told() -> str:
    found = [
        line
        for sitting in (sat(), changed())
        for sheet in (book._scores(sitting), book._questions(sitting), book._units(sitting), book._corrections(sitting))
        for line in rows(sheet)
    ]
    return "\n".join([*found, *blocks(sat())]) + "\n"


def test_everything_is_written_as_it_was_looked_over() -> None:
    assert told().splitlines() == WRITTEN.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    WRITTEN.write_text(told(), encoding="utf-8")
