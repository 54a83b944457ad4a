"""What a written paper is made of before it is understood: lines with their places, and tables."""

from collections.abc import Sequence
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


Piece = Line | Grid
Pieces = Sequence[Piece]
