"""How much room text takes in print, by estimate: so that options find their columns, and an item its page."""

import re

from generator.exports.papers.document import Block, Code, NewPage, Options, Para, Room, Table

#: Half characters of a line; points of a page's height, and of what heads a section.
LINE, PAGE, HEADING = 84, 734.0, 60.0
#: Points: of a line of text, of a line to write on, between paragraphs.
_TEXT, _WRITTEN, _BETWEEN = 18.0, 25.0, 4.0
_CODE = 90.0  # points that a QR code is high
#: Where Chinese meets Latin letters or figures, print sets them apart by a quarter of a character.
_MEETS = re.compile(r"(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])")


def width(text: str) -> int:
    """Width in half characters: two for what is no ASCII, one for the rest."""
    return sum(1 if ord(character) < 0x80 else 2 for character in text)


def printed(text: str) -> float:
    """The same with the space that print sets between Chinese and Latin."""
    return width(text) + len(_MEETS.findall(text)) / 2


def height(block: Block) -> float:
    """Points that a block takes."""
    match block:
        case Para(_, runs):
            return _BETWEEN + _TEXT * _lines("".join(run.text for run in runs))
        case Options(texts, columns):
            return _TEXT * (sum(map(_lines, texts)) if columns == 1 else -(-len(texts) // columns))
        case Table():
            return _TEXT * sum(map(_lines, block.over)) + sum(_row(row, block.widths) for row in block.rows)
        case Room(lines):
            return _WRITTEN * lines
        case Code(_, beside):
            return max(_CODE, sum(map(height, beside)))
        case NewPage():
            return 0.0


def _lines(text: str, across: float = LINE) -> int:
    return sum(max(1, -(-round(printed(line)) // max(1, int(across)))) for line in text.split("\n"))


def _row(cells: tuple[str, ...], widths: tuple[int, ...]) -> float:
    whole = sum(widths)
    return _TEXT * max(_lines(cell, LINE * share / whole - 1) for cell, share in zip(cells, widths, strict=True))
