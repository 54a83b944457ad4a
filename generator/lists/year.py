"""The plan of a year as a workbook: the plan, a sheet to enter what was held, and how."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from generator.exports.workbook import Print, Sheet, Value, workbook
from generator.kinds.held_activity import HeldActivity
from generator.legal.days import day_written
from generator.library import Library
from generator.library.plan import STATES, held_in, plan
from generator.lists.layout import Column
from generator.lists.layouts.activities import LAYOUT
from generator.lists.paging import heights

_MONTHS = tuple(range(1, 13))
_PLAN = ("单位", "普法责任", "活动", "对象", *(f"{n}月" for n in _MONTHS), "全年", "已办", "人次", "状态", "示例")
_WIDTHS = (22, 26, 34, 20, *(5,) * 13, 6, 8, 10, 6)
#: Columns of the list that the sheet of the log has, in its order.
_COLUMNS = tuple(
    LAYOUT.column(field)
    for field in ("id", "duty", "title", "held_on", "where", "audience", "people", "materials", "photos", "sample")
)
LOG = tuple(column.name for column in _COLUMNS)
_SAYS = (
    ("普法计划", "照普法责任清单排的：1 是这个月要办；办过的照“活动记录”销项。"),
    ("活动记录", "办一次写一行，存好以后用 pufa import xlsx 普法活动记录 读回来。"),
    ("编号", "已经有的不要改；新的一行留空。"),
    ("普法责任", "写普法责任的名称，见“普法计划”。"),
    ("活动", "与计划里的同名，就算办了那一项。"),
    ("日期", "写成 2026-06-05 或 2026年6月5日。"),
    ("人数", "只写数字。"),
    ("材料、照片", "几样用顿号分开；照片写文件名，照片由本单位存着。"),
)


def plan_workbook(library: Library, year: int) -> bytes:
    """The workbook of a year; the log's sheet holds what is known of it."""
    return workbook(
        [
            _to_print(library, f"{year}年普法计划", list(_plan(library, year))),
            Sheet("活动记录", LOG, list(_log(library, year)), (16, 26, 30, 14, 18, 18, 8, 24, 24, 6), filled=True),
            Sheet("说明", ("栏目", "写法"), _SAYS, (14, 70), filtered=False, filled=True),
        ],
        library.as_of,
    )


def _to_print(library: Library, title: str, rows: Sequence[tuple[Value, ...]]) -> Sheet:
    """The plan as it is hung up: on A3 across, its title above, its header on each page."""
    ends = get_column_letter(len(_PLAN))
    under = f"制表单位：{library.site.body}　　　　{day_written(library.as_of)}"
    how = Print(
        len(_PLAN),
        (f"A1:{ends}1", f"A2:{ends}2"),
        heights=heights(rows, _WIDTHS, set(), range(len(_PLAN))),
        large=True,
    )
    return Sheet(title, _PLAN, rows, _WIDTHS, above=((title,), (under,)), filtered=False, printed=how)


def _plan(library: Library, year: int) -> Iterator[tuple[Value, ...]]:
    for line in plan(library, year):
        months = tuple(1 if month in line.months else None for month in _MONTHS)
        yield (
            *(line.unit.name, line.duty.title, line.title, line.audience),
            *(*months, None if line.months else 1),
            *(len(line.days), line.people, STATES[line.state], "示例" if line.duty.sample else ""),
        )


def _log(library: Library, year: int) -> Iterator[tuple[Value, ...]]:
    for one in held_in(library, year):
        yield tuple(_cell(library, one, column) for column in _COLUMNS)


def _cell(library: Library, one: HeldActivity, column: Column) -> Value:
    value = getattr(one, column.field)
    return value if isinstance(value, int) and not isinstance(value, bool) else column.codec.write(library, value)
