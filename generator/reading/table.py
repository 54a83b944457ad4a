"""Tables that people make in Excel or export from a platform: which file holds one, and where in it the table begins.

Everything is text, in one form (see ``plain``); what a cell shows as a formula is not computed but reported, where it is used.
Rows keep their numbers, so that a Problem can say which one.  Whatever a library raises on a file is a Problem here.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from generator.problems import Place, Problems
from generator.reading.delimited import read_delimited
from generator.reading.legacy import read_legacy
from generator.reading.plain import Plainer
from generator.reading.rows import HEADER_ROWS, MAX_COLUMNS, MAX_ROWS, Unreadable
from generator.reading.spreadsheet import SheetRows, read_spreadsheet

#: Largest file that is read, in bytes; a hundred thousand candidates with a hundred answers take about thirty million.
MAX_BYTES = 50_000_000
_HINT = "用 Excel 另存为 xlsx，或者“CSV UTF-8（逗号分隔）”。"
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: Cells of a row that are looked at for a header that comes again.
_FRONT = 12
#: What stands below the head of a question that has several columns.
_PART = re.compile(
    r"(?:标准|正确|参考|学生|考生|学员|您的|你的|我的)?(?:答案|作答|回答|选项)|得分|分数|对错|结果|满分|分值|用时|是否正确"
)


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
        name: how problems name the file, with the sheet where it is not the only one.
        header: names of the columns, stripped.
        lines: the rows.
        empty: numbers of the rows between them that hold nothing.
        begins: number of the header's row.
        faults: (row, column), both from 1 → message and hint of a cell that can't be taken as it is and reads as empty.
    """

    name: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    empty: tuple[int, ...] = ()
    begins: int = 1
    faults: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)

    def place(self, line: Line, column: int) -> Place:
        """Where a cell stands; ``column`` from 0."""
        return Place(self.name, line.number, column + 1)

    def head(self, column: int = 0) -> Place:
        """Where the head of a column stands; ``column`` from 0."""
        return Place(self.name, self.begins, column + 1)

    def tell_faults(self, columns: Sequence[int], problems: Problems) -> None:
        """Report, as E504, the cells that can't be taken as they are, in the columns (from 0) that are used."""
        used = {column + 1 for column in columns}
        rows = {line.number for line in self.lines}
        for (row, column), (message, hint) in sorted(self.faults.items()):
            if column in used and row in rows:
                problems.error(Place(self.name, row, column), "E504", message, hint)


@dataclass(frozen=True, slots=True)
class Read:
    """The tables of a file, and in words what was done to its cells to bring them into one form."""

    tables: tuple[Table, ...]
    done: str = ""


def read_tables(path: Path, problems: Problems, is_header: Callable[[Sequence[str]], bool]) -> Read:
    """Read the tables of a CSV, an xlsx or an xls.

    Args:
        path: the file.
        problems: E503 where the file can't be read at all, or holds no header in the first rows of any sheet.
        is_header: whether the cells of a row are the header that is wanted.

    Returns:
        The tables, one for each header found: on several sheets, or one below the other; none where an E503 was reported.
    """
    plain = Plainer()
    try:
        sheets = read_sheets(path, plain)
        tables = tuple(table for sheet in sheets for table in _tables(path.name, sheet, len(sheets) > 1, is_header))
        if not tables:
            raise Unreadable("表里没有内容" if not any(sheet.rows for sheet in sheets) else _headless(sheets))
    except Unreadable as reason:
        problems.error(Place(path.name), "E503", str(reason), reason.hint or _HINT)
        return Read(())
    except Exception as error:
        problems.error(Place(path.name), "E503", f"文件读不了，或者已经损坏（{type(error).__name__}）", _HINT)
        return Read(())
    return Read(tables, plain.told())


