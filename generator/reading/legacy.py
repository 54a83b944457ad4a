"""Workbooks of the older kind (xls), as school and platform systems still export them, through calamine.

The file tells no formulas and no percentages: a cell is its value.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generator.legal.days import day_written
from generator.legal.numerals import format_decimal
from generator.reading.rows import Unreadable
from generator.reading.spreadsheet import CHANGED, SheetRows

_EXACT = 10**15
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_legacy(path: Path, plain: Callable[[str], str]) -> Iterator[SheetRows]:
    """The visible sheets of an xls.

    Raises:
        Unreadable: it has a password (a protected xlsx comes in the same container), or is no xls.
    """
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise Unreadable("文件设了打开密码", "在 Excel 里打开，去掉密码（文件→信息→保护工作簿），存好再来。")
    try:
        book = CalamineWorkbook.from_path(path)
        tabs = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        sheets = [book.get_sheet_by_name(tab.name) for tab in tabs if tab.visible == SheetVisibleEnum.Visible]
        for sheet in sheets:
            yield _sheet(sheet.name, sheet.to_python(skip_empty_area=False), plain)
    except Unreadable:
        raise
    except BaseException as error:  # a panic of the library below is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        why = "文件设了打开密码" if "assword" in f"{type(error).__name__}{error}" else "这不是 xls，或者已经损坏"
        raise Unreadable(why, "用 Excel 或 WPS 打开，另存为没有密码的 xlsx 再来。") from None


def _sheet(title: str, rows: Sequence[Sequence[object]], plain: Callable[[str], str]) -> SheetRows:
    sheet = SheetRows(title)
    for number, row in enumerate(rows, 1):
        cells = [_cell(value, plain, (number, column), sheet) for column, value in enumerate(row, 1)]
        while cells and not cells[-1]:
            cells.pop()
        if not cells and sheet.rows and len(sheet.empty) < 1000:
            sheet.empty.append(number)
        if cells:
            sheet.rows.append((number, tuple(cells)))
    return sheet


def _cell(value: object, plain: Callable[[str], str], at: tuple[int, int], sheet: SheetRows) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if abs(value) >= _EXACT:
            sheet.faults[at] = CHANGED
            return ""
        return format_decimal(Decimal(repr(value)))
    if isinstance(value, datetime.datetime):
        day = day_written(value)
        return f"{day} {value:%H:%M:%S}" if value.time() != datetime.time() else day
    if isinstance(value, datetime.date):
        return day_written(value)
    return plain(str(value))
