"""Questions in workbooks: every visible sheet, the header wherever it stands, a question a row."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl.utils import get_column_letter

from generator.importing.archive import declared, open_archive
from generator.importing.base import Refused
from generator.importing.files import read_bytes
from generator.importing.questions.base import File, Raw
from generator.importing.questions.columns import Columns, Meant, as_they_stand, header_in, question_of, spoiled
from generator.importing.questions.kinds import kind_of
from generator.legal.characters import fold
from generator.reading.rows import Unreadable
from generator.reading.spreadsheet import SheetRows
from generator.reading.table import read_sheets

WORKBOOKS = (".xlsx", ".xls", ".csv")
_HEAD = 30  # characters of a row that heads a group
_ZIP = b"PK\x03\x04"

#: Header → whether it is the one that a platform's template has.
Own = Callable[[tuple[str, ...]], bool]


def sheets_of(path: Path) -> list[SheetRows]:
    """The visible sheets of a workbook or a CSV.

    Raises:
        Refused: it can't be read, or may do harm.
    """
    content = read_bytes(path)
    if content.startswith(_ZIP):
        declared(open_archive(content))
    try:
        return read_sheets(path, lambda cell: fold(cell).text.strip())
    except Unreadable as reason:
        raise Refused(f"{reason}{f'；{reason.hint}' if reason.hint else ''}") from reason


def head_of(cells: tuple[str, ...]) -> str:
    """What a row that heads a group of questions calls their type; empty for any other row."""
    filled = set(filter(None, cells))
    return next((text for text in filled if kind_of(text) and len(text) < _HEAD), "") if len(filled) == 1 else ""


def read_columns(file: File, own: Own, meant: Meant = as_they_stand) -> tuple[Raw, ...] | None:
    """The questions of a workbook whose sheets have columns with names.

    Args:
        file: the file.
        own: whether a header is of the form that is asked for.
        meant: what the form means by a row, where that isn't what stands there.

    Returns:
        The questions; None where no sheet has such a header.
    """
    found: list[Raw] = []
    known = False
    for sheet in file.once(sheets_of):
        head = header_in([cells for _, cells in sheet.rows])
        if head is not None and own(sheet.rows[head[0]][1]):
            known = True
            found += _questions(sheet, head[0], head[1], meant)
    return tuple(found) if known else None


def _questions(sheet: SheetRows, head: int, columns: Columns, meant: Meant) -> Iterator[Raw]:
    header = sheet.rows[head][1]
    kind = sheet.title if kind_of(sheet.title) else ""
    for number, cells in sheet.rows[head + 1 :]:
        group = head_of(cells)
        if cells == header or group:
            kind = group or kind
            continue
        column = get_column_letter(columns.stem_in(cells) + 1)
        place = f"{sheet.title}!{column}{number}" if sheet.title else f"{column}{number}"
        raw = question_of(cells, columns, place, meant)
        if raw is None:
            continue
        raw = raw if raw.kind else replace(raw, kind=kind)
        for used in sorted({*columns.at.values(), *columns.options}):
            fault = sheet.faults.get((number, used + 1))
            raw = spoiled(raw, f"{get_column_letter(used + 1)}{number}：{fault[0]}") if fault else raw
        yield raw
