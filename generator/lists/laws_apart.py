"""Lists that have in two columns what is one: 法律依据 over 法律名称 and 条款, 职权名称 over 主项 and 子项.

The two become the one column that the list knows; a cell then tells where its article, or the part of the item, stood.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.lists.grid import Grid
from generator.lists.heads import plain_head
from generator.lists.take import NOTHING, SAME
from generator.reading.rows import HEADER_ROWS

#: What such columns are headed.
_LAW = frozenset(
    f"{what}{word}" for what in ("法律", "法规", "法律法规", "依据", "法律依据", "文件", "法律法规规章", "") for word in ("名称", "文件名称", "全称")
) | {"法律", "法规", "法律法规", "法律文件"}  # fmt: skip
_PLACE = frozenset(
    ("条款", "条文", "条款号", "条文号", "条号", "条", "条款项", "条、款、项", "具体条款", "具体条文", "条款内容", "条款序号", "所依据条款")
)  # fmt: skip
_MAIN = frozenset(f"{word}{end}" for word in ("主项", "大项") for end in ("", "名称", "事项"))
_PART = frozenset(f"{word}{end}" for word in ("子项", "小项") for end in ("", "名称", "事项"))
#: A part that is no longer than this says nothing without the whole: 延续, 变更.
_BARE = 4
#: The header of the two where no other stands above them.
_BOTH = "依据"


def laws_joined(grid: Grid) -> Grid:
    """The table with such pairs of columns as one; the same table where it has none."""
    for pair in _pairs(grid):
        grid = _joined(grid, *pair)
    return grid


def items_joined(grid: Grid) -> Grid:
    """The table with 主项 and 子项 as one column: the part where there is one, else the whole."""
    for row in sorted(grid.rows)[:HEADER_ROWS]:
        for at in range(1, len(grid.rows[row])):
            heads = plain_head(grid.text(row, at)), plain_head(grid.text(row, at + 1))
            if heads[0] in _MAIN and heads[1] in _PART:
                return _parts_named(grid, row, at)
    return grid


def _parts_named(grid: Grid, head: int, at: int) -> Grid:
    rows = {number: list(cells) for number, cells in grid.rows.items()}
    stood = dict(grid.stood)
    main = ""
    for number in sorted(rows):
        cells = rows[number]
        if number < head - 1 or len(cells) < at + 1:
            continue
        whole, part = grid.text(number, at), grid.text(number, at + 1)
        if number <= head:
            cells[at - 1], cells[at] = "名称" if number == head else "", ""
            continue
        if grid.top(number, at)[1] != at or grid.top(number, at + 1)[1] != at + 1:
            continue  # a heading or a note over several columns
        main = whole if whole and whole not in SAME else main
        if part and part not in NOTHING and part not in SAME:
            cells[at - 1] = part if len(part) > _BARE else f"{main}（{part}）"
            stood[number, at] = grid.top(number, at + 1)
        cells[at] = ""
    merges = tuple(
        one
        for one in grid.merges
        if one[2] < head - 1 or one[3] - one[1] > 1 or not {at, at + 1} & set(range(one[1], one[3] + 1))
    )
    return replace(grid, rows={number: tuple(cells) for number, cells in rows.items()}, merges=merges, stood=stood)


def _pairs(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """Header row, column of the law, and what stands above it and the next."""
    numbers = sorted(grid.rows)[:HEADER_ROWS]
    for row in numbers:
        for at in range(1, len(grid.rows[row])):
            law, place = plain_head(grid.text(row, at)), plain_head(grid.text(row, at + 1))
            if law in _LAW and place in _PLACE and grid.own(row, at) and grid.own(row, at + 1):
                above = grid.text(row - 1, at) if row - 1 in grid.rows else ""
                spans = grid.top(row - 1, at) == grid.top(row - 1, at + 1) or not grid.text(row - 1, at + 1)
                wide = grid.top(row - 1, 1) == grid.top(row - 1, at + 1)  # a title over the whole table
                yield row, at, above if above and spans and not wide else _BOTH
        if any(plain_head(text) in _PLACE for text in grid.rows[row]):
            return


def _joined(grid: Grid, head: int, at: int, name: str) -> Grid:
    rows = {number: list(cells) for number, cells in grid.rows.items()}
    stood = dict(grid.stood)
    law = ""
    for number in sorted(rows):
        cells = rows[number]
        if number < head or len(cells) < at + 1:
            continue
        said, place = grid.text(number, at), grid.text(number, at + 1)
        if number == head:
            cells[at - 1], cells[at] = name, ""
            if number - 1 in rows and grid.text(number - 1, at) == name:
                rows[number - 1][at - 1] = ""
            continue
        if grid.top(number, at)[1] != at or grid.top(number, at + 1)[1] != at + 1:
            continue  # a heading or a note over several columns
        law = said if said and said not in SAME else law
        if place and place not in SAME and law and sum(map(bool, cells)) > 1:
            cells[at - 1] = _cited(law, place)
            stood[number, at] = grid.top(number, at + 1)
        elif place:
            cells[at - 1] = place
        cells[at] = ""
    merges = tuple(one for one in grid.merges if one[2] < head - 1 or not {at, at + 1} & set(range(one[1], one[3] + 1)))
    return replace(grid, rows={number: tuple(cells) for number, cells in rows.items()}, merges=merges, stood=stood)


def _cited(law: str, place: str) -> str:
    """A law and its articles; several of each one below the other go together."""
    laws, places = law.split("\n"), place.split("\n")
    if len(laws) != len(places) or len(laws) == 1:
        laws, places = [law.replace("\n", "")], [place.replace("\n", "；")]
    return "\n".join(f"《{one.strip('《》 ')}》{_from_article(where)}" for one, where in zip(laws, places, strict=True))


def _from_article(place: str) -> str:
    bare = place.strip()
    return bare if bare.startswith("第") else f"第{bare}" if "条" in bare else f"第{bare}条"
