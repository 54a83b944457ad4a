"""Workbooks (xlsx) whose bytes depend on their cells alone, and in which no text is ever taken for a formula."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

Value = str | int | float | Decimal | None
#: First day that a zip can tell; every part bears it.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_HEAD = PatternFill("solid", fgColor="E8F1ED")
_LONGEST = 32_767  # characters that a cell of Excel holds


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        title: on its tab, 31 characters at most.
        header: names of the columns.
        rows: numbers stay numbers, text stays text.
        widths: of the columns, in characters.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The xlsx; the header of each sheet stays in view and can be filtered by."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(_FORBIDDEN.sub("", sheet.title)[:31])
        page.freeze_panes = "A2"
        for place, width in enumerate(sheet.widths, 1):
            page.column_dimensions[get_column_letter(place)].width = width
        page.append([_heading(page, text) for text in sheet.header])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
        if sheet.rows:
            page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
    packed = io.BytesIO()
    book.save(packed)
    return _undated(packed.getvalue())


def _heading(page: object, text: str) -> Cell:
    cell = _text(page, text)
    cell.font, cell.fill, cell.alignment = Font(bold=True), _HEAD, Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(page: object, value: Value) -> object:
    return _text(page, value) if isinstance(value, str) else value


def _text(page: object, text: str) -> Cell:
    """A cell of text: also where it begins with = + - or @, which a spreadsheet would take for a formula."""
    plain = _UNSEEN.sub("", text)[:_LONGEST]
    cell: Cell = WriteOnlyCell(page, plain)  # type: ignore[arg-type]
    cell.data_type = "s"
    if plain[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        cell.quotePrefix = True
    return cell


def _undated(content: bytes) -> bytes:
    """The same zip with the time of writing taken out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, part)
    return packed.getvalue()
