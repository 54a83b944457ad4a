"""Workbooks (xlsx), read part by part from the zip: what Excel, WPS and export libraries write, whatever they got wrong.

Cells count by where they say they stand: a ``<dimension>`` that lies, a row 1,048,576 that is only styled, a sheet of charts
or one that is hidden change nothing.  Names of elements are taken without their namespace, which differs in Strict OOXML.
A libxml2 that is told nothing else refuses a text over ten million characters while it streams, so no such cell is ever held.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import IO

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from generator.legal.days import day_written
from generator.legal.numerals import format_decimal
from generator.reading.rows import LONGEST_CELL, MAX_COLUMNS, MAX_ROWS, Unreadable

#: Largest workbook when unpacked, in bytes; limits and words are those of the page's twin, core/reading/unzip.js.
MAX_UNPACKED = 300_000_000
#: Excel keeps fifteen digits of a number; what is longer was changed already when it was saved.
_EXACT = 10**15
#: More empty rows on end than these are told as one.
_GAP = 20
_WHOLE = re.compile(r"-?\d{1,15}")
_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
#: ="0012": a formula that only keeps Excel from making a number of a text.
_TEXT_FORMULA = re.compile(r'\s*"((?:[^"]|"")*)"\s*')
_SAVE_AGAIN = "用 Excel 或 WPS 打开，另存为 xlsx 再来。"
FORMULA = ("这一格是公式，没有读", "把公式换成它的结果（选择性粘贴为值）。")
#: What a formula shows could not be computed, or was never kept.
BROKEN = ("这一格的公式算不出结果（{}）", "改正公式，或者直接填写结果。")
UNCOMPUTED = ("这一格是公式，文件里没有它的结果", "用 Excel 或 WPS 打开保存一次，或者选择性粘贴为值。")
CHANGED = ("数字超过 15 位，Excel 已改动末尾的数", "这一列的格式设为“文本”，重新填写。")


#: (row, column), both from 1 → message and hint.
_Faults = dict[tuple[int, int], tuple[str, str]]


@dataclass(slots=True)
class SheetRows:
    """A visible sheet: title, rows with their numbers, and cells that can't be taken as they are.

    Attributes:
        title: on its tab.
        rows: numbers and cells, from the first column, of those that hold anything.
        empty: numbers of the rows between them that hold nothing; of a long gap only the first.
        faults: (row, column), both from 1 → message and hint; such a cell reads as empty.
        merges: first row, first column, last row and last column of each merged cell, all from 1.
    """

    title: str
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    faults: _Faults = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def read_spreadsheet(path: Path, plain: Callable[[str], str], computed: bool = False) -> Iterator[SheetRows]:
    """The visible sheets of an xlsx, in the order of their tabs.

    Args:
        path: the file.
        plain: brings a cell into one form.
        computed: a formula is read as what it last showed; otherwise it is a fault.

    Raises:
        Unreadable: it is no xlsx, is damaged or protected, or is larger than the limits.
    """
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise Unreadable("解开以后过大")
            if any(part.flag_bits & 1 for part in parts.infolist()):
                raise Unreadable("压缩包有密码", "去掉密码再来。")
            yield from _Book(parts, plain, computed).sheets()
    except etree.XMLSyntaxError as error:
        if "huge" in str(error).lower() or "too long" in str(error).lower():
            raise Unreadable("有一格的文字长得不像答卷，没有读", "删去那一格的内容。") from error
        raise Unreadable("xlsx 已经损坏", _SAVE_AGAIN) from error
    except zipfile.BadZipFile as error:
        raise Unreadable("这不是 xlsx，或者已经损坏", _SAVE_AGAIN) from error


def hidden_sheets(path: Path) -> list[str]:
    """Titles of the sheets of a workbook that nobody sees; none where it is no xlsx."""
    try:
        with zipfile.ZipFile(path) as parts:
            book = _Book(parts, str, computed=True)
            sheets = (element for _, element in book._walk(book.main, "sheet"))
            return [_own(one, "name") for one in sheets if _own(one, "state") not in {"", "visible"}]
    except (Unreadable, etree.XMLSyntaxError, zipfile.BadZipFile):
        return []


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _own(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


class _Book:
    """The parts of a workbook that its sheets refer to."""

    def __init__(self, parts: zipfile.ZipFile, plain: Callable[[str], str], computed: bool) -> None:
        self.parts, self.plain, self.computed = parts, plain, computed
        self.names = {name.lower().lstrip("/"): name for name in parts.namelist()}
        self.main = self._main()
        self.related = {id: (kind, where) for id, kind, where in self._relations(self.main)}
        self.strings = self._strings()
        self.formats = self._formats()
        self.epoch = CALENDAR_WINDOWS_1900

    def sheets(self) -> Iterator[SheetRows]:
        """Visible sheets with rows; sheets of charts and macros have none."""
        listed = []
        for _, element in self._walk(self.main):
            name = _local(element)
            if name == "workbookPr" and _own(element, "date1904").lower() in {"1", "true"}:
                self.epoch = CALENDAR_MAC_1904
            elif name == "sheet" and _own(element, "state") in {"", "visible"}:
                listed.append((_own(element, "name"), _own(element, "id")))
        found = False
        for title, id in listed:
            kind, part = self.related.get(id, ("", ""))
            if kind == "worksheet" and part.lower() in self.names:
                found = True
                yield self._sheet(title, part)
        if not found:
            raise Unreadable("没有可以看见的工作表", _SAVE_AGAIN)

    def _open(self, part: str) -> IO[bytes]:
        return self.parts.open(self.names[part.lower()])

    def _walk(self, part: str, *names: str) -> Iterator[tuple[str, etree._Element]]:
        """End events of a part's elements; elements of no DTD, no entity of its own, no file elsewhere."""
        tags = [f"{{*}}{name}" for name in names] or None
        with self._open(part) as file:
            yield from etree.iterparse(file, tag=tags, resolve_entities=False, no_network=True, load_dtd=False)

    def _main(self) -> str:
        for _, kind, where in self._relations(""):
            if kind == "officeDocument" and where.lower() in self.names:
                return where
        if "xl/workbook.xml" in self.names:
            return "xl/workbook.xml"
        if "xl/workbook.bin" in self.names:
            raise Unreadable("这是 xlsb，不是 xlsx", _SAVE_AGAIN)
        if "mimetype" in self.names or "content.xml" in self.names:
            raise Unreadable("这是 ods，不是 xlsx", _SAVE_AGAIN)
        raise Unreadable("这不是 xlsx，或者已经损坏", _SAVE_AGAIN)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and target of what a part refers to."""
        folder, _, file = part.rpartition("/")
        listed = join(folder, "_rels", f"{file}.rels")
        if listed.lower() not in self.names:
            return
        for _, element in self._walk(listed, "Relationship"):
            target = _own(element, "Target")
            where = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            if where.lower() in {"xl/workbook.bin"}:
                raise Unreadable("这是 xlsb，不是 xlsx", _SAVE_AGAIN)
            yield _own(element, "Id"), _own(element, "Type").rpartition("/")[2], where

    def _part(self, kind: str) -> str | None:
        return next((where for k, where in self.related.values() if k == kind and where.lower() in self.names), None)

    def _strings(self) -> list[str]:
        part = self._part("sharedStrings")
        found: list[str] = []
        for _, element in self._walk(part, "si") if part else ():
            found.append(_text(element))
            _forget(element)
        return found

    def _formats(self) -> list[str]:
        """For each style of cells: ``date``, ``%`` or nothing."""
        part = self._part("styles")
        custom: dict[int, str] = {}
        found: list[str] = []
        for _, element in self._walk(part, "numFmt", "cellXfs") if part else ():
            if _local(element) == "numFmt":
                custom[_number(_own(element, "numFmtId"))] = _own(element, "formatCode")
            else:
                found = [_shows(_number(_own(style, "numFmtId")), custom) for style in element]
        return found

    def _sheet(self, title: str, part: str) -> SheetRows:
        sheet, last = SheetRows(title), 0
        for _, element in self._walk(part, "row", "mergeCell"):
            if _local(element) == "mergeCell":
                sheet.merges.extend(_merge(_own(element, "ref")))
                continue
            last = _number(_own(element, "r")) or last + 1
            cells = self._cells(element, last, sheet)
            _forget(element)
            if cells:
                before = sheet.rows[-1][0] if sheet.rows else last
                sheet.empty.extend(range(before + 1, min(last, before + 2 if last - before > _GAP else last)))
                sheet.rows.append((last, cells))
            if len(sheet.rows) > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise Unreadable(f"表太大：最多 {MAX_ROWS:,} 行、{MAX_COLUMNS:,} 列")
        if sheet.rows:
            _fill(sheet, [(left, top, bottom) for top, left, bottom, right in sheet.merges if left == right])
        return sheet

    def _cells(self, row: etree._Element, number: int, sheet: SheetRows) -> tuple[str, ...]:
        cells: list[str] = []
        column = 0
        for cell in row:
            column = _column(cell.get("r"), column + 1)
            if not len(cell):
                continue
            text = self._cell(cell, number, column, sheet.faults)
            if text:
                if column > MAX_COLUMNS:
                    raise Unreadable(f"表太大：最多 {MAX_ROWS:,} 行、{MAX_COLUMNS:,} 列")
                cells.extend("" for _ in range(column - 1 - len(cells)))
                cells[column - 1 :] = [text]
        return tuple(cells)

    def _cell(self, cell: etree._Element, row: int, column: int, faults: _Faults) -> str:
        value, formula = "", False
        for child in cell:
            name = str(child.tag).rpartition("}")[2]
            if name == "v":
                value = child.text or ""
            elif name == "is":
                return self.plain(_text(child))
            elif name == "f":
                guarded = _TEXT_FORMULA.fullmatch(child.text or "")
                if guarded:
                    return self.plain(f'="{guarded[1]}"')
                if not self.computed:
                    faults[row, column] = FORMULA
                    return ""
                formula = True
        if formula and (cell.get("t") == "e" or not value):
            faults[row, column] = (BROKEN[0].format(value), BROKEN[1]) if value else UNCOMPUTED
            return ""
        return self._value(value, cell.get("t", "n"), cell.get("s", ""), (row, column), faults) if value else ""

    def _value(self, value: str, kind: str, style: str, at: tuple[int, int], faults: _Faults) -> str:
        if kind == "s":
            if not (value.isdecimal() and int(value) < len(self.strings)):
                raise Unreadable(f"第 {at[0]} 行有一格的文字不在文件里，xlsx 已经损坏", _SAVE_AGAIN)
            return self.plain(self.strings[int(value)])
        if kind == "n":
            return self._number(value, style, at, faults)
        if kind == "b":
            return "TRUE" if value.strip() in {"1", "true"} else "FALSE"
        if len(value) > LONGEST_CELL:
            raise Unreadable(f"第 {at[0]} 行有一格超过 {LONGEST_CELL:,} 字", "删去那一格的内容。")
        return self.plain(value)

    def _number(self, value: str, style: str, at: tuple[int, int], faults: _Faults) -> str:
        """The number as the cell shows it: 3, 0.5, 5% where the cell holds 0.05 as a percentage, a day where it is one."""
        shows = self.formats[int(style)] if style.isdecimal() and int(style) < len(self.formats) else ""
        if not shows and _WHOLE.fullmatch(value):
            return value
        figure = float(value)
        if shows == "date":
            return _moment(figure, self.epoch)
        if abs(figure) >= _EXACT:
            faults[at] = CHANGED
            return ""
        exact = Decimal(repr(figure))
        return format_decimal(exact * 100) + "%" if shows else format_decimal(exact)


def _forget(element: etree._Element) -> None:
    """Free what was read, and what stood before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _text(element: etree._Element) -> str:
    """The text of a shared or inline string: its runs, without the readings that stand above characters."""
    pieces: list[str] = []
    for child in element.iter("{*}t"):
        if _local(child.getparent()) != "rPh":
            pieces.append(child.text or "")
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if len(text) > LONGEST_CELL:
        raise Unreadable(f"有一格超过 {LONGEST_CELL:,} 字", "删去那一格的内容。")
    return text


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _shows(id: int, custom: Mapping[int, str]) -> str:
    code = custom.get(id) or BUILTIN_FORMATS.get(id, "")
    east_asian = 27 <= id <= 36 or 50 <= id <= 58  # days and times in the Chinese Excel, with no code written
    if east_asian or (code and is_date_format(code)):
        return "date"
    return "%" if "%" in code else ""


