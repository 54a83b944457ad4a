"""Tables that people make in Excel or export from a platform: CSV in any of the usual encodings, or xlsx.

Everything is text; what a cell shows as a formula is not computed but reported.  Rows keep their numbers, so that a Problem
can say which one.
"""

import csv
import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.legal.numerals import format_decimal
from generator.problems import Place, Problems

#: Largest table that is read, in bytes; ten thousand candidates with a hundred answers take about three million.
MAX_BYTES = 50_000_000
#: Largest table inside an xlsx, which is a zip: as above when unpacked.
MAX_UNPACKED = 300_000_000
MAX_ROWS, MAX_COLUMNS = 200_000, 2_000
_ENCODINGS = ("utf-8-sig", "gb18030")
#: What openpyxl raises on files that are no xlsx or are damaged; a syntax error is of XML.
_DAMAGED = (InvalidFileException, zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, OSError)
#: Excel keeps fifteen digits of a number; what is longer was changed already when it was saved.
_EXACT = 10**15
_HINT = "用 Excel 另存为 xlsx，或者“CSV UTF-8（逗号分隔）”。"


@dataclass(frozen=True, slots=True)
class Line:
    """A row.

    Attributes:
        number: in the file, from 1.
        cells: stripped, as many as the header has.
        beyond: filled cells to the right of the header; there are some where a comma in an answer was not quoted.
    """

    number: int
    cells: tuple[str, ...]
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it; empty rows are left out, short ones filled up.

    Attributes:
        name: how problems name the file.
        header: names of the columns, stripped.
        lines: the rows.
        empty: numbers of the rows between them that hold nothing.
    """

    name: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    empty: tuple[int, ...] = ()

    def place(self, line: Line, column: int) -> Place:
        """Where a cell stands; ``column`` from 0."""
        return Place(self.name, line.number, column + 1)


def read_table(path: Path, problems: Problems) -> Table | None:
    """Read a CSV (UTF-8 with or without mark, GB18030 and so GBK; comma, semicolon or tab) or an xlsx's first sheet.

    Returns:
        The table; None where it can't be read at all, with an E503.  A cell with a formula is an E504 and reads as empty.
    """
    at = Place(path.name)
    try:
        size = path.stat().st_size
    except OSError:
        problems.error(at, "E503", "没有这个文件，或者不能打开", "核对文件名和所在目录。")
        return None
    if size > MAX_BYTES:
        problems.error(at, "E503", f"文件有 {size:,} 字节，超过 {MAX_BYTES:,}", "分成几份，或者删去用不着的列。")
        return None
    try:
        rows = _xlsx(path, problems) if _is_zip(path) else _csv(path)
        read = [Line(number, cells) for number, cells in rows]
    except _Unreadable as reason:
        problems.error(at, "E503", str(reason), _HINT)
        return None
    lines = [line for line in read if any(line.cells)]
    if not lines:
        problems.error(at, "E503", "表里没有内容", _HINT)
        return None
    header, *body = lines
    width = len(header.cells)
    between = range(header.number, lines[-1].number)
    empty = tuple(line.number for line in read if line.number in between and not any(line.cells))
    return Table(path.name, header.cells, tuple(_fitted(line, width) for line in body), empty)


def _fitted(line: Line, width: int) -> Line:
    """The row with exactly ``width`` cells."""
    cells = (*line.cells[:width], *("",) * (width - len(line.cells)))
    return Line(line.number, cells, sum(map(bool, line.cells[width:])))


class _Unreadable(Exception):
    """Why a file is no table."""


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _csv(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    text = _decoded(path.read_bytes())
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t，", key=lambda mark: (first.count(mark), mark == ","))
    if "\0" in text:
        raise _Unreadable("这不是文字表格")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            _limit(reader.line_num, len(cells))
            yield reader.line_num, tuple(cell.strip() for cell in cells)
    except csv.Error as error:
        raise _Unreadable(f"第 {reader.line_num} 行不成 CSV") from error


def _decoded(content: bytes) -> str:
    """In the first encoding that holds every byte; UTF-8 is strict enough that GBK text hardly ever passes for it."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise _Unreadable("编码认不出") from error
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _Unreadable("编码认不出：不是 UTF-8，也不是 GBK")


def _xlsx(path: Path, problems: Problems) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise _Unreadable("解开以后过大")
        book = load_workbook(path, read_only=True, data_only=False)
    except _DAMAGED as error:
        raise _Unreadable("这不是 xlsx，或者已经损坏") from error
    try:
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=False), 1):
            _limit(number, len(row))
            yield number, tuple(_cell(cell, path.name, number, column, problems) for column, cell in enumerate(row, 1))
    except _DAMAGED as error:
        raise _Unreadable("xlsx 的工作表已经损坏") from error
    finally:
        book.close()


def _cell(cell: object, name: str, number: int, column: int, problems: Problems) -> str:
    value, at = getattr(cell, "value", None), Place(name, number, column)
    if getattr(cell, "data_type", "") == "f":
        problems.error(at, "E504", "这一格是公式，没有读", "把公式换成它的结果（选择性粘贴为值）。")
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if abs(value) >= _EXACT:
            problems.error(at, "E504", "数字超过 15 位，Excel 已改动末尾的数", "这一列的格式设为“文本”，重新填写。")
            return ""
        return _figure(value, str(getattr(cell, "number_format", "")))
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value).strip()


def _figure(value: float, number_format: str) -> str:
    """The number as the cell shows it: 3, 0.5, and 5% where the cell holds 0.05 as a percentage."""
    if "%" in number_format:
        return format_decimal(Decimal(repr(value)) * 100) + "%"
    return format_decimal(Decimal(repr(value)))


def _limit(row: int, columns: int) -> None:
    if row > MAX_ROWS or columns > MAX_COLUMNS:
        raise _Unreadable(f"表太大：最多 {MAX_ROWS:,} 行、{MAX_COLUMNS:,} 列")


def column_of(table: Table, names: Sequence[str]) -> int | None:
    """Index of the first column whose header is one of ``names``; None where there is none."""
    return next((place for name in names for place, header in enumerate(table.header) if header == name), None)
