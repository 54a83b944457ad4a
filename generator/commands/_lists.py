"""What the commands on lists share: naming a list, and showing what one changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from generator.library import Library
from generator.lists.compare import Change
from generator.lists.imported import SORTS, ReadList
from generator.lists.layout import Layout, layout_named, titles
from generator.lists.rows import raw, rows_of_data

ListName: TypeAlias = Annotated[str, typer.Argument(metavar="清单", help="哪一种清单，如 责任清单")]
ListOut: TypeAlias = Annotated[
    Path | None, typer.Option("--out", "-o", metavar="文件", help="写到哪里，默认是清单的名称", show_default=False)
]
#: Signs before the lines of a preview.
_SIGNS = {"new": "＋", "changed": "～", "gone": "－"}


def layout_of(name: str) -> Layout:
    """The list of this name; wrong use, with the names of all, where there is none."""
    layout = layout_named(name)
    if layout is None:
        raise typer.BadParameter(f"没有“{name}”这种清单；有：{titles()}")
    return layout


def preview(library: Library, read: ReadList, remove: bool) -> Iterator[str]:
    """A line for each record that is new, changed or gone, and the count."""
    for place, unknown in read.columns:
        if unknown:
            yield f"{place}：没有用到的列：{'、'.join(unknown)}"
    for place, seen in read.unread:
        yield f"{place}：没有读，不是{read.layout.title}（{seen[:40]}）"
    for change in read.found:
        if change.sort != "same" or not change.sound:
            yield _line(library, read, change, remove)
    counts = read.counts
    said = "，".join(f"{name} {counts[sort]} 条" for sort, name in SORTS.items() if counts[sort])
    faulty = sum(not change.sound for change in read.found)
    yield (
        f"{read.layout.title}：读到 {read.records} 条"
        + (f"：{said}" if said else "")
        + (f"；其中 {faulty} 条有错" if faulty else "")
    )


def _line(library: Library, read: ReadList, change: Change, remove: bool) -> str:
    said = "、".join(_columns(library, read.layout, change))
    what = f"（{said}）" if said else ""
    faulty = "　有错，没有取" if not change.sound else ""
    kept = "　留着没有删（要删加 --remove）" if change.sort == "gone" and not remove else ""
    sign = _SIGNS.get(change.sort, "？")
    return f"{sign} {SORTS[change.sort]} {change.id} {change.name}{what}{faulty}{kept}　{change.place}"


def _columns(library: Library, layout: Layout, change: Change) -> Iterator[str]:
    """Names of the columns in which a record changes; of a field without a column its own name."""
    if not change.fields or change.old is None:
        return
    before, after = (list(rows_of_data(library, layout, data)) for data in (raw(change.old), change.data))
    told = set()
    for at, column in enumerate(layout.columns):
        fields = set(column.covers if column.field == "*" else column.path[:1]) & set(change.fields)
        if fields and [row.cells[at] for row in before] != [row.cells[at] for row in after]:
            told |= fields
            yield column.name
    yield from (name for name in change.fields if name not in told)
