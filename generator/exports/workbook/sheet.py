"""What a sheet of a workbook holds, and how it is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

Value = str | int | float | Decimal | None
#: Points of the title's row, of a line of text, and of a row of the header.
HIGH = (34, 20, 30)
#: Styles of cells, by their place in the shell's list; 0 is a number's.
HEAD, TEXT, NOTE = 1, 2, 3
#: Those of a sheet to print, behind the others.
TITLE, UNDER, RULED_HEAD, RULED, KEPT_HEAD, KEPT, FOOT = range(4, 11)
_NO_CHOICES: Mapping[int, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Print:
    """How a sheet is printed: A4 across, as wide as the page, its header on each; the first row above is its title, the next stands below it.

    Attributes:
        columns: how many from the first are printed; what stands right of them is for those who keep the list.
        merges: cells that are one, as ``B4:B6``.
        over: names in a row above the header, where there is one.
        hidden: columns, from 0, that are not shown.
        below: rows below the table.
        heights: of the rows of the table, its header's last; in points.
        large: on A3, where A4 is too narrow to be read.
        pages: numbers of the rows of the table, from 1, with which a page begins.
    """

    columns: int
    merges: Sequence[str] = ()
    over: Sequence[str] = ()
    hidden: Sequence[int] = ()
    below: Sequence[str] = ()
    heights: Sequence[float] = ()
    large: bool = False
    pages: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        title: on its tab, 31 characters at most.
        header: names of the columns.
        rows: numbers stay numbers, text stays text.
        widths: of the columns, in characters.
        above: rows above the header.
        choices: column, from 0 → what may be chosen in it.
        strict: whether a column with choices holds one of them and nothing else; Excel then asks before it takes another.
        filtered: whether the header can be filtered by.
        printed: how it is printed, where it is meant to be.
        hidden: whether people don't see it.
        filled: whether people fill it in and print what they filled: across, as wide as the page, lined, its header on each.
        tucked: columns, from 0, that are folded away, of a sheet to fill.
        heights: of its rows, in points, where they are told.
    """

    title: str
    header: Sequence[str | None]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]
    above: Sequence[Sequence[Value]] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=lambda: _NO_CHOICES)
    strict: bool = False
    filtered: bool = True
    printed: Print | None = None
    hidden: bool = False
    filled: bool = False
    tucked: Sequence[int] = ()
    heights: Sequence[float] = ()

    @property
    def head(self) -> int:
        """Number of the header's last row, from 1."""
        return len(self.above) + 1 + bool(self.printed and self.printed.over)
