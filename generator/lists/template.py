"""An empty workbook of a list to fill in, with what to write in each column and a row as an example."""

from collections.abc import Iterator

from generator.exports.workbook import Sheet, workbook
from generator.library import Library
from generator.lists.layout import Column, Layout
from generator.lists.paging import heights
from generator.lists.printing import NUMBER, choices
from generator.lists.rows import rows_of

GUIDE = "说明"
_ROOM = 200
_WIDTHS = (16, 8, 54, 40, 46)
_GENERAL = (
    ("怎么填", "一行一条；合并的单位、空着的单位都认得，“同上”也认得；合计、注、说明写在表的下面，读入时跳过。"),
    (
        "怎么读入",
        "存到项目的 inbox 文件夹，或者运行 pufa import xlsx {title} 文件名 --dry-run，先看新增、修改了哪些，再去掉 --dry-run 写入。",
    ),
    ("收起的列", "编号、出处这些维护用的列收在右边，平时不用填；要填的，选中最右一列，取消隐藏。"),
    ("哪里错了", "逐格指出，如 {title}.xlsx!{title}!C14；一次全部列出，改好再读。"),
)


def template_xlsx(library: Library, layout: Layout) -> bytes:
    """The workbook: a sheet to fill, with choices where there are few, and a sheet that says how."""
    columns = tuple(column for column in layout.columns if column.width and not column.says.endswith("自己的清单不填"))
    ordered = (*(one for one in columns if one.printed), *(one for one in columns if not one.printed))
    head = (NUMBER, *(column.name for column in ordered))
    widths = (6, *(column.width for column in ordered))
    empty = [(None,) * len(head)] * _ROOM
    sheet = Sheet(
        layout.title,
        head,
        empty,
        widths,
        choices=choices(library, ordered),
        filtered=False,
        filled=True,
        tucked=[place for place, column in enumerate(ordered, 1) if not column.printed],
    )
    told = list(_guide(library, layout, ordered))
    guide = Sheet(
        GUIDE,
        ("列", "必填", "怎么填", "可以填的", "例子"),
        told,
        _WIDTHS,
        filtered=False,
        filled=True,
        heights=heights(told, _WIDTHS, set(), range(len(_WIDTHS))),
    )
    return workbook((sheet, guide), library.as_of)


def _guide(library: Library, layout: Layout, columns: tuple[Column, ...]) -> Iterator[tuple[str, ...]]:
    first = next(iter(library.all(layout.id)), None)
    row = next(iter(rows_of(library, layout, first)), None) if first else None
    for column in columns:
        listed = "、".join(column.codec.choices(library))
        example = row.cells[layout.columns.index(column)] if row else ""
        yield column.name, "必填" if column.needed else "", column.says, listed, example
    for name, text in _GENERAL:
        yield name, "", text.format(title=layout.title), "", ""
