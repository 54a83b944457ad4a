"""Blocks as fragments of a Word document's body."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import zip_longest

from generator.exports.docx.styles import ANSWER_LINE, OPTIONS, PLAIN_TABLE, RULED_TABLE, STRONG, TEXT
from generator.exports.fragments import fill
from generator.exports.papers.document import Block, Code, NewPage, Options, Para, Room, Run, Table

_HIGH = 450  # twips of a row to write in
_INSET = 420  # twips by which what stands below a stem is set in
_KEEP = "docx/keep"
#: Styles of what is asked, in which what is strong is a word not to be overlooked.
_ASKED = frozenset({"题干", "材料"})
_SPACE = re.compile("（(　+)）")
_CODE, _EMU, _TWIPS = 30, 36_000, 56.6929  # mm that a QR code is wide; units of a mm
_FULL = 210  # twentieths of a point: how wide a full character is


def body(blocks: Iterable[Block], styles: Mapping[str, str], wide: int = TEXT) -> str:
    """The blocks as XML.

    Args:
        styles: name of a style → its id in the document.
        wide: width of the page's text in twips.
    """
    found: list[str] = []
    before: Block | None = None
    told = tuple(blocks)
    for block, after in zip_longest(told, told[1:]):
        if isinstance(block, Table) and isinstance(after, Table) and _heads(block, after):
            before = block  # written with the table below it
            continue
        if isinstance(before, Table) and isinstance(block, Table) and _heads(before, block):
            found += [fill("docx/gap", style=styles["表格文字"]), _table(block, styles, wide, before)]
        else:
            if isinstance(block, Table) and (block.over or isinstance(before, Table)):
                found.append(fill("docx/gap", style=styles["表格文字"]))  # tables that touch would become one
            found.append(_block(block, styles, wide))
        before = block
    return "".join(found)


def _heads(block: Table, after: Table) -> bool:
    """Whether a frame without rows stands right above a table: LibreOffice keeps two tables on one page only where they are one."""
    return bool(block.over and not block.rows and after.over)


def _block(block: Block, styles: Mapping[str, str], wide: int) -> str:
    if isinstance(block, Para):
        return _paragraph(styles[block.style], _runs(block.runs, styles, block.style in _ASKED), block.keep)
    if isinstance(block, Options):
        return _options(block, styles)
    if isinstance(block, Table):
        return _table(block, styles, wide)
    if isinstance(block, Room):
        line = fill("docx/tab")
        last = block.lines - 1
        return "".join(
            _paragraph(styles[ANSWER_LINE], line, block.keep or place < last) for place in range(block.lines)
        )
    if isinstance(block, Code):
        return _code(block, styles, wide)
    assert isinstance(block, NewPage)
    return fill("docx/new-page", style=styles["表格文字"])


def _paragraph(style: str, runs: str, keep: bool) -> str:
    return fill("docx/paragraph", style=style, keep=_keep(keep), runs=runs)


@cache
def _keep(keep: bool) -> str:
    return fill(_KEEP) if keep else ""


def _runs(runs: Iterable[Run], styles: Mapping[str, str], asked: bool = False) -> str:
    """Runs; what is strong where something is ``asked`` bears dots, as in print, and is bold elsewhere."""
    found = []
    for run in runs:
        for place, line in enumerate(run.text.split("\n")):
            if place:
                found.append(fill("docx/break"))
            if run.strong and asked:
                found.append(fill("docx/strong", style=styles[STRONG], text=line))
            elif run.strong:
                found.append(fill("docx/bold", text=line))
            elif line:
                found += _spaced(line)
    return "".join(found)


def _spaced(line: str) -> Iterator[str]:
    """Text with each space for an answer, （　　）, as brackets set apart: with spaces between them a line might break there."""
    end = 0
    for place in _SPACE.finditer(line):
        yield fill("docx/run", text=line[end : place.start()])
        yield fill("docx/space", points=_FULL * len(place[1]), text="（")
        end = place.end() - 1
    yield fill("docx/run", text=line[end:])


def _options(block: Options, styles: Mapping[str, str]) -> str:
    """A line for as many options as there are columns, set apart by tabs."""
    starts = range(0, len(block.texts), block.columns)
    return "".join(
        _paragraph(
            styles[OPTIONS[block.columns]],
            fill("docx/tab").join(fill("docx/run", text=text) for text in block.texts[start : start + block.columns]),
            block.keep or start != starts[-1],
        )
        for start in starts
    )


def _table(block: Table, styles: Mapping[str, str], wide: int, above: Table | None = None) -> str:
    """The table; the frame ``above`` it becomes its first row, set apart."""
    whole, wide = sum(block.widths), wide - (_INSET if block.inset else 0)
    widths = [wide * share // whole for share in block.widths]
    last = len(block.rows) - 1
    style = styles["表格居中" if block.centred else "表格文字"]
    rows = []
    if above:
        span = fill("docx/span", columns=len(widths)) if len(widths) > 1 else ""
        rows.append(_row(above, _over(above, styles, sum(widths), len(widths)), True))
        rows.append(fill("docx/apart", width=sum(widths), span=span, style=styles["表格文字"]))
    if block.over:
        rows.append(_row(block, _over(block, styles, sum(widths), len(widths)), True))
    for place, row in enumerate(block.rows):
        keep = block.keep or (not block.head and place < last)
        cells = (
            _cell(
                _paragraph(style, _runs((Run(text),), styles), keep), width, block, merge=_merge(block, place, column)
            )
            for column, (width, text) in enumerate(zip(widths, row, strict=True))
        )
        rows.append(_row(block, "".join(cells), bool(place)))
    return fill(
        "docx/table",
        style=styles[RULED_TABLE if block.ruled else PLAIN_TABLE],
        width=sum(widths),
        side="right" if block.inset else "center",
        columns="".join(fill("docx/column", width=width) for width in widths),
        rows="".join(rows),
    )


def _row(block: Table, cells: str, plain: bool) -> str:
    """A row; one that is not ``plain`` is the first, which may be a head."""
    return fill(
        "docx/row",
        height=fill("docx/height", height=_HIGH) if block.high else "",
        head=fill("docx/head") if block.head and not plain else "",
        cells=cells,
    )


def code_id(address: str) -> str:
    """What the picture of an address is called within a document."""
    return f"code{sha256(address.encode()).hexdigest()[:12]}"


def _code(block: Code, styles: Mapping[str, str], wide: int) -> str:
    """A row of two cells: the words, and the code."""
    side = round((_CODE + 4) * _TWIPS)
    code = fill("docx/picture", id=code_id(block.address), size=_CODE * _EMU, says=f"二维码：{block.address}")
    cells = (
        (wide - side, "".join(_block(one, styles, wide) for one in block.beside)),
        (side, _paragraph(styles["表格居中"], code, block.keep)),
    )
    return fill(
        "docx/table",
        style=styles[PLAIN_TABLE],
        width=wide,
        side="center",
        columns="".join(fill("docx/column", width=width) for width, _ in cells),
        rows=fill(
            "docx/row",
            height="",
            head="",
            cells="".join(fill("docx/cell", width=width, span="", place="center", text=text) for width, text in cells),
        ),
    )


def _over(block: Table, styles: Mapping[str, str], wide: int, across: int) -> str:
    """The cell above all columns, held to the rows below it."""
    title, *lines = block.over
    keep = block.keep or bool(block.rows)
    paragraphs = [_paragraph(styles["材料标题"], _runs((Run(title),), styles), True)]
    for place, line in enumerate(lines, 1):
        paragraphs.append(_paragraph(styles["材料正文"], _runs((Run(line),), styles), keep or place < len(lines)))
    return _cell("".join(paragraphs), wide, block, across)


def _merge(block: Table, row: int, column: int) -> str:
    """Whether a cell goes on with the one above, or begins one that goes on below."""
    if (row, column) in block.down:
        return fill("docx/below", restart="")
    return fill("docx/below", restart=' w:val="restart"') if (row + 1, column) in block.down else ""


def _cell(paragraphs: str, width: int, block: Table, across: int = 1, merge: str = "") -> str:
    span = (fill("docx/span", columns=across) if across > 1 else "") + merge
    return fill("docx/cell", width=width, span=span, place="center" if block.ruled else "top", text=paragraphs)
