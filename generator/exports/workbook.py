"""Workbooks (xlsx) whose bytes depend on their cells alone, and in which no text is ever taken for a formula.

openpyxl makes the shell: styles, widths, what may be chosen in a column.  Rows are fragments of text, so that the page can write
the same.  Text cells are of the format 文本, which keeps ``=``, ``+``, ``-``, ``@`` and leading zeros as they are, also when a person edits them.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.fragments import fill
from generator.keeping.package import packed, unpacked

Value = str | int | float | Decimal | None
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_DATA = re.compile(r"<sheetData>.*</sheetData>|<sheetData ?/>", re.DOTALL)
_DIMENSION = re.compile(r'<dimension ref="[^"]*" ?/>')
#: Characters that a cell of Excel holds.
LONGEST = 32_767
#: Styles of cells, by their place in the shell's list; 0 is a number's.
_HEAD, _TEXT, _NOTE = 1, 2, 3
_NO_CHOICES: Mapping[int, Sequence[str]] = MappingProxyType({})


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
        filtered: whether the header can be filtered by.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]
    above: Sequence[Sequence[Value]] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=lambda: _NO_CHOICES)
    filtered: bool = True


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The xlsx; the header of each sheet stays in view."""
    parts = _shell(sheets)
    for place, sheet in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{place}.xml"
        parts[name] = _filled(parts[name].decode(), sheet).encode()
    core = "docProps/core.xml"
    parts[core] = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", parts[core])
    return packed(parts)


def _shell(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """A workbook with everything but rows."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    styles = _styles(book)
    for sheet in sheets:
        page = book.create_sheet(_FORBIDDEN.sub("", sheet.title)[:31])
        for place, style in enumerate(styles, 1):  # the cells are dropped again; their styles stay
            page.cell(1, place).style = style
        _columns(page, sheet)
    written = io.BytesIO()
    book.save(written)
    return unpacked(written.getvalue())


def _styles(book: Workbook) -> tuple[str, ...]:
    top = Alignment(wrap_text=True, vertical="top")
    looks = (
        NamedStyle("表头", font=Font(bold=True), fill=PatternFill("solid", fgColor="E8F1ED"), alignment=top),
        NamedStyle("文本", alignment=top),
        NamedStyle("说明", font=Font(color="5F6B66"), alignment=Alignment(vertical="top")),
    )
    for look in looks:
        look.number_format = "@"
        book.add_named_style(look)
    return tuple(str(look.name) for look in looks)


def _columns(page: Worksheet, sheet: Sheet) -> None:
    head = len(sheet.above) + 1
    last = head + len(sheet.rows)
    page.freeze_panes = f"A{head + 1}"
    for place, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(place)].width = width
    if sheet.rows and sheet.filtered:
        page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.header))}{last}"
    for column, choices in sheet.choices.items():
        rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        rule.error, rule.errorTitle = f"只能填 {'、'.join(choices)}", "不在可填的值里"
        letter = get_column_letter(column + 1)
        rule.add(f"{letter}{head + 1}:{letter}{max(last, head + 1000)}")
        page.add_data_validation(rule)


def _filled(xml: str, sheet: Sheet) -> str:
    """The sheet's XML with its rows, and with what they span said truly."""
    rows = [
        *(_row(place, cells, _NOTE) for place, cells in enumerate(sheet.above, 1)),
        _row(len(sheet.above) + 1, sheet.header, _HEAD),
        *(_row(place, cells, _TEXT) for place, cells in enumerate(sheet.rows, len(sheet.above) + 2)),
    ]
    widest = max(map(len, (sheet.header, *sheet.above, *sheet.rows)))
    spans = f'<dimension ref="A1:{get_column_letter(max(widest, 1))}{len(rows)}"/>'
    xml = _DIMENSION.sub(lambda _: spans, xml, count=1)
    return _DATA.sub(lambda _: f"<sheetData>{''.join(rows)}</sheetData>", xml, count=1)


def _row(number: int, values: Iterable[Value], style: int) -> str:
    cells = "".join(
        _cell(f"{get_column_letter(place)}{number}", value, style)
        for place, value in enumerate(values, 1)
        if value is not None and value != ""
    )
    return fill("xlsx/row", row=number, cells=cells)


def _cell(at: str, value: Value, style: int) -> str:
    if isinstance(value, str):
        return fill("xlsx/text", at=at, style=style, text=value[:LONGEST])
    return fill("xlsx/number", at=at, style=0, value=value)
