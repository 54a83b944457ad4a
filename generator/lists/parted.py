"""Several tables in one sheet, below one another: each is a table of its own where its header is another one, or names another unit."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from generator.lists.grid import Grid
from generator.lists.headings import may_head
from generator.lists.heads import Head, find_head, known_heads, plain_head
from generator.lists.layout import Column, Layout

#: Names of columns in a row that may be a header, at least.
_NAMES = 2


def tables_within(layout: Layout, grid: Grid, heads: Mapping[str, str], fixed: Collection[str]) -> Iterator[Grid]:
    """The tables of a sheet, each with the lines above it.

    A header that stands again as it was, as on every page of a printout, begins no table, unless the unit stands above it and
    in no column.
    """
    may = [column.name for column in layout.columns if may_head(column)]
    head = find_head(layout, grid, heads, (*fixed, *may))
    if head is None:
        yield grid
        return
    begins = [min(grid.rows)]
    last = head
    known = known_heads(layout, heads)
    for row in sorted(row for row in grid.rows if row > head.last):
        own = [text for at, text in enumerate(grid.rows[row], 1) if grid.own(row, at)]
        if row <= last.last or sum(plain_head(text) in known for text in own) < _NAMES:
            continue
        below = find_head(layout, _from(grid, row, row + 2), heads, (*fixed, *may))
        if below is None or below.first != row or not _only_names(grid, below):
            continue
        if dict(below.columns) != dict(last.columns) or not any(one.needed for one in _units(layout, below)):
            start = _above(grid, row, last.last)
            if dict(below.columns) != dict(last.columns) or start < row:
                begins.append(start)
                last = below
    if len(begins) == 1:
        yield grid
        return
    for start, end in zip(begins, [*begins[1:], max(grid.rows) + 1], strict=True):
        yield _from(grid, start, end - 1)


def _units(layout: Layout, head: Head) -> list[Column]:
    return [column for column in head.columns.values() if column.field == layout.unit]


def _only_names(grid: Grid, head: Head) -> bool:
    """Whether the header holds more names that the list knows than others: a row of a table that says 依据 is none."""
    return len(head.columns) > 1 and len(head.columns) > len(head.unknown)


def _above(grid: Grid, row: int, last: int) -> int:
    """The first of the lines above a header that say one thing each."""
    start = row
    while start - 1 > last and (
        start - 1 not in grid.rows or len(dict.fromkeys(filter(None, grid.rows[start - 1]))) == 1
    ):
        start -= 1
    return next(n for n in range(start, row + 1) if n in grid.rows)


def _from(grid: Grid, first: int, last: int) -> Grid:
    rows = {row: cells for row, cells in grid.rows.items() if first <= row <= last}
    merges = tuple(one for one in grid.merges if first <= one[0] and one[2] <= last)
    return replace(grid, rows=rows, merges=merges)
