"""Where the pages of a printed list begin, and how high its rows are: no cell goes on over the end of a page."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from generator.exports.workbook import Value

#: Points of a line of text and around it, and of the highest row that Excel knows.
_LINE, _AROUND, _HIGHEST = 14.5, 5, 409
#: How deep a part may lie with which the next page begins, and how full a page must then be; of all that has room on it.
_FULL = ((0, 0.55), (1, 0.4))
_ANY = 9
#: What is used of a page's room: rows are as high in print as they are told, columns not always as wide.
_USED = 0.97


@dataclass(frozen=True)
class Paged:
    """The rows of a list on pages.

    Attributes:
        begins: numbers of the rows, from 1, with which a page begins, the first page left out.
        heights: of the rows, in points.
    """

    begins: tuple[int, ...]
    heights: tuple[float, ...]


@dataclass(frozen=True)
class Rows:
    """A table that is put on pages.

    Attributes:
        texts: what each cell says, also where it goes on with the one above.
        starts: for each row how deep the part lies that begins with it, 0 for a record; -1 where no page may begin with it.
        widths: of the columns, in characters.
        down: row, from 1, and column, from 0, of each cell that goes on with the one above.
        shown: the columns that are printed.
    """

    texts: Sequence[Sequence[Value]]
    starts: Sequence[int]
    widths: Sequence[int]
    down: Set[tuple[int, int]]
    shown: Sequence[int]

    def heights(self, first: int, last: int) -> tuple[float, ...]:
        """Of rows that stand on one page."""
        below = {(row - first + 1, at) for row, at in self.down if first < row <= last}
        return heights(self.texts[first - 1 : last], self.widths, below, self.shown)


def paged(table: Rows, room: tuple[float, float]) -> Paged:
    """The pages of a list: each begins with a record where that leaves none half empty, else with a part of one.

    Args:
        table: the list.
        room: points on the first page and on the others.
    """
    begins: list[int] = []
    found: list[float] = []
    first = 1
    while first <= len(table.texts):
        last = _last(table, first, _USED * room[bool(begins)])
        found += table.heights(first, last)
        first = last + 1
        begins += [first] if first <= len(table.texts) else []
    return Paged(tuple(begins), tuple(found))


def _last(table: Rows, first: int, space: float) -> int:
    """The last row of the page that begins with ``first``."""
    rows = len(table.texts)
    most = min(rows, first + int(space / (_LINE + _AROUND)))
    used = list(accumulate(table.heights(first, most)))
    ends = [end for end, sum_ in enumerate(used, first) if sum_ <= space] or [first]
    if ends[-1] == rows:
        return rows
    for depth, full in (*_FULL, (_ANY, 0)):
        for end in reversed(ends):
            begins = table.starts[end]
            if 0 <= begins <= depth and used[end - first] >= full * space and _fits(table, first, end, space):
                return end
    return ends[-1]


def _fits(table: Rows, first: int, last: int, space: float) -> bool:
    """Whether the rows fit with what is cut off where they end: a long text of few rows makes them higher."""
    return last == first or sum(table.heights(first, last)) <= space


def heights(
    rows: Sequence[Sequence[Value]], widths: Sequence[int], down: Set[tuple[int, int]], shown: Sequence[int]
) -> tuple[float, ...]:
    """Points of each row, enough for the columns shown: for a merged cell its rows together, of which the last may be higher.

    Args:
        rows, widths, down, shown: as of ``Rows``.
    """
    found: list[float] = []
    waiting: dict[int, tuple[int, float]] = {}  # column → first row and points of a cell that goes on below
    for place, row in enumerate(rows, 1):
        high = _LINE + _AROUND
        for at in shown:
            ends = place == len(rows) or (place + 1, at) not in down
            if (place, at) not in down:
                needs = _lines(str(row[at] or ""), widths[at]) * _LINE + _AROUND
                waiting[at] = (place, needs)
                high = max(high, needs) if ends else high
            elif ends:
                first, needs = waiting[at]
                high = max(high, needs - sum(found[first - 1 :]))
        found.append(min(round(high, 1), _HIGHEST))
    return tuple(found)


@cache
def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: a full character is as wide as two digits."""
    wide = max(width - 1, 2)
    return sum(max(1, -(-sum(1 if sign.isascii() else 2 for sign in line) // wide)) for line in text.split("\n"))


def apart(down: Set[tuple[int, int]], begins: Sequence[int]) -> set[tuple[int, int]]:
    """The cells that go on with the one above where no page begins with their row."""
    first = frozenset(begins)
    return {(row, at) for row, at in down if row not in first}
