"""A leaflet of two pages: groups of points in large type, whom to ask, and the way to its page; and how it is fitted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.exports.papers.document import Block, Code, Document, NewPage, Para, Run, plain
from generator.exports.papers.measure import printed
from generator.legal.days import day_written
from generator.library import Library

#: Points of the height of two pages that text may take by estimate; the rest is for what estimates miss.
ROOM = 2 * 757 * 0.93
#: What is estimated lower than this may end on the first page: then a page begins between two groups.
_ONE_PAGE = 757 * 1.2
#: Style → points of a line's height, of the space around a paragraph, and half characters that a line holds.
_SIZES = {
    "宣传单标题": (34, 3, 40),
    "宣传单副标题": (18, 2, 82),
    "宣传单小标题": (26, 13, 54),
    "宣传单要点": (22, 5, 58),
    "宣传单说明": (18, 0, 72),
}
_LEAST_CODE = 95.0  # points of a QR code and the space about it
_WIDEST = 0.8  # of a line, for what stands beside the code


@dataclass(frozen=True, slots=True)
class Bullet:
    """What to know or to do, and lines below it; what is ``strong`` in them stands between double asterisks."""

    what: str
    lines: tuple[tuple[Run, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Points under a heading.

    Attributes:
        title: the heading.
        points: the weightiest first.
        most: how many are shown at most.
        least: how many are shown whatever else has to go.
        mark: stands before each point: □ where it can be ticked.
        more: how many there are beyond ``points``.
        unit: what they are counted by: 件, 条.
    """

    title: str
    points: tuple[Bullet, ...]
    most: int
    least: int = 1
    mark: str = "□"
    more: int = 0
    unit: str = "件"


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that a leaflet says.

    Attributes:
        title, under: the heading, and the line below it.
        groups: in the order in which they stand.
        ask: whom to ask: a name with what it answers for, one a line.
        path: of its page below the site's root.
    """

    title: str
    under: str
    groups: tuple[Group, ...]
    ask: tuple[str, ...]
    path: str


def document_of(library: Library, leaflet: Leaflet) -> Document:
    """The leaflet as blocks, with as many points as two pages hold."""
    tail = tuple(_tail(library, leaflet))
    head = (Para("宣传单标题", plain(leaflet.title), keep=True), Para("宣传单副标题", plain(leaflet.under)))
    room = ROOM - sum(map(_height, (*head, *tail)))
    groups = [tuple(_group(group)) for group in fitted(leaflet.groups, room)]
    parts: list[Sequence[Block]] = [head, *groups, tail]
    foot = f"{library.site.body}　按{day_written(library.as_of)}的法律　"
    return Document(leaflet.title, foot, tuple(_on_two_pages(parts)), "leaflet")


def _on_two_pages(parts: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """The head, the groups and what ends a leaflet; where one page would hold them all, on two of about the same height."""
    heights = [sum(map(_height, part)) for part in parts]
    places = range(2, len(parts)) if sum(heights) < _ONE_PAGE else ()  # never the title alone
    turn = min(places, key=lambda place: max(sum(heights[:place]), sum(heights[place:])), default=0)
    for place, part in enumerate(parts):
        if place and place == turn:
            yield NewPage()
        yield from part


def fitted(groups: Sequence[Group], room: float) -> tuple[Group, ...]:
    """The groups with as many points as fit into ``room``: one more of each in turn, as long as there is place.

    Args:
        room: in points of height.
    """
    counts = [min(group.least, group.most, len(group.points)) for group in groups]
    used = sum(_heights(group, count) for group, count in zip(groups, counts, strict=True))
    grown = True
    while grown:
        grown = False
        for place, group in enumerate(groups):
            if counts[place] == min(group.most, len(group.points)):
                continue
            more = _heights(group, counts[place] + 1) - _heights(group, counts[place])
            if used + more <= room:
                counts[place], used, grown = counts[place] + 1, used + more, True
    return tuple(
        replace(group, points=group.points[:count], more=group.more + len(group.points) - count)
        for group, count in zip(groups, counts, strict=True)
        if count
    )


def _heights(group: Group, count: int) -> float:
    return sum(map(_height, _group(replace(group, points=group.points[:count])))) if count else 0.0


def _group(group: Group) -> Iterator[Block]:
    more = f"（另有 {group.more} {group.unit}，见网页）" if group.more else ""
    yield Para("宣传单小标题", (Run(group.title, True), *plain(more)) if more else (Run(group.title, True),), keep=True)
    for point in group.points:
        yield Para("宣传单要点", plain(f"{group.mark} {point.what}"), keep=bool(point.lines))
        for place, line in enumerate(point.lines, 1):
            yield Para("宣传单说明", line, keep=place < len(point.lines))


def _tail(library: Library, leaflet: Leaflet) -> Iterator[Block]:
    site = library.site
    yield Para("宣传单小标题", (Run("问谁", True),), keep=True)
    asked = [Para("宣传单要点", plain(line), keep=True) for line in leaflet.ask]
    if site.url:
        scan = Para("宣传单说明", plain("全部内容、依据的条文：扫右边的码"), keep=True)
        yield Code(f"{site.url.rstrip('/')}/{leaflet.path}", (*asked, scan), keep=True)
    else:
        yield from asked
    yield Para("宣传单说明", plain("要点用平常话写成，办案以官方文本为准。"))


def _height(block: Block) -> float:
    if isinstance(block, Code):
        return max(_LEAST_CODE, sum(_high(one, _WIDEST) for one in block.beside))
    assert isinstance(block, Para)
    return _high(block)


def _high(para: Para, share: float = 1.0) -> float:
    line, around, across = _SIZES[para.style]
    text = "".join(run.text for run in para.runs)
    return line * max(1, -(-round(printed(text)) // int(across * share))) + around
