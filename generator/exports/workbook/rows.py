"""The rows of a sheet as fragments of text, put into its shell."""

import re
from collections.abc import Iterable, Iterator, Sequence

from openpyxl.utils import get_column_letter

from generator.exports.fragments import fill
from generator.exports.workbook.sheet import (
    FOOT,
    HEAD,
    HIGH,
    KEPT,
    KEPT_HEAD,
    NOTE,
    RULED,
    RULED_HEAD,
    TEXT,
    TITLE,
    UNDER,
    Print,
    Sheet,
    Value,
)  # fmt: skip

_DATA = re.compile(r"<sheetData>.*</sheetData>|<sheetData ?/>", re.DOTALL)
_DIMENSION = re.compile(r'<dimension ref="[^"]*" ?/>')
#: Characters that a cell of Excel holds.
LONGEST = 32_767


def filled(xml: str, sheet: Sheet) -> str:
    """The sheet's XML with its rows, and with what they span said truly."""
    if sheet.printed:
        whole = _put(xml, _print_rows(sheet, sheet.printed), len(sheet.header))
        merges = "".join(fill("xlsx/merge", cells=cells) for cells in sheet.printed.merges)
        return whole.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>", 1)
    if sheet.filled:  # what is written into an empty cell is text, its lines broken
        xml = xml.replace("<col ", f'<col style="{TEXT}" ')
    heights = [*sheet.heights, *[None] * (len(sheet.rows) - len(sheet.heights))]
    rows = [
        *(_row(place, cells, NOTE) for place, cells in enumerate(sheet.above, 1)),
        _row(len(sheet.above) + 1, sheet.header, HEAD),
        *(
            _row(place, cells, TEXT, height)
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
        _high(place, HIGH[min(place, 2) - 1], (_text(f"A{place}", str(cells[0]), TITLE if place == 1 else UNDER),))
        for place, cells in enumerate(sheet.above, 1)
    ]
    heads = [*([how.over] if how.over else []), sheet.header]
    styles = (RULED_HEAD, KEPT_HEAD)
    rows += [_high(first + n, HIGH[2], _ruled(first + n, cells, how, wide, styles)) for n, cells in enumerate(heads)]
    for place, (cells, height) in enumerate(zip(sheet.rows, how.heights, strict=True), sheet.head + 1):
        rows.append(_high(place, height, _ruled(place, cells, how, wide, (RULED, KEPT))))
    below = sheet.head + len(sheet.rows) + 1
    return rows + [_high(n, HIGH[1], (_text(f"A{n}", text, FOOT),)) for n, text in enumerate(how.below, below)]


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
