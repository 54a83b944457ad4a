"""Tables of files as cells: workbooks, CSV and the tables of Word documents, with what is merged."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lxml import etree
from openpyxl.utils import get_column_letter

from generator.importing.archive import declared, open_archive
from generator.importing.base import Refused
from generator.importing.files import instead, read_bytes
from generator.importing.readers.word import blocks_of, body_of, columns_of, text_of
from generator.problems import Place
from generator.reading.plain import UNSEEN
from generator.reading.rows import LONGEST_CELL, MAX_COLUMNS, MAX_ROWS, Unreadable
from generator.reading.table import read_sheets

_PDF = "是 PDF，里面没有表格的格子；请对方发 Excel 或 Word 的"
_ZIP = b"PK\x03\x04"
#: What Excel shows where a formula came to nothing, also where it was pasted as a value.
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
_ERROR = "删去它，填上应有的内容。"
_SHEETS = (".xlsx", ".xls", ".csv", ".txt")


@dataclass(frozen=True)
class Grid:
    """A table.

    Attributes:
        file, title: name of the file, and of the sheet or table in it; a CSV has no title.
        rows: number, from 1 → cells from the first column, of those rows that hold anything.
        merges: first row, first column, last row, last column of each merged cell.
        faults: (row, column) → message and hint of a cell that can't be taken as it is.
        word: whether it is a table of a Word document.
        above: lines of a Word document between the table before and this one, the nearest last.
        stood: (row, column) → where the cell stands in the file, of a table that was written anew.
    """

    file: str
    title: str
    rows: Mapping[int, tuple[str, ...]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    faults: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    word: bool = False
    above: tuple[str, ...] = ()
    stood: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def _tops(self) -> dict[tuple[int, int], tuple[int, int]]:
        last, wide = max(self.rows, default=0), max(map(len, self.rows.values()), default=0)
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, min(bottom, last) + 1)
            for column in range(left, min(right, wide) + 1)
        }

    def top(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell begins that a merged one goes on with; itself where it is none."""
        return self._tops.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """What a cell shows, a merged one what its first cell holds."""
        row, column = self.top(row, column)
        cells = self.rows.get(row, ())
        return cells[column - 1] if column <= len(cells) else ""

    def own(self, row: int, column: int) -> bool:
        """Whether the cell stands for itself in its row."""
        return self.top(row, column)[0] == row

    def place(self, row: int, column: int) -> Place:
        """A cell as people call it."""
        row, column = self.stood.get((row, column), (row, column))
        cell = f"行{row}列{column}" if self.word else f"{get_column_letter(column)}{row}"
        return Place(self.file, row, column, f"{self.title}{'' if self.word or not self.title else '!'}{cell}")

    @property
    def whole(self) -> Place:
        """The table as a whole."""
        return Place(self.file, cell=self.title) if self.title else Place(self.file)


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The tables of a file.

    Raises:
        Refused: it is of a form that is not read, too large, damaged, protected, or harmful; says why.
    """
    suffix = path.suffix.lower()
    if why := _PDF if suffix == ".pdf" else instead(suffix):
        raise Refused(why)
    content = read_bytes(path)
    if suffix == ".docx":
        return tuple(_word(path.name, content))
    if suffix not in _SHEETS:
        raise Refused(f"不认识扩展名“{suffix or '（没有）'}”；能读的有 xlsx、xls、csv、docx")
    if content.startswith(_ZIP) or suffix == ".xlsx":
        declared(open_archive(content, "[Content_Types].xml"))
    try:
        sheets = read_sheets(path, plain_cell, computed=True)
    except Unreadable as reason:
        raise Refused(f"{reason}；{reason.hint}".rstrip("；")) from None
    return tuple(
        _without_errors(Grid(path.name, sheet.title, dict(sheet.rows), tuple(sheet.merges), dict(sheet.faults)))
        for sheet in sheets
    )


def _without_errors(grid: Grid) -> Grid:
    """The table with cells that hold an error value of Excel told as such, and empty."""
    found = {(row, at): text for row, cells in grid.rows.items() for at, text in enumerate(cells, 1) if text in _ERRORS}
    rows = {
        row: tuple("" if (row, at) in found else text for at, text in enumerate(cells, 1))
        for row, cells in grid.rows.items()
    }
    told = {place: (f"这一格是错误值 {text}", _ERROR) for place, text in found.items()}
    return replace(grid, rows=rows, faults={**told, **grid.faults}) if found else grid


def plain_cell(text: str) -> str:
    """A cell without what nobody sees, its lines kept."""
    seen = UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return re.sub(r"[ \t\u3000]*\n[ \t\u3000\n]*", "\n", seen).strip(" \t\n\u3000")


def _word(name: str, content: bytes) -> Iterator[Grid]:
    archive = open_archive(content, "word/document.xml")
    declared(archive)
    body, w = body_of(archive)
    for number, (table, above) in enumerate(_tables_of(body, w), 1):
        rows: dict[int, tuple[str, ...]] = {}
        down: dict[int, tuple[int, int]] = {}  # column → first row and width of a cell that goes on below
        merges: list[tuple[int, int, int, int]] = []
        for at, row in enumerate(table.iterfind(f"{w}tr"), 1):
            if at > MAX_ROWS:
                raise Refused(f"表太大：最多 {MAX_ROWS:,} 行")
            rows[at] = tuple(_cells(row, w, at, down, merges))
        yield Grid(
            name,
            f"表{number}",
            {at: cells for at, cells in rows.items() if any(cells)},
            tuple(_joined(merges)),
            word=True,
            above=above,
        )


def _tables_of(body: etree._Element, w: str) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """The tables of a document, each with the lines between the one before and it."""
    above: list[str] = []
    for block in blocks_of(body, w):
        if block.tag == f"{w}tbl":
            yield block, tuple(above)
            above = []
        elif text := plain_cell(text_of(block, w)):
            above.append(text)


def _cells(
    row: etree._Element, w: str, at: int, down: dict[int, tuple[int, int]], merges: list[tuple[int, int, int, int]]
) -> Iterator[str]:
    """Texts by columns of the table's grid; merges across, and those that go on with the row above, are added."""
    column = 1
    for cell in row.iterfind(f"{w}tc"):
        wide = columns_of(cell, w)
        if column + wide > MAX_COLUMNS:
            raise Refused(f"表太大：最多 {MAX_COLUMNS:,} 列")
        merged = cell.find(f"{w}tcPr/{w}vMerge")
        goes_on = merged is not None and merged.get(f"{w}val") != "restart" and column in down
        if goes_on:
            merges.append((down[column][0], column, at, column + down[column][1] - 1))
        else:
            down.pop(column, None)
            if merged is not None:
                down[column] = (at, wide)
            if wide > 1:
                merges.append((at, column, at, column + wide - 1))
        yield "" if goes_on else _shown(cell, w)
        yield from ("" for _ in range(wide - 1))
        column += wide


def _joined(merges: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Of merges that begin in one cell the largest."""
    found: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for one in merges:
        if one[:2] not in found or found[one[:2]] < one:
            found[one[:2]] = one
    return list(found.values())


def _shown(cell: etree._Element, w: str) -> str:
    """A cell's words, a line a paragraph."""
    text = plain_cell("\n".join(text_of(paragraph, w) for paragraph in cell.iterfind(f"{w}p")))
    if len(text) > LONGEST_CELL:
        raise Refused(f"有一格超过 {LONGEST_CELL:,} 字；删去那一格的内容")
    return text
