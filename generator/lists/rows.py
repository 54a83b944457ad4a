"""Records as rows of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.kinds import Record
from generator.library import Library
from generator.lists.layout import Column, Data, Layout, dig


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        cells: a text for each column.
        starts: how deep the part lies that begins with it: 0 where it is a record, 1 where it is a part of its outermost list …
            Cells of columns that lie less deep go on with the cell above.
    """

    cells: tuple[str, ...]
    starts: int


def raw(record: Record) -> Data:
    """A record as its file holds it, with what the file's defaults say."""
    return dict(record._marked.value) if record._marked else {}


def rows_of(library: Library, layout: Layout, record: Record) -> Iterator[Row]:
    """The rows of a record."""
    yield from rows_of_data(library, layout, raw(record))


def rows_of_data(library: Library, layout: Layout, data: Data) -> Iterator[Row]:
    """The rows of a record as YAML holds it."""
    data = layout.unfold(data)
    for starts, chain in _parts(data, layout.levels):
        yield Row(tuple(_text(library, layout, column, chain) for column in layout.columns), starts)


def _parts(data: Data, levels: Sequence[str]) -> Iterator[tuple[int, tuple[Data, ...]]]:
    """For each row how deep it starts, and the parts that it is of, outermost first."""
    if not levels:
        yield 0, (data,)
        return
    for place, part in enumerate(data.get(levels[0]) or ({},)):
        for deep, (starts, chain) in enumerate(_parts(part, levels[1:])):
            yield (0 if not place else 1) if not deep else starts + 1, (data, *chain)


def _text(library: Library, layout: Layout, column: Column, chain: tuple[Data, ...]) -> str:
    depth = layout.depth(column)
    within = chain[depth] if depth < len(chain) else {}
    steps = column.path[depth:]
    value: Any = dig(within, steps) if steps else within
    return column.codec.write(library, column.unsaid if value is None else value)
