"""A file of a list read against the project: its records, what they change, and everything that is wrong, told at once."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.importing.base import Refused
from generator.legal.numerals import INTEGER
from generator.library import Library
from generator.lists.compare import Change, changes
from generator.lists.grid import Grid, read_grids
from generator.lists.heads import Head, find_head, likeliest, read_mapping
from generator.lists.layout import LAYOUTS, Layout
from generator.lists.office import goes_on, table_of
from generator.lists.parted import tables_within
from generator.lists.take import Draft, drafts_of
from generator.problems import Place, Problems
from generator.reading.spreadsheet import hidden_sheets

#: Headers shown of a table that is no list.
_SHOWN = 12
_CITES = re.compile(rf"第\s*{INTEGER}\s*条")
_EXPLAINS = re.compile("说明|填表|示例|样例|样表|可选|模板")
SORTS = {"new": "新增", "changed": "修改", "gone": "没有了", "same": "不变"}


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says: header of a table → the list's column, and values that hold for every row."""

    heads: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadList:
    """What files of a list hold.

    Attributes:
        layout: which list.
        found: what becomes of each record.
        columns: for each table its place and the columns that were not used.
        unread: tables that are no such list, with their likeliest header.
    """

    layout: Layout
    found: tuple[Change, ...] = ()
    columns: tuple[tuple[Place, tuple[str, ...]], ...] = ()
    unread: tuple[tuple[Place, str], ...] = ()

    @property
    def records(self) -> int:
        """How many records were read."""
        return sum(change.sort != "gone" for change in self.found)

    @property
    def counts(self) -> Counter[str]:
        """How many of each sort."""
        return Counter(change.sort for change in self.found)


def read_list(
    library: Library, layout: Layout, paths: Sequence[Path], problems: Problems, mapped: Mapped | None = None
) -> ReadList:
    """Read files of a list, and hold them against the project.

    Args:
        library: at the day for which citations must be in force.
        layout: the list that the files are.
        paths: workbooks, CSV, Word documents.
        problems: all that is wrong, each at its cell; a file that is no such list is told once.
    """
    mapped = mapped or Mapped()
    drafts: list[Draft] = []
    columns = []
    captions = []
    unread: list[tuple[Place, str]] = []
    for path in paths:
        for grid, head in _tables(library, layout, path, mapped, problems, unread):
            drafts += drafts_of(library, layout, grid, head, mapped.fixed, problems)
            columns.append((grid.whole, head.unknown))
            captions.append(_caption(grid, head))
    found = changes(library, layout, drafts, next(filter(None, captions), ""), problems)
    return ReadList(layout, tuple(found), tuple(columns), tuple(unread))


def _tables(
    library: Library,
    layout: Layout,
    path: Path,
    mapped: Mapped,
    problems: Problems,
    unread: list[tuple[Place, str]],
) -> list[tuple[Grid, Head]]:
    try:
        grids = read_grids(path)
    except Refused as refused:
        problems.error(Place(path.name), "E801", str(refused), "能读的有 xlsx、xls、csv、docx，不带宏、不加密码。")
        return []
    unread += [
        (Place(path.name, cell=title), "隐藏的工作表") for title in hidden_sheets(path) if not _EXPLAINS.search(title)
    ]
    found: list[tuple[Grid, Head]] = []
    left: list[Grid] = []
    explaining = [grid for grid in grids if _EXPLAINS.search(grid.title)]
    for some in ([grid for grid in grids if grid not in explaining], explaining):
        if found:  # a sheet that explains is a list only where nothing else is
            left += [grid for grid in some if grid.rows]
            continue
        for grid in (part for one in some for part in tables_within(layout, one, mapped.heads, tuple(mapped.fixed))):
            table = table_of(library, layout, grid, mapped.heads, tuple(mapped.fixed))
            table = table or (goes_on(library, layout, grid, *found[-1]) if found else None)
            found += [table] if table else []
            left += [] if table or not grid.rows else [grid]
    for grid in left if found else ():
        if _tells_law(grid):
            seen = _shown(likeliest(grid))
            problems.warning(
                grid.whole,
                "E831",
                f"这张表没有读：不像{layout.title}，看到的表头是 {seen}",
                "也是这份清单的，把表头改成和别的表一样；不是的，不用管。",
            )
        else:
            unread.append((grid.whole, _shown(likeliest(grid))))
    if not found:
        _strange(layout, path.name, [grid for grid in grids if grid.rows], problems)
    return found


def _strange(layout: Layout, file: str, grids: Sequence[Grid], problems: Problems) -> None:
    """Say once that a file is no such list: the headers seen, those needed, and which list it looks like."""
    if not grids:
        problems.error(Place(file), "E831", "没有表格，或者表里没有内容", f"要一张{layout.title}的表。")
        return
    grid = max(grids, key=lambda one: len(likeliest(one)))
    needed = "、".join(layout.column(field).name for field in layout.told)
    seen = likeliest(grid)
    shown = _shown(seen)
    other = next((one for one in LAYOUTS.all() if one is not layout and _is_one(one, grid)), None)
    hint = (
        f"像是{other.title}；用 pufa import xlsx {other.title} 读。"
        if other
        else "列名不同的，用 --mapping 写明哪一列是什么。"
    )
    message = f"不是{layout.title}：看到的表头是 {shown}；需要的列是 {needed}"
    problems.error(grid.whole, "E831", message, hint)


def _is_one(layout: Layout, grid: Grid) -> bool:
    """Whether a table looks like a list: one column alone may be anything."""
    head = find_head(layout, grid, {})
    return head is not None and len(head.columns) > 1


def _shown(seen: Sequence[str]) -> str:
    return "、".join(text.replace("\n", "")[:20] for text in seen[:_SHOWN])


def _tells_law(grid: Grid) -> bool:
    """Whether a table cites articles in rows of several cells, as a list does; sheets that explain how to fill one in are none."""
    if _EXPLAINS.search(grid.title):
        return False
    return any(len(set(filter(None, cells))) > 1 and any(map(_CITES.search, cells)) for cells in grid.rows.values())


def _caption(grid: Grid, head: Head) -> str:
    """What stands above the table: its name."""
    above = [cell for row in sorted(grid.rows) if row < head.first for cell in grid.rows[row] if cell]
    return above[0].replace("\n", "") if above else ""


def mapped_of(path: Path, layout: Layout) -> Mapped:
    """What a mapping file says of a list.

    Raises:
        ValueError: it can't be read as one, or names a column that the list has not; says why in Chinese.
    """
    heads, fixed = read_mapping(path.read_text(encoding="utf-8-sig").splitlines())
    names = [column.name for column in layout.columns]
    if strange := next((name for name in (*heads.values(), *fixed) if name not in names), ""):
        raise ValueError(f"{layout.title}没有“{strange}”这一列；有：{'、'.join(names)}")
    return Mapped(heads, fixed)


def told(read: ReadList, change: Change) -> dict[str, Any]:
    """A change as ``pufa import xlsx --json`` prints it."""
    names = {column.path[0]: column.name for column in read.layout.columns if column.path}
    return {
        "change": change.sort,
        "id": change.id,
        "where": str(change.place),
        "row": change.place.line or None,
        "fields": [names.get(name, name) for name in change.fields],
        "sound": change.sound,
        "record": _plain(change.data),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
