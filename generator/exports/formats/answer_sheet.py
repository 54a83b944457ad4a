"""The answer sheet (答题卡) as Markdown: a place for each answer, to print beside the paper."""

from collections.abc import Iterator
from itertools import groupby

from generator.exams.paper import Paper, PaperSection
from generator.exports.base import EXAM, Format, each_form
from generator.exports.papers.words import numbered_sections
from generator.exports.text import document, escape, heading, titled
from generator.library import Library
from generator.questions import types
from generator.questions.blocks import Cell, Letters, Written
from generator.questions.item import Item

_COLUMNS = 5  # answers in a row of a printed page


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``answer-sheet.md``: name, unit, number and form, then a table for each section."""
    return {"answer-sheet.md": document(_blocks(paper))}


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {titled(paper)}答题卡"
    yield f"单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　考号：＿＿＿＿＿＿　卷号：{escape(paper.code)}"
    for index, section, items in numbered_sections(paper):
        yield heading(index, section)
        yield from _section(section, items)


def _section(section: PaperSection, items: tuple[tuple[int, Item], ...]) -> Iterator[str]:
    """Marks and letters side by side, what is written line by line."""
    slots = [slot for number, item in items for slot in types.of(item).card(item, number)]
    for written, group in groupby(slots, lambda slot: isinstance(slot, Written)):
        if written:
            yield from (_line(slot) for slot in group if isinstance(slot, Written))
        else:
            yield from _rows([slot for slot in group if not isinstance(slot, Written)])


def _rows(slots: list[Cell | Letters]) -> Iterator[str]:
    for start in range(0, len(slots), _COLUMNS):
        row = slots[start : start + _COLUMNS]
        lines = [f"{slot.number}" for slot in row], ["---"] * len(row), [_marks(slot) for slot in row]
        yield "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _marks(slot: Cell | Letters) -> str:
    return "　".join(slot.marks) if isinstance(slot, Cell) else "（" + "　" * slot.count + "）"


def _line(slot: Written) -> str:
    return f"{slot.number}．" + "　".join((*slot.spaces, slot.note) if slot.note else slot.spaces)


FORMAT = Format("answer-sheet", "答题卡", EXAM, each_form(export))
