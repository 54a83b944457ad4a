"""What a written paper is made of before it is understood: lines with their places, and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and where it stands: 段3, 行11."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its place (表1) and rows of cells; every cell of a merged one has its text."""

    where: str
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[Line]:
        """Its cells as lines of text, each once, as where a table only lays out what stands in it."""
        for number, row in enumerate(self.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell.strip() and (column == 1 or cell != row[column - 2]):
                    yield Line(f"{self.where}行{number}列{column}", cell)


Piece = Line | Grid
Pieces = Sequence[Piece]

_RULED = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_MARK = re.compile(r"^\s*(?:正确|参考|标准)?答案\s*[:：]\s*$")
_COUNT = re.compile(r"^\s*[（(]\s*([1-9])\s*[)）]")
_GAP = re.compile(r"_{2,}|＿{2,}|[（(]\s*[)）]")
_NUMBERS = re.compile(r"^\s*(?:题号|序号)[\s:：]+\d")
_ANSWERS = re.compile(r"^\s*(?:正确|参考)?答案[\s:：]+\S")


def answered_below(pieces: Pieces) -> list[Piece]:
    """The pieces, in which answers of blanks that stand below 答案：, a line (1) … for each, stand behind it."""
    found: list[Piece] = []
    gaps = 0  # of the line before
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if isinstance(piece, Line) and gaps and _MARK.match(piece.text):
            told = [one for one in pieces[place : place + gaps] if isinstance(one, Line)]
            if [int(n[1]) for one in told if (n := _COUNT.match(one.text))] == list(range(1, gaps + 1)):
                piece = Line(piece.where, piece.text.rstrip() + "；".join(one.text.strip() for one in told))
                place += gaps
        found.append(piece)
        if not isinstance(piece, Line) or piece.text.strip():
            gaps = len(_GAP.findall(piece.text)) if isinstance(piece, Line) else 0
    return found


def gridded(pieces: Pieces) -> list[Piece]:
    """The pieces, in which tables that are written with strokes or with room between their cells are tables."""
    found: list[Piece] = []
    rows: list[tuple[str, ...]] = []
    begun = ""

    def close() -> None:
        if rows:
            found.append(Grid(begun, tuple(rows)))
            rows.clear()

    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        cells = _cells(piece, following, bool(rows)) if isinstance(piece, Line) else None
        if cells is None:
            close()
            found.append(piece)
        elif cells:
            begun = begun if rows else piece.where
            rows.append(cells)
    close()
    return found


def _cells(line: Line, following: Piece | None, within: bool) -> tuple[str, ...] | None:
    """The cells of a row; none of a rule between rows; None of a line that is no row."""
    if _RULED.match(line.text):
        return () if _RULE.match(line.text) else tuple(cell.strip() for cell in line.text.strip().strip("|").split("|"))
    heads = _NUMBERS.match(line.text) and isinstance(following, Line) and _ANSWERS.match(following.text)
    if heads or (within and _ANSWERS.match(line.text)):
        first, *others = re.split(r"[\s:：|]+", line.text.strip())
        return (first, *others)
    return None
