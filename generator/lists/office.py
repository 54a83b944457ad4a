"""Forms that offices give a list: several units in one cell, a column of those who help, ticks, a table that goes on.

Each becomes the table that the list's own columns describe, one unit a row; every cell still tells where it stood.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.library import Library
from generator.lists.grid import Grid
from generator.lists.groups import units_meant
from generator.lists.headings import lacking, may_head, means, with_caption, with_headings
from generator.lists.heads import Head, find_head, plain_head
from generator.lists.laws_apart import items_joined, laws_joined
from generator.lists.layout import Column, Layout
from generator.lists.matrix import units_down
from generator.lists.naming import Named
from generator.lists.take import MOSTLY, SAME

#: What sets units in one cell apart, and the parts that a cell gives them.
_APART = re.compile(r"[、，,；;/\n]|(?<=局)[和与及]|(?<=部门)[和与及]")
_LEADS = re.compile(r"[（(]?(?:为主|牵头|主办|主责|负责)(?:单位|部门)?[）)]?$")
_HELPS = re.compile(r"[（(]?(?:配合|协办|协助|参与)(?:单位|部门)?[）)]?$")
#: Headers of columns that are ticked, and ticks.
_ROLE = re.compile("(?:牵头|主责|主办|负责|配合|协办|协助|参与)(?:单位|部门)?")
_TICKS = frozenset({"", "√", "✓", "✔", "是", "●", "○", "▲", "△", "1"})
#: Headers of a column of the units that help.
_HELPERS = frozenset(
    f"{word}{whom}" for word in ("配合", "协办", "协助", "参与", "协同") for whom in ("单位", "部门", "责任单位", "责任部门")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """A unit in a cell: its words, its role in words (empty where none is told), and the column that it stands in."""

    words: str
    role: str
    column: int


def table_of(
    library: Library, layout: Layout, grid: Grid, heads: Mapping[str, str], fixed: Sequence[str]
) -> tuple[Grid, Head] | None:
    """The table of a list and its header, in the list's own form; None where it is no such list.

    Args:
        heads: plain header of the table → name of the list's column, as a mapping file says.
        fixed: names of columns whose values the mapping file gives.
    """
    if all(column.field != "law" for column in layout.columns):
        grid = laws_joined(grid)
    grid = items_joined(grid)
    grid = units_down(library, layout, grid, heads, fixed)
    head = find_head(layout, grid, heads, fixed)
    if head is None or any(may_head(column) for column in lacking(layout, head, fixed)):
        table = with_headings(library, layout, grid, heads, fixed) or with_caption(library, layout, grid, heads, fixed)
        grid, head = table or (grid, head)
    if head is None:
        return None
    grid, head = _ticked(layout, grid, head)
    return _one_unit_a_row(library, layout, grid, head, heads, fixed)


def goes_on(library: Library, layout: Layout, grid: Grid, before: Grid, head: Head) -> tuple[Grid, Head] | None:
    """A table without a header that goes on with the one before it, as where Word parts a list into pages; None where it doesn't.

    It has as many columns, and what the list must have stands in its first row where that table has it.
    """
    wide = max((len(cells) for cells in before.rows.values()), default=0)
    needed = {at: column for at, column in head.columns.items() if column.needed and not column.filled}
    if not grid.rows or not needed or max(map(len, grid.rows.values())) != wide:
        return None
    first = min(grid.rows)
    if not all(grid.text(first, at) and means(library, column, grid.text(first, at)) for at, column in needed.items()):
        return None
    going_on = replace(head, first=0, last=0, unknown=())
    return _one_unit_a_row(library, layout, grid, going_on, {}, ())


def _ticked(layout: Layout, grid: Grid, head: Head) -> tuple[Grid, Head]:
    """The table with a column more, where columns 牵头 and 配合 of a list without a role are ticked: the name of the ticked one."""
    role = next((column for column in layout.columns if column.field == "role"), None)
    if role is None or role in head.columns.values():
        return grid, head
    wide = max(map(len, grid.rows.values()))
    below = [row for row in grid.rows if row > head.last]
    names = {n: grid.text(head.last, n) for n in range(1, wide + 1) if n not in head.columns}
    columns = {
        n: name
        for n, name in names.items()
        if _ROLE.fullmatch(plain_head(name))
        and all(grid.text(row, n) in _TICKS for row in below)
        and any(grid.text(row, n) for row in below)
    }
    if not columns:
        return grid, head
    rows = dict(grid.rows)
    stood = dict(grid.stood)
    for row in below:
        at = next((n for n in columns if grid.text(row, n)), 0)
        rows[row] = (*grid.rows[row], *[""] * (wide - len(grid.rows[row])), columns.get(at, ""))
        stood[row, wide + 1] = (row, at or 1)
    unknown = tuple(text for text in head.unknown if text not in columns.values())
    return replace(grid, rows=rows, stood=stood), replace(
        head, columns={**head.columns, wide + 1: role}, unknown=unknown
    )


# -- several units in one cell -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Copies:
    """The rows of a table as they are written anew."""

    rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    of: dict[int, int] = field(default_factory=dict)  # new row → the old one
    stood: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def _one_unit_a_row(
    library: Library, layout: Layout, grid: Grid, head: Head, heads: Mapping[str, str], fixed: Sequence[str]
) -> tuple[Grid, Head]:
    at = next((n for n, column in head.columns.items() if column.field == layout.unit), 0)
    if not at or not layout.unit:
        return grid, head
    role = next((column for column in layout.columns if column.field == "role"), None)
    helps = _helpers(grid, head) if role and isinstance(head.columns[at].codec, Named) else 0
    said = _said(library, grid, head, at, helps)
    if not said:
        return grid, head
    wide = max(map(len, grid.rows.values()))
    roles = next((n for n, column in head.columns.items() if column is role), 0) if role else 0
    added = bool(role and not roles and any(one.role for units in said.values() for one in units))
    if added:
        roles = wide + 1
    made = _copied(grid, said, at, roles)
    columns = {n: column for n, column in head.columns.items() if n != helps}
    columns |= {roles: role} if added and role else {}
    unknown = tuple(text for text in head.unknown if not helps or plain_head(text) not in _HELPERS)
    return _anew(grid, made, frozenset(said), {at, roles}), replace(head, columns=columns, unknown=unknown)


def _said(library: Library, grid: Grid, head: Head, at: int, helps: int) -> dict[int, tuple[_Said, ...]]:
    """The units of each row that must be told anew; where most rows leave the cell blank, blanks go on with the one above."""
    below = [row for row in sorted(grid.rows) if row > head.last]
    goes_on = MOSTLY * len(below) <= 100 * sum(not grid.text(row, at) for row in below)
    found: dict[int, tuple[_Said, ...]] = {}
    above: tuple[_Said, ...] = ()
    for row in below:
        text = grid.text(row, at)
        if len(dict.fromkeys(filter(None, grid.rows[row]))) < 2:
            continue  # a heading or a note over several columns
        if (text in SAME or (not text and goes_on)) and above:
            units = above
        else:
            units = above = _units(library, grid, head, at, helps, row)
        if units:
            found[row] = units
    return found


def _helpers(grid: Grid, head: Head) -> int:
    """The column of the units that help; 0 where there is none."""
    wide = max(map(len, grid.rows.values()))
    return next(
        (n for n in range(1, wide + 1) if plain_head(grid.text(head.last, n)) in _HELPERS and n not in head.columns), 0
    )


def _units(library: Library, grid: Grid, head: Head, at: int, helps: int, row: int) -> tuple[_Said, ...]:
    """The units of a row where it must be told anew; nothing where its cell holds one, or where the row has an id."""
    ids = [n for n, column in head.columns.items() if column.field == "id"]
    if any(text and not text.isdecimal() for text in (grid.text(row, n) for n in ids)):
        return ()
    column, text = head.columns[at], grid.text(row, at)
    lead = _split(library, column, text, at)
    help_ = _split(library, column, grid.text(row, helps), helps, "配合") if helps else ()
    if not text or (len(lead) < 2 and not help_ and not (lead and lead[0].role)):
        return ()
    if help_ and lead:
        lead = tuple(replace(one, role=one.role or "牵头") for one in lead)
    return (*lead, *help_) if lead else (_Said(text, "牵头" if help_ else "", at), *help_)


def _split(library: Library, column: Column, text: str, at: int, role: str = "") -> tuple[_Said, ...]:
    """The units that a cell names; nothing where it is empty, or none of its parts is known."""
    if not text.strip() or (not role and means(library, column, text)):
        return ()
    found = []
    for part in filter(None, map(str.strip, _APART.split(text))):
        helps, leads = _HELPS.search(part), _LEADS.search(part)
        bare = _LEADS.sub("", _HELPS.sub("", part)).removeprefix("由").strip()
        told = "配合" if helps else "牵头" if leads else role
        several = () if means(library, column, bare) else units_meant(library, bare)
        found += [_Said(one, told, at) for one in several or (bare,)]
    if not role and not any(means(library, column, one.words) for one in found):
        return ()
    for place in range(len(found) - 2, -1, -1):  # 甲、乙配合: a role holds for those before it that have none
        if (
            not found[place].role
            and found[place + 1].role == "配合"
            and any(one.role == "牵头" for one in found[:place])
        ):
            found[place] = replace(found[place], role="配合")
    return tuple(found)


def _copied(grid: Grid, said: Mapping[int, Sequence[_Said]], at: int, roles: int) -> _Copies:
    """Every row once, or once for each of its units, numbered anew."""
    made, number = _Copies(), 0
    for row in sorted(grid.rows):
        number = max(number + 1, row)
        units: Sequence[_Said | None] = said.get(row) or (None,)
        for place, one in enumerate(units):
            number += place > 0
            made.of[number] = row
            made.rows[number] = grid.rows[row] if one is None else _told(grid, row, one, at, roles)
            if one is not None:
                made.stood[number, at] = grid.top(row, one.column)
                made.stood |= {(number, roles): grid.top(row, one.column)} if one.role else {}
    return made


def _told(grid: Grid, row: int, one: _Said, at: int, roles: int) -> tuple[str, ...]:
    """A row for one of its units: what stands in merged cells is told in it, so that it stands for itself."""
    wide = max(map(len, grid.rows.values()))
    cells = [grid.text(row, n) for n in range(1, max(wide, roles) + 1)]
    cells[at - 1] = one.words
    if roles and one.role:
        cells[roles - 1] = one.role
    return tuple(cells)


def _anew(grid: Grid, made: _Copies, told: frozenset[int], gone: set[int]) -> Grid:
    """The table with the rows written anew; cells merged over them are told in each."""
    number = {old: new for new, old in reversed(made.of.items())}
    last = {old: new for new, old in made.of.items()}
    merges = []
    for top, left, bottom, right in grid.merges:
        rows = [row for row in range(top, bottom + 1) if row in number]
        if rows and not (told.intersection(rows) and set(range(left, right + 1)) & gone):
            merges.append((number[rows[0]], left, last[rows[-1]], right))
    stood = {
        (new, n): grid.stood.get((old, n), (old, n))
        for new, old in made.of.items()
        for n in range(1, len(made.rows[new]) + 1)
    }
    faults = {(new, n): fault for new, old in made.of.items() for (row, n), fault in grid.faults.items() if row == old}
    return replace(grid, rows=made.rows, merges=tuple(merges), faults=faults, stood={**stood, **made.stood})
