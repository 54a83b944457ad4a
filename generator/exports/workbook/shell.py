"""A workbook with everything but rows, as openpyxl writes it: styles, widths, paper, what may be chosen in a column."""

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.workbook.sheet import HIGH, Print, Sheet
from generator.keeping.package import unpacked

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
#: Margins of a page to print, in inches: at the sides, above and below.
_SIDE, _END = 0.5, 0.6
#: The font by whose digits Excel, WPS and LibreOffice measure the columns of a sheet to print, 8 pixels each; a width counts 7.
_MEASURE, _PIXELS = Font("宋体", 11), 7 / 8


def shell(sheets: Sequence[Sheet], listed: Mapping[tuple[str, ...], str]) -> dict[str, bytes]:
    """The parts of the workbook.

    Args:
        sheets: all of them, the hidden one too.
        listed: choices that a rule can't hold itself → the cells that list them.
    """
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
    room = (high - 144 * _END) / scale - heads * HIGH[2]
    return room - HIGH[0] - HIGH[1], room


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
