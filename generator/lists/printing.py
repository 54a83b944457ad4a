"""Lists to print: as a workbook that is also kept and read back, and as a Word document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from generator.exports.docx.write import docx_of
from generator.exports.papers.document import Block, Document, Para, Table, plain
from generator.exports.workbook import Print, Sheet, Value, page_room, workbook
from generator.kinds import Record
from generator.legal.days import day_written
from generator.library import Library
from generator.library.remember import once
from generator.lists.layout import Column, Layout
from generator.lists.paging import Rows, apart, paged
from generator.lists.rows import Row, raw, rows_of

#: The first column, which numbers the records.
NUMBER = "序号"
#: What an A4 page across holds that can be read; wider lists are printed on A3.
_A4 = 165
#: Rows of a Word table that one name stands beside at most: where its pages end is not known before, and on the next the name stands again.
_TOGETHER = 10
_NUMBER_WIDE = 5


@dataclass(frozen=True)
class Printed:
    """A list in rows.

    Attributes:
        title: what stands above it.
        under: unit and day.
        columns: in the order in which they stand; those that are printed come first.
        rows: number of the record, and cells by column.
        notes: what stands below it.
    """

    title: str
    under: str
    columns: tuple[Column, ...]
    depths: tuple[int, ...]
    rows: tuple[tuple[int, Row], ...]
    notes: tuple[str, ...]


def list_xlsx(library: Library, layout: Layout, unit: str = "") -> bytes:
    """The list as a workbook.

    Args:
        unit: id of the unit whose part is wanted; all of it where empty.
    """
    return workbook((_sheet(library, layout, printed_list(library, layout, unit)),), library.as_of)


def list_docx(library: Library, layout: Layout, unit: str = "") -> bytes:
    """The printed columns of the list as a Word document, those without a word in them left out."""
    made = printed_list(library, layout, unit)
    shown = [
        at for at, column in enumerate(made.columns) if column.printed and any(row.cells[at] for _, row in made.rows)
    ]
    down = _going_on(layout, made, shown, _TOGETHER)
    head = (NUMBER, *(made.columns[at].name for at in shown))
    texts = [head, *((str(number), *(row.cells[at] for at in shown)) for number, row in made.rows)]
    rows = tuple(
        tuple("" if (place, column) in down else text for column, text in enumerate(row))
        for place, row in enumerate(texts)
    )
    widths = (_NUMBER_WIDE, *(made.columns[at].width for at in shown))
    blocks: tuple[Block, ...] = (
        Para("试卷标题", plain(made.title)),
        Para("考试说明", plain(made.under)),
        Table(rows, widths, head=True, down=frozenset(down)),
        *(Para("解析", plain(note)) for note in made.notes),
    )
    return docx_of((Document(made.title, made.title, blocks, "landscape"),), library.as_of)


#: Format → how a list is written in it.
FORMATS: Mapping[str, Callable[[Library, Layout, str], bytes]] = {"xlsx": list_xlsx, "docx": list_docx}


@once
def printed_list(library: Library, layout: Layout, unit: str = "") -> Printed:
    """The list in rows, in the order of the project's files, records of a unit together."""
    records = [one for one in library.all(layout.id) if not unit or raw(one).get(layout.unit) == unit]
    columns = (*(one for one in layout.columns if one.printed), *(one for one in layout.columns if not one.printed))
    places = [layout.columns.index(column) for column in columns]
    rows = tuple(
        (number, Row(tuple(row.cells[at] for at in places), row.starts))
        for number, record in enumerate(_together(layout, records), 1)
        for row in rows_of(library, layout, record)
    )
    named = library.get("unit", unit) if unit else None
    body = str(getattr(named, "name", unit)) if named else library.site.body
    title = library.site.responsibilities if layout.id == "responsibility" else layout.title
    return Printed(
        title,
        f"制表单位：{body}　　　　{day_written(library.as_of)}",
        columns,
        tuple(layout.depth(column) for column in columns),
        rows,
        tuple(_notes(layout, records)),
    )


def _together(layout: Layout, records: Sequence[Record]) -> list[Record]:
    """Records of a unit one after the other, units in the order in which they first come."""
    if not layout.unit:
        return list(records)
    units = list(dict.fromkeys(raw(one).get(layout.unit) for one in records))
    return sorted(records, key=lambda one: units.index(raw(one).get(layout.unit)))


def _notes(layout: Layout, records: Sequence[Record]) -> list[str]:
    notes = [layout.note] if layout.note else []
    if any(one.sample for one in records):
        notes.append("注：“示例”一栏写有“示例”的，为教学虚构，不是已经印发的内容。")
    if any(one.awaits_alignment for one in records):
        notes.append("注：“待衔接”的，来源早于现行法，适用时核对。")
    return notes


def _going_on(layout: Layout, made: Printed, shown: Sequence[int], together: int) -> set[tuple[int, int]]:
    """Row, from 1, and place, 0 for the number, of cells that go on with the one above."""
    depths = (0, *(made.depths[at] for at in shown))
    parts = {
        (place, column)
        for place, (_, row) in enumerate(made.rows, 1)
        for column, depth in enumerate(depths)
        if row.starts > depth
    }
    return parts.union(_same_above(layout, made, shown, together))


