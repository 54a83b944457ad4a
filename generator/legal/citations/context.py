"""Where in its own numbering a text stands at any place: what 前款, 本条 and a bare 第一款 mean there."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.legal.structure import LawText, Locus, Piece


@dataclass(slots=True)
class Context:
    """The numbering of a text.

    Attributes:
        text: its structure.
    """

    text: LawText
    _pieces: dict[int, list[Piece]] = field(default_factory=dict)
    _order: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for piece in self.text.pieces:
            self._pieces.setdefault(piece.line, []).append(piece)
        self._order = [(one.number, one.suffix) for one in self.text.articles]

    def parts(self, line: int, length: int) -> Sequence[tuple[int, int, Locus | None]]:
        """The stretches of a line that are text, without the numbers of articles: start, end, and where they stand."""
        pieces = self._pieces.get(line)
        if pieces is None:
            return ((0, length, None),)
        return [(piece.start, piece.end, piece.locus) for piece in pieces if piece.end > piece.start]

    def before(self, locus: Locus, steps: int) -> tuple[int, int] | None:
        """The article ``steps`` before that of ``locus``, or None where there is none."""
        at = bisect_right(self._order, (locus.article, locus.suffix)) - 1 - steps
        return self._order[at] if at >= 0 else None