def read_table(path: Path, problems: Problems, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """The first table of a file, as ``read_tables`` finds them."""
    tables = read_tables(path, problems, is_header).tables
    return tables[0] if tables else None


def read_sheets(path: Path, plain: Callable[[str], str], computed: bool = False) -> list[SheetRows]:
    """The visible sheets of an xlsx or xls, or the one of a CSV, with every row that holds anything.

    Args:
        path: the file.
        plain: brings a cell into one form.
        computed: formulas are read as what they last showed, and rows of a CSV count as records instead of lines.

    Raises:
        Unreadable: it can't be read, or is larger than the limits.
    """
    try:
        _sizes(path)
        return list(_sheets(path, plain, computed))
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(f"文件读不了，或者已经损坏（{type(error).__name__}）", _HINT) from error


def _headless(sheets: Sequence[SheetRows]) -> str:
    where = f"（看了工作表 {'、'.join(sheet.title for sheet in sheets)}）" if len(sheets) > 1 else ""
    return f"前 {HEADER_ROWS} 行里没有表头：要有“考号”或“姓名”一列{where}"


def _sizes(path: Path) -> None:
    if path.is_dir():
        raise Unreadable("这是文件夹，不是文件", "写文件的名字；几个文件就一个一个写出来。")
    if not path.is_file():
        raise Unreadable("没有这个文件，或者不能打开", "核对文件名和所在目录。")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable(f"文件有 {size:,} 字节，超过 {MAX_BYTES:,}", "分成几份，或者删去用不着的列。")


def _sheets(path: Path, plain: Callable[[str], str], computed: bool = False) -> Iterator[SheetRows]:
    try:
        with path.open("rb") as file:
            begins = file.read(4)
    except OSError as error:
        raise Unreadable("没有这个文件，或者不能打开", "核对文件名、所在目录和读取权限。") from error
    if begins == _ZIP:
        yield from read_spreadsheet(path, plain, computed)
    elif begins == _OLD:
        yield from read_legacy(path, plain)
    else:
        sheet = SheetRows("", empty=[])
        for record, (line, cells) in enumerate(read_delimited(path, plain), 1):
            number = record if computed else line
            if len(sheet.rows) >= MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise Unreadable(f"表太大：最多 {MAX_ROWS:,} 行、{MAX_COLUMNS:,} 列")
            if any(cells):
                sheet.rows.append((number, cells))
            else:
                sheet.empty.append(number)
        yield sheet


def _tables(name: str, sheet: SheetRows, several: bool, is_header: Callable[[Sequence[str]], bool]) -> Iterator[Table]:
    """Cut a sheet at its headers."""
    rows = sheet.rows
    found = _header(rows, sheet.empty, is_header)
    while found is not None:
        first, below, header = found
        marks = {text for text in header if text}
        first_mark = next(text for text in header if text)
        end, later = len(rows), None
        for n in range(below, len(rows)):
            front = rows[n][1][:_FRONT]
            # two rows make a header only where the upper begins one: a candidate's row above a header doesn't
            if not marks.isdisjoint(front) and (first_mark in front or is_header(rows[n][1])):
                later = _at(rows, n, is_header)
            if later:
                end = n
                break
        yield _table(f"{name}[{sheet.title}]" if several else name, header, rows[first][0], rows[below:end], sheet)
        found = later


def _header(
    rows: Sequence[tuple[int, tuple[str, ...]]], empty: Sequence[int], is_header: Callable[[Sequence[str]], bool]
) -> tuple[int, int, tuple[str, ...]] | None:
    """Index of the header's row, of the first row below it, and its cells; a header may take two rows."""
    front = [row for at, row in enumerate(rows[:HEADER_ROWS]) if _above(rows, at, empty) <= HEADER_ROWS]
    for index, (_, cells) in enumerate(front):
        if is_header(cells):
            return _at(rows, index, is_header)
    for index in range(len(front) - 1):
        found = _at(rows, index, is_header)
        if found is not None:
            return found
    return None


def _above(rows: Sequence[tuple[int, tuple[str, ...]]], index: int, empty: Sequence[int]) -> int:
    """Rows from the first with anything in it to one: a row of a CSV whose cells have line breaks stands many lines further down."""
    first, number = rows[0][0], rows[index][0]
    return min(number - first, index + sum(first < gap < number for gap in empty))


def _at(
    rows: Sequence[tuple[int, tuple[str, ...]]], index: int, is_header: Callable[[Sequence[str]], bool]
) -> tuple[int, int, tuple[str, ...]] | None:
    """The header that begins in a row, in that alone or in two."""
    if is_header(rows[index][1]):
        parted = _parted(rows[index][1], rows[index + 1][1]) if index + 1 < len(rows) else None
        return (index, index + 2, parted) if parted else (index, index + 1, rows[index][1])
    both = (
        [below or above for above, below in zip_longest(*(cells for _, cells in rows[index : index + 2]), fillvalue="")]
        if index + 1 < len(rows)
        else []
    )
    return (index, index + 2, tuple(both)) if is_header(both) else None


def _parted(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...] | None:
    """A header whose questions have several columns each, told in a row below: 第1题 over 答案 and 得分; None where it is none."""
    told = [text for text in lower if text]
    if len(told) < 2 or not all(_PART.fullmatch(text) for text in told):
        return None
    found, above = [], ""
    for head, part in zip_longest(upper, lower, fillvalue=""):
        above = head or (above if part else "")
        found.append(f"{above}{part}" if part else head)
    return tuple(found)


def _table(
    name: str,
    header: tuple[str, ...],
    begins: int,
    rows: Sequence[tuple[int, tuple[str, ...]]],
    sheet: SheetRows,
) -> Table:
    width = max((place for place, text in enumerate(header, 1) if text), default=0)
    lines = tuple(_fitted(number, cells, width) for number, cells in rows)
    last = lines[-1].number if lines else begins
    empty = tuple(number for number in sheet.empty if begins < number < last)
    return Table(name, header[:width], lines, empty, begins, sheet.faults)


def _fitted(number: int, cells: tuple[str, ...], width: int) -> Line:
    """The row with exactly ``width`` cells."""
    if len(cells) == width:
        return Line(number, cells)
    fitted = (*cells[:width], *("",) * (width - len(cells)))
    return Line(number, fitted, sum(map(bool, cells[width:])))