def _same_above(layout: Layout, made: Printed, shown: Sequence[int], together: int) -> list[tuple[int, int]]:
    """Row and place of cells that say again what the record above says, in columns where one name stands for several."""
    found = []
    of_unit = next((at for at, column in enumerate(made.columns) if column.field == layout.unit), 0)
    for place, at in enumerate(shown, 1):
        column = made.columns[at]
        if made.depths[at] or not (column.field == layout.unit or (layout.unit and column.filled)):
            continue
        run = 0
        for row in range(1, len(made.rows)):
            above, here = made.rows[row - 1][1].cells, made.rows[row][1].cells
            same = here[at] and here[at] == above[at] and here[of_unit] == above[of_unit] and run < together
            run = run + 1 if same else 0
            if same:
                found.append((row + 1, place))
    return found


def _starts(layout: Layout, made: Printed) -> list[int]:
    """How deep the part lies that begins with each row; -1 where it says the same as the part above, from which a page would not tell it."""
    found = []
    for place, (_, row) in enumerate(made.rows):
        named = [at for at, depth in enumerate(made.depths) if depth == row.starts and made.columns[at].needed]
        named = named or [at for at, depth in enumerate(made.depths) if depth == row.starts and made.columns[at].filled]
        told = not 0 < row.starts < len(layout.levels) or any(
            row.cells[at] != made.rows[place - 1][1].cells[at] for at in named
        )
        found.append(row.starts if told else -1)
    return found


def _sheet(library: Library, layout: Layout, made: Printed) -> Sheet:
    every = list(range(len(made.columns)))
    head = (NUMBER, *(column.name for column in made.columns))
    groups = ("", *(column.above for column in made.columns))
    over = tuple(group or name for group, name in zip(groups, head, strict=True)) if any(groups) else ()
    first = 4 if over else 3
    widths = (_NUMBER_WIDE, *(column.width for column in made.columns))
    shown = sum(column.printed for column in made.columns) + 1
    blank = [
        at + 1
        for at, column in enumerate(made.columns)
        if not column.width or (column.printed and made.rows and not any(row.cells[at] for _, row in made.rows))
    ]
    on_paper = [at for at in range(shown) if at not in blank]
    large = sum(widths[at] for at in on_paper) > _A4
    texts: list[tuple[Value, ...]] = [(number, *row.cells) for number, row in made.rows]
    down = _going_on(layout, made, every, len(texts))
    pages = paged(
        Rows(texts, _starts(layout, made), widths, down, on_paper),
        page_room([widths[at] for at in on_paper], 2 if over else 1, large),
    )
    down = apart(down, pages.begins)
    rows: list[tuple[Value, ...]] = [
        tuple(None if (place, column) in down else value for column, value in enumerate(values))
        for place, values in enumerate(texts, 1)
    ]
    ends = get_column_letter(shown)
    merges = [
        f"A1:{ends}1",
        f"A2:{ends}2",
        *_heads(groups if over else ()),
        *_runs(down, len(made.rows), len(head), first),
    ]
    below = first + len(made.rows) + 1
    merges += [f"A{below + n}:{ends}{below + n}" for n in range(len(made.notes))]
    return Sheet(
        layout.title,
        tuple(name if group or not over else None for group, name in zip(groups, head, strict=True)) if over else head,
        rows,
        widths,
        above=((made.title,), (made.under,)),
        choices=choices(library, made.columns),
        filtered=False,
        printed=Print(
            shown,
            tuple(merges),
            over,
            tuple(blank),
            made.notes,
            pages.heights,
            large,
            pages.begins,
        ),
    )


def choices(library: Library, columns: Sequence[Column]) -> dict[int, tuple[str, ...]]:
    """Place of a column, with the number before it, → what may be chosen."""
    found = {}
    for place, column in enumerate(columns, 1):
        listed = tuple(dict.fromkeys(column.codec.choices(library)))
        if listed:
            found[place] = listed
    return found


def _heads(groups: Sequence[str]) -> list[str]:
    """The header's merged cells: the name of a group is one cell, and so is a name that belongs to none."""
    found = []
    at = 0
    while at < len(groups):
        wide = 1
        while groups[at] and at + wide < len(groups) and groups[at + wide] == groups[at]:
            wide += 1
        first, last = get_column_letter(at + 1), get_column_letter(at + wide)
        if wide > 1:
            found.append(f"{first}3:{last}3")
        elif not groups[at]:
            found.append(f"{first}3:{first}4")
        at += wide
    return found


def _runs(down: set[tuple[int, int]], rows: int, columns: int, head: int) -> list[str]:
    """Cells that go on below, as Excel names them."""
    found = []
    for column in range(columns):
        start = 1
        for row in range(2, rows + 2):
            if (row, column) in down:
                continue
            if row - start > 1:
                letter = get_column_letter(column + 1)
                found.append(f"{letter}{head + start}:{letter}{head + row - 1}")
            start = row
    return found
