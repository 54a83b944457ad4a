"""Files of lists as people have them, made in the test."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

Cells = Sequence[Sequence[object]]
Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write a workbook: name, rows from the first on, merged cells, name of the sheet."""

    def write(name: str, rows: Cells, merges: Iterable[str] = (), sheet: str = "Sheet1") -> Path:
        made = Workbook()
        page = made.active
        assert page is not None
        page.title = sheet
        for row in rows:
            page.append(list(row))
        for cells in merges:
            page.merged_cells.add(cells)
        made.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def word(tmp_path: Path) -> Book:
    """Write a Word document with a table: name, rows, cells that are one (first row, column, last row, column, from 0)."""

    def write(name: str, rows: Cells, merges: Iterable[tuple[int, int, int, int]] = ()) -> Path:
        made = Document()
        made.add_paragraph("某区责任清单")
        table = made.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = str(text)
        for top, left, bottom, right in merges:
            text = table.cell(top, left).text
            table.cell(top, left).merge(table.cell(bottom, right)).text = text
        made.save(str(tmp_path / name))
        return tmp_path / name

    return write