def _moment(figure: float, epoch: object) -> str:
    """2026年3月1日, with the time where there is one; a time alone as 0:30:00."""
    try:
        moment = from_excel(figure, epoch)
    except (OverflowError, ValueError):
        return format_decimal(Decimal(repr(figure)))
    if not hasattr(moment, "year"):
        return str(moment)
    day = day_written(moment)
    return f"{day} {moment:%H:%M:%S}" if figure % 1 and hasattr(moment, "hour") else day


def _column(reference: str | None, following: int) -> int:
    found = _REFERENCE.fullmatch(reference) if reference else None
    if not found:
        return following
    column = 0
    for mark in found[1].upper():
        column = column * 26 + ord(mark) - ord("A") + 1
    return column


def _merge(reference: str) -> Iterator[tuple[int, int, int, int]]:
    """First row and column, last row and column of a merged cell."""
    first, _, second = reference.partition(":")
    begins, ends = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(second)
    if begins and ends:
        yield int(begins[2]), _column(first, 0), int(ends[2]), _column(second, 0)


def _fill(sheet: SheetRows, merges: list[tuple[int, int, int]]) -> None:
    """Write the text of a merged cell of one column (column, first row, last row) into each of its rows that hold anything."""
    places = {number: index for index, (number, _) in enumerate(sheet.rows)}
    for column, first, last in merges:
        top = places.get(first)
        text = sheet.rows[top][1][column - 1] if top is not None and column <= len(sheet.rows[top][1]) else ""
        for number in range(first + 1, min(last, sheet.rows[-1][0] if sheet.rows else 0) + 1) if text else ():
            index = places.get(number)
            if index is not None:
                cells = list(sheet.rows[index][1])
                cells.extend("" for _ in range(column - len(cells)))
                cells[column - 1] = text
                sheet.rows[index] = number, tuple(cells)
