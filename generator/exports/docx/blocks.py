"""Blocks as fragments of a Word document's body."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.exports.docx.styles import ANSWER_LINE, OPTIONS, PLAIN_TABLE, RULED_TABLE, STRONG, TEXT
from generator.exports.fragments import fill
from generator.exports.papers.document import Block, NewPage, Options, Para, Room, Run, Table

_HIGH = 450  # twips of a row to write in
_KEEP = "docx/keep"
_SPACE = re.compile("（(　+)）")
_WIDER = 105  # twentieths of a point by which half a character is wider


def body(blocks: Iterable[Block], styles: Mapping[str, str], wide: int = TEXT) -> str:
    """The blocks as XML.

    Args:
        styles: name of a style → its id in the document.
        wide: width of the page's text in twips.
    """
    return "".join(_block(block, styles, wide) for block in blocks)


def _block(block: Block, styles: Mapping[str, str], wide: int) -> str:
    if isinstance(block, Para):
        return _paragraph(styles[block.style], _runs(block.runs, styles), block.keep)
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
    assert isinstance(block, NewPage)
    return fill("docx/new-page", style=styles["表格文字"])


def _paragraph(style: str, runs: str, keep: bool) -> str:
    return fill("docx/paragraph", style=style, keep=_keep(keep), runs=runs)


@cache
def _keep(keep: bool) -> str:
    return fill(_KEEP) if keep else ""


def _runs(runs: Iterable[Run], styles: Mapping[str, str]) -> str:
    found = []
    for run in runs:
        for place, line in enumerate(run.text.split("\n")):
            if place:
                found.append(fill("docx/break"))
            if run.strong:
                found.append(fill("docx/strong", style=styles[STRONG], text=line))
            elif line:
                found += _spaced(line)
    return "".join(found)


def _spaced(line: str) -> Iterator[str]:
    """Text with each space for an answer, （　　）, as one wide character, which no line breaks within."""
    end = 0
    for place in _SPACE.finditer(line):
        yield fill("docx/run", text=line[end : place.start() + 1])
        yield fill("docx/space", points=_WIDER * (len(place[1]) * 2 - 1))
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


def _table(block: Table, styles: Mapping[str, str], wide: int) -> str:
    whole = sum(block.widths)
    widths = [wide * share // whole for share in block.widths]
    last = len(block.rows) - 1
    rows = (
        fill(
            "docx/row",
            height=fill("docx/height", height=_HIGH) if block.high else "",
            head=fill("docx/head") if block.head and not place else "",
            cells="".join(
                fill(
                    "docx/cell",
                    width=width,
                    text=_cell(
                        text,
                        styles["表格居中" if block.centred else "表格文字"],
                        block.keep or (not block.head and place < last),
                        styles,
                    ),
                )
                for width, text in zip(widths, row, strict=True)
            ),
        )
        for place, row in enumerate(block.rows)
    )
    table = fill(
        "docx/table",
        style=styles[RULED_TABLE if block.ruled else PLAIN_TABLE],
        width=sum(widths),
        columns="".join(fill("docx/column", width=width) for width in widths),
        rows="".join(rows),
    )
    return table


def _cell(text: str, style: str, keep: bool, styles: Mapping[str, str]) -> str:
    return _paragraph(style, _runs((Run(text),), styles), keep)
