"""Workbooks (xlsx) whose bytes depend on their cells alone, and in which no text is ever taken for a formula.

openpyxl makes the shell: styles, widths, what may be chosen in a column.  Rows are fragments of text, so that the page can write
the same.  Text cells are of the format 文本, which keeps ``=``, ``+``, ``-``, ``@`` and leading zeros as they are, also when a person edits them.
"""

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.fragments import fill
from generator.keeping.package import packed, unpacked

Value = str | int | float | Decimal | None
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_DATA = re.compile(r"<sheetData>.*</sheetData>|<sheetData ?/>", re.DOTALL)
_DIMENSION = re.compile(r'<dimension ref="[^"]*" ?/>')
#: Characters that a cell of Excel holds, and those that a rule holds of what may be chosen.
LONGEST, _MOST_LISTED = 32_767, 250
#: The hidden sheet of longer lists.
_LISTS = "可选"
#: Styles of cells, by their place in the shell's list; 0 is a number's.
_HEAD, _TEXT, _NOTE = 1, 2, 3
#: Those of a sheet to print, behind the others.
_TITLE, _UNDER, _RULED_HEAD, _RULED, _KEPT_HEAD, _KEPT, _FOOT = range(4, 11)
#: Points of the title's row, of a line of text, and of a row of the header.
_HIGH = (34, 20, 30)
#: Margins of a page to print, in inches: at the sides, above and below.
_SIDE, _END = 0.5, 0.6
#: The font by whose digits Excel, WPS and LibreOffice measure the columns of a sheet to print, 8 pixels each; a width counts 7.
_MEASURE, _PIXELS = Font("宋体", 11), 7 / 8
_NO_CHOICES: Mapping[int, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Print:
    """How a sheet is printed: A4 across, as wide as the page, its header on each; the first row above is its title, the next stands below it.

    Attributes:
        columns: how many from the first are printed; what stands right of them is for those who keep the list.
        merges: cells that are one, as ``B4:B6``.
        over: names in a row above the header, where there is one.
        hidden: columns, from 0, that are not shown.
        below: rows below the table.
        heights: of the rows of the table, its header's last; in points.
        large: on A3, where A4 is too narrow to be read.
        pages: numbers of the rows of the table, from 1, with which a page begins.
    """

    columns: int
    merges: Sequence[str] = ()
    over: Sequence[str] = ()
    hidden: Sequence[int] = ()
    below: Sequence[str] = ()
    heights: Sequence[float] = ()
    large: bool = False
    pages: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        title: on its tab, 31 characters at most.
        header: names of the columns.
        rows: numbers stay numbers, text stays text.
        widths: of the columns, in characters.
        above: rows above the header.
        choices: column, from 0 → what may be chosen in it.
        strict: whether a column with choices holds one of them and nothing else; Excel then asks before it takes another.
        filtered: whether the header can be filtered by.
        printed: how it is printed, where it is meant to be.
        hidden: whether people don't see it.
        filled: whether people fill it in and print what they filled: across, as wide as the page, lined, its header on each.
        tucked: columns, from 0, that are folded away, of a sheet to fill.
        heights: of its rows, in points, where they are told.
    """

    title: str
    header: Sequence[str | None]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]
    above: Sequence[Sequence[Value]] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=lambda: _NO_CHOICES)
    strict: bool = False
    filtered: bool = True
    printed: Print | None = None
    hidden: bool = False
    filled: bool = False
    tucked: Sequence[int] = ()
    heights: Sequence[float] = ()

    @property
    def head(self) -> int:
        """Number of the header's last row, from 1."""
        return len(self.above) + 1 + bool(self.printed and self.printed.over)


def workbook(sheets: Sequence[Sheet], day: datetime.date) -> bytes:
    """The xlsx; the header of each sheet stays in view.

    Args:
        day: of the law that it goes by, which its properties give as its date.
    """
    listed = _listed(sheets)
    sheets = (*sheets, *_lists(listed))
    parts = _shell(sheets, listed)
    for place, sheet in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{place}.xml"
        parts[name] = _filled(parts[name].decode(), sheet).encode()
    core = "docProps/core.xml"
    parts[core] = _TIMES.sub(rb"\g<1>%sT00:00:00Z\g<3>" % day.isoformat().encode(), parts[core])
    return packed(parts)


def _listed(sheets: Sequence[Sheet]) -> dict[tuple[str, ...], str]:
    """Choices that a rule can't hold itself → the cells of the hidden sheet that list them."""
    found: dict[tuple[str, ...], str] = {}
    for choices in (tuple(one) for sheet in sheets for one in sheet.choices.values()):
        if len(",".join(choices)) > _MOST_LISTED or any(sign in text for text in choices for sign in ',"'):
            letter = get_column_letter(len(found) + 1)
            found.setdefault(choices, f"'{_LISTS}'!${letter}$2:${letter}${len(choices) + 1}")
    return found


def _lists(listed: Mapping[tuple[str, ...], str]) -> Iterator[Sheet]:
    if listed:
        header = tuple(f"第{number}列" for number in range(1, len(listed) + 1))
        yield Sheet(_LISTS, header, list(zip_longest(*listed)), (24,) * len(listed), filtered=False, hidden=True)


def _shell(sheets: Sequence[Sheet], listed: Mapping[tuple[str, ...], str]) -> dict[str, bytes]:
    """A workbook with everything but rows."""
    book = Workbook()
    book.properties.creator = "pufa"
    book.remove(book.active)  # type: ignore[arg-type]
    styles = _styles(book, any(sheet.printed for sheet in sheets))
    for sheet in sheets:
        page = book.create_sheet(_FORBIDDEN.sub("", sheet.title)[:31])
        for place, style in enumerate(styles, 1):  # the cells are dropped again; their styles stay
            page.cell(1, place).style = style
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        _columns(page, sheet, listed)
    written = io.BytesIO()
    book.save(written)
    return unpacked(written.getvalue())


def _styles(book: Workbook, printed: bool) -> tuple[str, ...]:
    top = Alignment(wrap_text=True, vertical="top")
    looks: tuple[NamedStyle, ...] = (
        NamedStyle("表头", font=Font(bold=True), fill=PatternFill("solid", fgColor="E8F1ED"), alignment=top),
        NamedStyle("文本", alignment=top),
        NamedStyle("说明", font=Font(color="5F6B66"), alignment=Alignment(vertical="top")),
    )
    if printed:
        book._named_styles["Normal"].font = _MEASURE  # type: ignore[attr-defined]  # openpyxl has no other way
        looks += _for_print()
    for look in looks:
        look.number_format = "@"
        book.add_named_style(look)
    return tuple(str(look.name) for look in looks)


def _for_print() -> tuple[NamedStyle, ...]:
    """Title, line below it, header and cells of the printed columns and of the others, and what stands below the table."""
    line = Side("thin", color="808080")
    ruled = Border(line, line, line, line)
    middle = Alignment(wrap_text=True, vertical="center", horizontal="center")
    left = Alignment(wrap_text=True, vertical="center")
    grey = Font("宋体", 9, color="5F6B66")
    return (
        NamedStyle("清单标题", font=Font("黑体", 18), alignment=middle),
        NamedStyle("清单单位", font=Font("仿宋", 11), alignment=left),
        NamedStyle("清单表头", font=Font("黑体", 10.5), border=ruled, alignment=middle, fill=PatternFill("solid", fgColor="EDF3F0")),
        NamedStyle("清单格", font=Font("宋体", 10.5), border=ruled, alignment=left),
        NamedStyle("清单维护表头", font=grey, border=ruled, alignment=middle, fill=PatternFill("solid", fgColor="F4F4F4")),
        NamedStyle("清单维护", font=grey, border=ruled, alignment=left),
        NamedStyle("清单注", font=Font("仿宋", 10.5), alignment=left),
    )  # fmt: skip


def _printed(page: Worksheet, sheet: Sheet, how: Print) -> None:
    """Paper, margins, what is repeated, what is one cell, what is hidden."""
    last = sheet.head + len(sheet.rows) + len(how.below)
    _paper(page, sheet, how.large)
    page.print_area = f"A1:{get_column_letter(how.columns)}{last}"
    for row in how.pages:
        page.row_breaks.append(Break(id=sheet.head + row - 1))
    for column in how.hidden:
        page.column_dimensions[get_column_letter(column + 1)].hidden = True


def _paper(page: Worksheet, sheet: Sheet, large: bool = False) -> None:
    """Across, as wide as the page, its header on each, numbered."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 8 if large else 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins = PageMargins(_SIDE, _SIDE, _END, _END, 0.3, 0.3)
    page.print_options.horizontalCentered = True
    page.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("第 &P 页，共 &N 页"))
    page.print_title_rows = f"{len(sheet.above) + 1}:{sheet.head}"


def page_room(widths: Sequence[float], heads: int, large: bool) -> tuple[float, float]:
    """What the rows of a sheet to print have room for on its first page, and on each that follows; in points of the sheet.

    Args:
        widths: of the columns that are printed, in characters.
        heads: rows of its header.
        large: on A3.
    """
    wide, high = (1190.6, 841.9) if large else (841.9, 595.3)
    scale = min(1.0, (wide - 144 * _SIDE) / (sum(widths) * 5.25))
    room = (high - 144 * _END) / scale - heads * _HIGH[2]
    return room - _HIGH[0] - _HIGH[1], room


def _columns(page: Worksheet, sheet: Sheet, listed: Mapping[tuple[str, ...], str]) -> None:
    head = sheet.head
    last = head + len(sheet.rows)
    if sheet.printed:
        _printed(page, sheet, sheet.printed)
    elif sheet.filled:
        _paper(page, sheet)
        page.print_options.gridLines = True
        for column in sheet.tucked:
            page.column_dimensions[get_column_letter(column + 1)].hidden = True
    page.freeze_panes = f"A{head + 1}"
    for place, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(place)].width = width * _PIXELS if sheet.printed else width
    if sheet.rows and sheet.filtered:
        page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.header))}{last}"
    for column, choices in sheet.choices.items():
        told = listed.get(tuple(choices), f'"{",".join(choices)}"')
        rule = DataValidation(
            "list", formula1=told, allow_blank=True, errorStyle="warning", showErrorMessage=sheet.strict
        )
        rule.error, rule.errorTitle = "列表里没有这一项，读回时会报错。", "不在列表里"
        letter = get_column_letter(column + 1)
        rule.add(f"{letter}{head + 1}:{letter}{max(last, head + 1000)}")
        page.add_data_validation(rule)


def _filled(xml: str, sheet: Sheet) -> str:
    """The sheet's XML with its rows, and with what they span said truly."""
    if sheet.printed:
        whole = _put(xml, _print_rows(sheet, sheet.printed), len(sheet.header))
        merges = "".join(fill("xlsx/merge", cells=cells) for cells in sheet.printed.merges)
        return whole.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>", 1)
    if sheet.filled:  # what is written into an empty cell is text, its lines broken
        xml = xml.replace("<col ", f'<col style="{_TEXT}" ')
    heights = [*sheet.heights, *[None] * (len(sheet.rows) - len(sheet.heights))]
    rows = [
        *(_row(place, cells, _NOTE) for place, cells in enumerate(sheet.above, 1)),
        _row(len(sheet.above) + 1, sheet.header, _HEAD),
        *(
            _row(place, cells, _TEXT, height)
            for place, (cells, height) in enumerate(zip(sheet.rows, heights, strict=True), len(sheet.above) + 2)
        ),
    ]
    return _put(xml, rows, max(map(len, (sheet.header, *sheet.above, *sheet.rows))))


def _put(xml: str, rows: Sequence[str], widest: int) -> str:
    spans = f'<dimension ref="A1:{get_column_letter(max(widest, 1))}{len(rows)}"/>'
    xml = _DIMENSION.sub(lambda _: spans, xml, count=1)
    return _DATA.sub(lambda _: f"<sheetData>{''.join(rows)}</sheetData>", xml, count=1)


def _print_rows(sheet: Sheet, how: Print) -> list[str]:
    """The rows of a sheet to print: every cell of the table is there, so that its lines are."""
    wide, first = len(sheet.header), len(sheet.above) + 1
    rows = [
        _high(place, _HIGH[min(place, 2) - 1], (_text(f"A{place}", str(cells[0]), _TITLE if place == 1 else _UNDER),))
        for place, cells in enumerate(sheet.above, 1)
    ]
    heads = [*([how.over] if how.over else []), sheet.header]
    styles = (_RULED_HEAD, _KEPT_HEAD)
    rows += [_high(first + n, _HIGH[2], _ruled(first + n, cells, how, wide, styles)) for n, cells in enumerate(heads)]
    for place, (cells, height) in enumerate(zip(sheet.rows, how.heights, strict=True), sheet.head + 1):
        rows.append(_high(place, height, _ruled(place, cells, how, wide, (_RULED, _KEPT))))
    below = sheet.head + len(sheet.rows) + 1
    return rows + [_high(n, _HIGH[1], (_text(f"A{n}", text, _FOOT),)) for n, text in enumerate(how.below, below)]


def _high(number: int, height: float, cells: Iterable[str]) -> str:
    return fill("xlsx/high-row", row=number, height=height, cells="".join(cells))


def _text(at: str, value: str, style: int) -> str:
    return fill("xlsx/text", at=at, style=style, text=value[:LONGEST])


def _ruled(number: int, values: Sequence[Value], how: Print, wide: int, styles: tuple[int, int]) -> Iterator[str]:
    for place in range(1, wide + 1):
        value = values[place - 1] if place <= len(values) else None
        at, style = f"{get_column_letter(place)}{number}", styles[place > how.columns]
        if value is None or value == "":
            yield fill("xlsx/blank", at=at, style=style)
        elif isinstance(value, str):
            yield _text(at, value, style)
        else:
            yield fill("xlsx/number", at=at, style=style, value=value)


def _row(number: int, values: Iterable[Value], style: int, height: float | None = None) -> str:
    cells = "".join(
        _cell(f"{get_column_letter(place)}{number}", value, style)
        for place, value in enumerate(values, 1)
        if value is not None and value != ""
    )
    if height is not None:
        return _high(number, height, (cells,))
    return fill("xlsx/row", row=number, cells=cells)


def _cell(at: str, value: Value, style: int) -> str:
    if isinstance(value, str):
        return _text(at, value, style)
    return fill("xlsx/number", at=at, style=0, value=value)
