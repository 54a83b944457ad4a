"""What a list looks like: its columns, the same for what is printed and for what is read.

A column is about one field of a record, by a dotted path that may lead into nested lists (``penalties.tiers.fine``).  A record
takes as many rows as its innermost list has parts; what stands above is one merged cell.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.kinds import Kind, kind_named
from generator.library import Library
from generator.problems import Place
from generator.registry import Slot

#: A record as YAML holds it.
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is read.

    Attributes:
        library: what names in it are resolved by.
        at: where it stands.
        name: of its column.
        tell: takes code, message and hint: what is wrong with the cell.
    """

    library: Library
    at: Place
    name: str
    tell: Callable[[str, str, str], None]

    def wrong(self, message: str, hint: str, code: str = "E832") -> None:
        """Say what is wrong with it."""
        self.tell(code, message, hint)


class Codec(Protocol):
    """How the value of a field stands in a cell."""

    def write(self, library: Library, value: Any) -> str:
        """The words of a value as YAML holds it."""

    def read(self, cell: Cell, text: str) -> Any:
        """The value of words that are not empty; None where they hold none, said through ``cell``."""

    def choices(self, library: Library) -> Sequence[str]:
        """What may be chosen, where it is one of a few words."""

    def amounts(self, text: str) -> str:
        """The sums of a cell, as its column's articles must say them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: its header.
        field: dotted path of the field.
        codec: how its values are written and read.
        also: other headers under which offices have it.
        above: what stands above its header and those beside it.
        width: in characters.
        needed: a row without it is at fault.
        filled: one value may hold for the rows below it, as 单位 does; a blank below then means the same again.
        covers: the fields that a path ending in ``*`` stands for: the codec then takes and gives the part that holds them.
        sums: the field, of the same part or one above it, whose citations must hold the sums in the cell.
        unsaid: what a record means that does not say the field.
        kept: an empty cell leaves what the record holds; of other columns it takes that away.
        printed: it belongs to the list that is published; others stand beside the printed area, for those who keep the list.
        says: how to fill it in.
    """

    name: str
    field: str
    codec: Codec
    also: tuple[str, ...] = ()
    above: str = ""
    width: int = 12
    needed: bool = False
    filled: bool = False
    printed: bool = True
    kept: bool = False
    says: str = ""
    covers: tuple[str, ...] = ()
    sums: str = ""
    unsaid: Any = None

    @property
    def path(self) -> tuple[str, ...]:
        """Its field, step by step, without the ``*``."""
        return tuple(step for step in self.field.split(".") if step != "*")


def _as_it_is(data: Data) -> Data:
    return data


def _nothing(library: Library, data: Data, caption: str) -> None:
    """A list whose rows say all that a record must have."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """A list.

    Attributes:
        id: name of the kind of its records.
        title: of the list.
        also: what else it is called.
        columns: in order.
        levels: names of the nested lists that take rows of their own, outermost first.
        keys: fields by which a row without 编号 is known again.
        told: columns, by field, of which at least these must stand in a header.
        unit: field that names the unit whose list it is; empty where the list is one for all.
        note: what stands below the printed list.
        derive: fills in what a row of another office's list leaves out, given what stands above the table.
        unfold, fold: bring a record into the form of ``levels`` and back.
    """

    id: str
    title: str
    also: tuple[str, ...] = ()
    columns: tuple[Column, ...]
    levels: tuple[str, ...] = ()
    keys: tuple[str, ...]
    told: tuple[str, ...]
    unit: str = ""
    note: str = ""
    derive: Callable[[Library, Data, str], None] = field(default=_nothing, compare=False)
    unfold: Callable[[Data], Data] = field(default=_as_it_is, compare=False)
    fold: Callable[[Data], Data] = field(default=_as_it_is, compare=False)

    @property
    def kind(self) -> Kind:
        """The kind of its records."""
        return kind_named(self.id)

    def depth(self, column: Column) -> int:
        """How many of the nested lists the column's field lies in."""
        steps = column.field.split(".")[:-1]
        return sum(step == level for step, level in zip(steps, self.levels, strict=False))

    def column(self, path: str) -> Column:
        """The column of a field.  Raises StopIteration where there is none."""
        return next(column for column in self.columns if column.field == path)


#: Where lists are added.
LAYOUTS = Slot("pufa.lists", "generator.lists.layouts", "LAYOUT", Layout)


def layout_named(name: str) -> Layout | None:
    """The list with this title, other name, or kind."""
    return next((one for one in LAYOUTS.all() if name in (one.title, one.id, *one.also)), None)


def titles(layouts: Iterable[Layout] | None = None) -> str:
    """Titles of all lists, for messages."""
    return "、".join(one.title for one in layouts or LAYOUTS.all())


def dig(data: Mapping[str, Any], path: Sequence[str]) -> Any:
    """The value at a path of fields; None where a step is missing."""
    found: Any = data
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def listed(data: Mapping[str, Any], *fields: str) -> list[Any]:
    """The values of fields that hold one or a list, one after the other."""
    values: list[Any] = []
    for name in fields:
        value = data.get(name)
        values += value if isinstance(value, list) else [value] if value else []
    return values
