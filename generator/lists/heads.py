"""Where a list begins in a table, and which of its columns is which."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.lists.grid import Grid
from generator.lists.layout import Column, Layout
from generator.reading.rows import HEADER_ROWS

_BRACKETS = re.compile(r"[（(【\[].*?[）)】\]]")
_ASIDE = re.compile(r"[\s*＊·:：/、，,]")
#: What offices add to the name of a column: 具体责任事项, 责任事项内容.
_ADDED = re.compile("^(?:具体|主要|本单位|单位|涉及的?|相关|有关)|(?:的?具体内容|内容|情况|明细|描述|说明|栏)$")
#: Headers of columns of the units that lead or help, which stand below 责任单位.
PARTS = frozenset(
    f"{word}{whom}"
    for word in ("牵头", "主责", "主办", "配合", "协办", "协助", "参与", "协同")
    for whom in ("", "单位", "部门", "责任单位", "责任部门")
)
#: How many rows a header has at most.
_ROWS = 3
#: Headers of columns that only number the rows.
NUMBERS = ("序号", "编号", "行号", "号", "No", "NO")


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a list.

    Attributes:
        first, last: numbers of its rows.
        columns: number of a column in the table → the list's.
        seen: names of all its columns as they stand.
        unknown: those of them that the list does not know.
    """

    first: int
    last: int
    columns: Mapping[int, Column]
    seen: tuple[str, ...]
    unknown: tuple[str, ...]


def plain_head(text: str) -> str:
    """A header as it is compared: without blanks, marks, and what stands in brackets."""
    return _ASIDE.sub("", _BRACKETS.sub("", text)) or _ASIDE.sub("", text)


def _bare(name: str) -> str:
    """A header without what offices add to it; as it is where nothing would be left of it."""
    return _ADDED.sub("", name) or name


def find_head(layout: Layout, grid: Grid, mapping: Mapping[str, str], fixed: Collection[str] = ()) -> Head | None:
    """The header in the first rows, of one row or of two; None where too few of its columns are the list's.

    Args:
        mapping: plain header of the table → name of the list's column, before all that the list knows.
        fixed: names of columns that the table need not have.
    """
    known = _known(layout, mapping)
    numbers = sorted(grid.rows)[:HEADER_ROWS]
    best: Head | None = None
    for first, last in [(n, n + more) for more in range(_ROWS) for n in numbers if _there(grid, n, n + more)]:
        head = _head(grid, first, last, known)
        if best is None or len(head.columns) > len(best.columns) or _goes_on(grid, best, head, known):
            best = head
    fields = {column.field for column in best.columns.values()} if best else set()
    fields |= {column.field for column in layout.columns if column.name in fixed}
    return _whole(grid, best) if best and fields.issuperset(layout.told) else None


def _whole(grid: Grid, head: Head) -> Head:
    """The header with the rows that its cells go over, whatever else stands there: 普法措施 over 形式 and 载体."""
    over = [
        (top, bottom)
        for top, left, bottom, right in grid.merges
        if top < bottom < top + _ROWS
        and bottom >= head.first
        and top <= head.last
        and not head.columns.keys().isdisjoint(range(left, right + 1))
    ]
    first = min([head.first, *(top for top, _ in over)])
    return replace(head, first=first, last=max([head.last, *(bottom for _, bottom in over)]))


def _there(grid: Grid, first: int, last: int) -> bool:
    return all(n in grid.rows for n in range(first, last + 1))


def _goes_on(grid: Grid, head: Head, longer: Head, known: Sequence[tuple[str, Column]]) -> bool:
    """Whether a header that tells as many columns goes on with another row: 责任单位 over 牵头单位 and 配合单位.

    So it is where that row holds names of columns only, and at least two of them or one beside a cell merged downward.
    """
    if (longer.first, longer.last) != (head.first, head.last + 1) or len(longer.columns) < len(head.columns):
        return False
    names = {name for name, _ in known} | PARTS
    wide = max(len(cells) for cells in grid.rows.values())
    own = [at for at in range(1, wide + 1) if grid.own(longer.last, at) and grid.text(longer.last, at)]
    below = {plain_head(grid.text(longer.last, at)) for at in own}
    down = any(grid.top(longer.last, at)[0] in range(head.first, longer.last) for at in longer.columns)
    return bool(below) and below <= names and (len(below) > 1 or down)


def likeliest(grid: Grid) -> tuple[str, ...]:
    """The cells of the row that looks most like a header, for people: the first with most different cells."""
    rows = [tuple(dict.fromkeys(filter(None, grid.rows[n]))) for n in sorted(grid.rows)[:HEADER_ROWS]]
    return max(rows, key=len, default=())


def known_heads(layout: Layout, mapping: Mapping[str, str]) -> frozenset[str]:
    """Plain headers that the list knows."""
    return frozenset(name for name, _ in _known(layout, mapping))


def _known(layout: Layout, mapping: Mapping[str, str]) -> list[tuple[str, Column]]:
    """Plain headers with the column that each may be, the surest first: what a mapping says, own names, other names column by column."""
    named = {column.name: column for column in layout.columns}
    return [
        *((head, named[name]) for head, name in mapping.items() if name in named),
        *((plain_head(column.name), column) for column in layout.columns),
        *((plain_head(name), column) for column in layout.columns for name in column.also),
    ]


def _head(grid: Grid, first: int, last: int, known: Sequence[tuple[str, Column]]) -> Head:
    wide = max(len(grid.rows[n]) for n in range(first, last + 1))
    names: dict[int, tuple[str, ...]] = {}
    shown: dict[int, str] = {}
    for at in range(1, wide + 1):
        said = tuple(dict.fromkeys(text for n in range(first, last + 1) if (text := grid.text(n, at))))
        if said:
            joined = ("".join(said[n:]) for n in range(len(said) - 2, -1, -1))
            names[at] = tuple(map(plain_head, dict.fromkeys((said[-1], *joined, *said[-2::-1]))))
            shown[at] = said[-1].replace("\n", "")
    columns: dict[int, Column] = {}
    bare = {n: tuple(map(_bare, said)) for n, said in names.items()}
    for said_of in (names, bare):
        for name, column in known:
            if column.name not in {one.name for one in columns.values()}:
                at = next((n for n, said in said_of.items() if name in said and n not in columns), 0)
                columns |= {at: column} if at else {}
    unknown = [text for at, text in shown.items() if at not in columns and plain_head(text) not in NUMBERS]
    return Head(first, last, columns, tuple(shown.values()), tuple(unknown))


def read_mapping(lines: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Which header of a table is which column of the list, and what holds for every row.

    Args:
        lines: ``表里的列名 = 清单的列名``, or ``清单的列名 = “每一行的值”``; empty ones and remarks behind # are left out.

    Raises:
        ValueError: a line is neither; the message says which, in Chinese.
    """
    heads: dict[str, str] = {}
    fixed: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        bare = line.strip("\ufeff \t\r\n")
        if not bare or bare.startswith("#"):
            continue
        parts: Sequence[str] = re.split(r"\s*(?:=|＝|→|->|\t|,|，)\s*", bare, maxsplit=1)
        if len(parts) != 2 or not all(parts):
            raise ValueError(f"第 {number} 行“{bare[:30]}”不是“表里的列名 = 清单的列名”")
        left, right = parts
        if quoted := re.fullmatch(r"[“\"'‘](.+)[”\"'’]", right):
            fixed[left] = quoted[1]
        else:
            heads[plain_head(left)] = right
    return heads, fixed
