"""What offices say of many rows at once: headings between rows for 单位, 类别 or the law, the line above a table, the title of a sheet.

Such a table becomes one in which every row says it in a column of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.library import Library
from generator.lists.grid import Grid
from generator.lists.heads import Head, find_head
from generator.lists.layout import Cell, Column, Layout
from generator.lists.naming import names, plain_name

#: The number before a heading, and the count behind it: 一、行政许可（共5项）.
_NUMBER = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十]+\s*(?:部分)?\s*[、．.：:\s]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[、．.])\s*"
)
_COUNT = re.compile(r"\s*[（(]\s*(?:共|计|合计)?\s*\d+\s*[项条个类件]\s*[）)]\s*$|\s*[:：]\s*$")
_ORDINAL = re.compile(r"[（(]?(?:[一二三四五六七八九十]+|\d+)[）)]?[、．.]?")


def may_head(column: Column) -> bool:
    """Whether the values of a column may stand in headings: the unit, the sort of a power, the law of the articles below."""
    return column.filled and (column.needed or column.field == "law")


def means(library: Library, column: Column, text: str) -> bool:
    """Whether a cell of the column may say so; nothing is told of it."""
    if column.field == "law":
        return bool(names(library, "regulation").get(plain_name(text)))
    wrong: list[str] = []
    cell = Cell(library, Grid("", "", {}).whole, column.name, lambda code, message, hint: wrong.append(message))
    return column.codec.read(cell, text) is not None and not wrong


def lacking(layout: Layout, head: Head | None, fixed: Sequence[str]) -> list[Column]:
    """The columns of a list that neither a header nor a mapping file gives."""
    there = {column.name for column in head.columns.values()} if head else set()
    return [column for column in layout.columns if column.name not in there and column.name not in fixed]


def with_headings(
    library: Library, layout: Layout, grid: Grid, heads: Mapping[str, str], fixed: Sequence[str]
) -> tuple[Grid, Head] | None:
    """The table with columns more, of what headings between its rows say: 一、生态环境分局 over the rows of that unit."""
    may = [column for column in layout.columns if may_head(column) and column.name not in fixed]
    head = find_head(layout, grid, heads, (*fixed, *(column.name for column in may)))
    if head is None:
        return None
    missing = [column for column in may if column in lacking(layout, head, fixed)]
    headings = dict(_headings(grid, head))
    found: dict[int, tuple[Column, str]] = {}
    for row, text in headings.items():
        if column := next((one for one in missing if means(library, one, text)), None):
            found[row] = column, text
    below = [row for row in sorted(grid.rows) if row > head.last and row not in headings]
    given = [column for column in missing if any(one is column for one, _ in found.values())]
    if not below or not given or min(found) > below[0]:
        return None
    if find_head(layout, grid, heads, (*fixed, *(column.name for column in given))) is None:
        return None
    return _widened(grid, head, given, found)


def with_caption(
    library: Library, layout: Layout, grid: Grid, heads: Mapping[str, str], fixed: Sequence[str]
) -> tuple[Grid, Head] | None:
    """The table with columns more, of what its sheet or what stands above it says of all its rows: 责任单位：生态环境分局."""
    may = [column for column in layout.columns if column.filled and column.needed and column.name not in fixed]
    head = find_head(layout, grid, heads, (*fixed, *(column.name for column in may)))
    if head is None:
        return None
    missing = [column for column in may if column in lacking(layout, head, fixed)]
    above = [
        (row, at, text) for row in sorted(grid.rows) if row < head.first for at, text in enumerate(grid.rows[row], 1)
    ]
    said = [(row, at, part) for row, at, text in above for part in _said_above(layout, text)]
    said += [(head.first, 1, part) for text in reversed(grid.above) for part in _said_above(layout, text)]
    said += [(head.first, 1, part) for part in _said_above(layout, grid.title)]
    found = {
        column.name: next(((row, at, part) for row, at, part in said if part and means(library, column, part)), None)
        for column in missing
    }
    given = [column for column in missing if found[column.name]]
    if not given or find_head(layout, grid, heads, (*fixed, *(column.name for column in given))) is None:
        return None
    first = max(map(len, grid.rows.values())) + 1
    rows, stood = dict(grid.rows), dict(grid.stood)
    for n, column in enumerate(given, first):
        row, at, part = found[column.name] or (0, 0, "")
        for number in [one for one in rows if one > head.last and sum(map(bool, rows[one])) > 1]:
            rows[number] += (*[""] * (n - 1 - len(rows[number])), part)
            stood[number, n] = row, at
    columns = {first + n: column for n, column in enumerate(given)}
    return replace(grid, rows=rows, stood=stood), replace(head, columns={**head.columns, **columns})


def _said_above(layout: Layout, text: str) -> Iterator[str]:
    """What a line above a table, or the title of its sheet, may name: all of it, it behind its label, it before the list's name."""
    bare = re.sub(r"\s", "", text)
    yield bare
    yield re.sub("^[^：:]{0,8}[：:]", "", bare)
    yield _COUNT.sub("", _NUMBER.sub("", text)).strip()
    for name in (layout.title, *layout.also):
        yield _NUMBER.sub("", bare).partition(name)[0]


def _headings(grid: Grid, head: Head) -> Iterator[tuple[int, str]]:
    """Rows that say one thing, below the header: their number, and it without its own number and count."""
    for row in sorted(grid.rows):
        said = [text for text in dict.fromkeys(grid.rows[row]) if text]
        if len(said) == 2 and _ORDINAL.fullmatch(said[0]):
            said = said[1:]
        if row > head.last and len(said) == 1:
            yield row, _COUNT.sub("", _NUMBER.sub("", said[0])).strip()


def _widened(
    grid: Grid, head: Head, given: Sequence[Column], found: Mapping[int, tuple[Column, str]]
) -> tuple[Grid, Head]:
    first = max(map(len, grid.rows.values())) + 1
    rows: dict[int, tuple[str, ...]] = {}
    stood: dict[tuple[int, int], tuple[int, int]] = {}
    current: dict[str, tuple[str, int]] = {}
    for row in sorted(grid.rows):
        if row in found:
            column, text = found[row]
            current[column.name] = text, row
            continue
        rows[row] = grid.rows[row]
        if current:
            told = [current.get(column.name, ("", row)) for column in given]
            rows[row] += (*[""] * (first - 1 - len(rows[row])), *(text for text, _ in told))
            stood |= {(row, first + n): (begun, 1) for n, (_, begun) in enumerate(told)}
    columns = {first + n: column for n, column in enumerate(given)}
    return replace(grid, rows=rows, stood=stood), replace(head, columns={**head.columns, **columns})
