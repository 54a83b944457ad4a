"""A list that names the units across, one a column, and ticks in each row whose business it is: made into one with a unit a row."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.library import Library
from generator.lists.grid import Grid
from generator.lists.groups import units_meant
from generator.lists.headings import means
from generator.lists.heads import find_head
from generator.lists.layout import Column, Layout
from generator.lists.naming import Named
from generator.reading.rows import HEADER_ROWS

TICKS = frozenset("√✓✔☑") | {"是", "1", "有"}
#: Signs that mean what the table says they mean.
_SIGNS = "★☆●○◎▲△■□◆◇▼▽＊*"
_ROLE = "牵头|主责|主办|负责|主管|配合|协办|协助|参与"
_ROLES = re.compile(rf"(?:{_ROLE})(?:单位|部门|责任)?")
#: ●牵头, ○为配合单位, △：配合; 牵头单位用★.
_LEGEND = (
    re.compile(rf"(?P<sign>[{_SIGNS}√✓✔])[”’\"）)]?\s*(?:为|是|表示|代表|指|即|[:：=—-]+)?\s*(?P<role>{_ROLE})"),
    re.compile(rf"(?P<role>{_ROLE})(?:单位|部门|责任)?\s*(?:用|以|标|打|[:：])+\s*[“‘\"（(]?(?P<sign>[{_SIGNS}√✓✔])"),
)
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|累计")
#: Units across, at least.
_LEAST = 2


@dataclass(slots=True)
class _Made:
    """The table while it is written anew."""

    rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    of: dict[int, int] = field(default_factory=dict)  # new row → the old one
    stood: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    faults: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)


def units_down(library: Library, layout: Layout, grid: Grid, heads: Mapping[str, str], fixed: Collection[str]) -> Grid:
    """The table with a row for each unit that a row ticks; as it is where no units stand across, or a column names one already."""
    unit = next((one for one in layout.columns if one.field == layout.unit and isinstance(one.codec, Named)), None)
    role = next((one for one in layout.columns if one.field == "role"), None)
    if unit is None:
        return grid
    for head in sorted(grid.rows)[:HEADER_ROWS]:
        across = dict(_across(library, unit, grid, head))
        ticked = any(_ticked(grid, row, head, at) for row in grid.rows if row > head for at in across)
        if len(across) >= _LEAST and ticked:
            named = find_head(layout, grid, heads, fixed)
            own = named and any(column is unit and at not in across for at, column in named.columns.items())
            return grid if own else _rewritten(grid, head, across, unit, role)
    return grid


def _across(library: Library, unit: Column, grid: Grid, head: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Columns that name a unit, or several, in this row and hold only signs below it."""
    wide = max(map(len, grid.rows.values()))
    below = [row for row in grid.rows if row > head]
    for at in range(1, wide + 1):
        name = grid.text(head, at)
        if not name or grid.top(head, at)[1] != at or not below:
            continue
        signs = [grid.text(row, at) for row in below if _told(grid, row, head, at)]
        units = (name,) if means(library, unit, name) else tuple(units_meant(library, name))
        if units and all(not text or _is_sign(text) for text in signs):
            yield at, units


def _told(grid: Grid, row: int, head: int, at: int) -> bool:
    """Whether the cell may be a sign: its row is no sum, no note and not the header again."""
    cells = [text for text in grid.rows[row] if text]
    return (
        len(dict.fromkeys(cells)) > 1
        and not _TOTAL.match(cells[0])
        and grid.top(row, at)[1] == at
        and grid.text(row, at) != grid.text(head, at)
    )


def _is_sign(text: str) -> bool:
    return text in TICKS or (len(text) == 1 and text in _SIGNS) or bool(_ROLES.fullmatch(text.strip("（）()")))


def _rewritten(grid: Grid, head: int, across: Mapping[int, Sequence[str]], unit: Column, role: Column | None) -> Grid:
    wide = max(map(len, grid.rows.values()))
    legend = _legend(grid, across)
    mixed = len({grid.text(row, at) for row in grid.rows if row > head for at in across} - {""}) > 1
    made, number = _Made(), 0
    for row in sorted(grid.rows):
        number = max(number + 1, row)
        if row <= head:
            cells = [text if at not in across else "" for at, text in enumerate(grid.rows[row], 1)]
            names = (unit.name, role.name if role else "") if row == head else ("", "")
            _put(made, number, row, (*cells, *[""] * (wide - len(cells)), *names))
            continue
        told = [(at, name) for at, units in across.items() if _ticked(grid, row, head, at) for name in units]
        if not told:
            _put(made, number, row, grid.rows[row])
            if _told(grid, row, head, min(across)):
                made.faults[number, wide + 1] = ("没有给哪个单位打√", "在负责的单位那一列打√。")
                made.stood[number, wide + 1] = (row, min(across))
            continue
        for n, (at, name) in enumerate(told):
            number += n > 0
            sign = grid.text(row, at).strip("（）()")
            said = sign if _ROLES.fullmatch(sign) else legend.get(sign, "")
            cells = [grid.text(row, n) if n not in across else "" for n in range(1, wide + 1)]
            _put(made, number, row, (*cells, name, said if role else ""))
            made.stood |= {(number, wide + 1): (row, at), (number, wide + 2): (row, at)}
            if role and mixed and not said and sign not in TICKS:
                fault = (f"“{sign}”是牵头还是配合，表里没有说明", "在注里写明，如“●牵头 ○配合”。")
                made.faults[number, wide + 2] = fault
    return _merged(grid, made, across)


def _put(made: _Made, number: int, row: int, cells: tuple[str, ...]) -> None:
    made.rows[number], made.of[number] = cells, row
    made.stood |= {(number, at): (row, at) for at in range(1, len(cells) + 1)}


def _ticked(grid: Grid, row: int, head: int, at: int) -> bool:
    return _told(grid, row, head, at) and bool(grid.text(row, at))


def _legend(grid: Grid, across: Mapping[int, Sequence[str]]) -> dict[str, str]:
    """What the table says that its signs mean."""
    others = [text for cells in grid.rows.values() for at, text in enumerate(cells, 1) if at not in across]
    for form in _LEGEND:
        if said := {found["sign"]: found["role"] for text in others for found in form.finditer(text)}:
            return said
    return {}


def _merged(grid: Grid, made: _Made, across: Mapping[int, Sequence[str]]) -> Grid:
    """The table with its merged cells where their rows are now, without those over the units."""
    first = {old: new for new, old in reversed(made.of.items())}
    last = {old: new for new, old in made.of.items()}
    merges = []
    for top, left, bottom, right in grid.merges:
        rows = [row for row in range(top, bottom + 1) if row in first]
        if rows and left not in across:
            merges.append((first[rows[0]], left, last[rows[-1]], right))
    faults = {(new, n): told for new, old in made.of.items() for (row, n), told in grid.faults.items() if row == old}
    return replace(grid, rows=made.rows, merges=tuple(merges), stood=made.stood, faults={**faults, **made.faults})
