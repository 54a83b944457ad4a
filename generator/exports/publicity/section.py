"""The section on teaching the law of a bureau's yearly report (法治政府建设工作报告), drafted from plan and log.

Its shape is that of content/reports: what was done point by point (一是, 二是), then what is wrong, then what comes next.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.exports.papers.document import Block, Document, Para, Table, plain
from generator.kinds.unit import Unit
from generator.legal.days import day_written
from generator.legal.numerals import format_number
from generator.library import Library
from generator.library.plan import Planned, plan

_UNITS = 3  # units named in a point
_NAMED = 5  # activities named in a sentence


def report_section(library: Library, year: int, unit: Unit | None = None) -> Document:
    """The draft for one unit, or for all of the plan."""
    lines = [line for line in plan(library, year) if unit is None or line.unit.id == unit.id]
    body = unit.name if unit else library.site.body
    title = f"{year}年法治政府建设工作报告：普法部分"
    return Document(title, f"{title}（草稿）　", tuple(_blocks(library, year, body, lines)), "letter")


def figures(lines: Iterable[Planned]) -> dict[str, int]:
    """What the report counts, by name."""
    lines = list(lines)
    held = [one for line in lines for one in line.held]
    return {
        "计划活动（次）": sum(line.times for line in lines),
        "已办活动（次）": sum(len(line.days) for line in lines),
        "覆盖人次": sum(one.people or 0 for one in held),
        "没有写人数的活动（次）": sum(len(line.days) for line in lines) - sum(one.people is not None for one in held),
        "使用的材料（种）": len({material for one in held for material in one.materials}),
        "逾期没有记录（项）": sum(line.state == "overdue" for line in lines),
    }


def _blocks(library: Library, year: int, body: str, lines: Sequence[Planned]) -> Iterator[Block]:
    sample = any(line.duty.sample or any(one.sample for one in line.held) for line in lines)
    yield Para(
        "公文标题",
        plain(f"{year}年法治政府建设工作报告\n普法部分（草稿{'，含示例数据' if sample else ''}）"),
        keep=True,
    )
    done = [line for line in lines if line.days]
    late = [line for line in lines if line.state == "overdue"]
    told = figures(lines)
    yield Para("公文小标题", plain("一、学法用法和“谁执法谁普法”责任制"), keep=True)
    yield Para(
        "公文正文",
        plain(
            f"{year}年，{body}按普法责任清单安排普法活动{told['计划活动（次）']}次，到{day_written(library.as_of)}已办"
            f"{told['已办活动（次）']}次，有人数记录的覆盖{told['覆盖人次']}人次。"
        ),
    )
    for place, (name, some) in enumerate(_by_duty(done).items(), 1):
        yield Para("公文正文", plain(f"{format_number(place)}是{name}。{_held(some)}"))
    yield Para("公文小标题", plain("二、存在的问题"), keep=True)
    yield from _points(
        [f"{title}{_whose(some, lines)}没有按时开展的记录" for title, some in _by_title(late).items()],
        "按计划没有逾期的活动。",
    )
    yield Para("公文小标题", plain("三、下一步措施"), keep=True)
    left = [line for line in lines if line.state in {"overdue", "open"}]
    again = dict.fromkeys(f"{'补办' if line in late else '按期办'}{line.title}" for line in left)
    yield from _points(list(again), "计划已经全部完成。")
    yield Para("公文小标题", plain("附：数据"), keep=True)
    yield Table((("数据", "数值"), *((name, str(value)) for name, value in told.items())), (3, 1), head=True, keep=True)
    yield Para("公文正文", plain("数据由普法责任清单和活动记录算出；文字是草稿，报送以前请核改。"))


def _by_title(lines: Iterable[Planned]) -> dict[str, list[Planned]]:
    """What several units have on their plans under one name is one point."""
    found: dict[str, list[Planned]] = {}
    for line in lines:
        found.setdefault(line.title, []).append(line)
    return found


def _whose(some: Sequence[Planned], lines: Sequence[Planned]) -> str:
    """The units of a point, where the report is of several."""
    if len({one.unit.id for one in lines}) < 2:
        return ""
    names = list(dict.fromkeys(one.unit.name for one in some))
    more = f"等{len(names)}个单位" if len(names) > _UNITS else ""
    return f"（{'、'.join(names[: _UNITS if more else None])}{more}）"


def _by_duty(lines: Iterable[Planned]) -> dict[str, list[Planned]]:
    found: dict[str, list[Planned]] = {}
    for line in lines:
        found.setdefault(line.duty.title + ("（示例）" if line.duty.sample else ""), []).append(line)
    return found


def _held(lines: Sequence[Planned]) -> str:
    times: Counter[str] = Counter()
    for line in lines:
        times[line.title] += len(line.days)
    named = "、".join(f"{title}{count}次" for title, count in list(times.items())[:_NAMED])
    more = "等" if len(times) > _NAMED else ""
    people = sum(line.people for line in lines)
    return f"开展{named}{more}" + (f"，覆盖{people}人次。" if people else "。")


def _points(points: Sequence[str], none: str) -> Iterator[Block]:
    if not points:
        yield Para("公文正文", plain(none))
    for place, point in enumerate(points, 1):
        yield Para("公文正文", plain(f"{format_number(place)}是{point}。"))
