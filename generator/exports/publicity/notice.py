"""普法提示: to each unit with duties past due, a draft of the reminder that the law has the justice bureau give."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.exports.papers.document import Block, Document, Para, plain
from generator.legal.days import day_written
from generator.legal.numerals import format_number
from generator.library import Library
from generator.library.plan import Planned, plan


def notices(library: Library, year: int) -> dict[str, Document]:
    """Unit's id → the draft, for each unit with a line of the year's plan past due."""
    late = [line for line in plan(library, year) if line.state == "overdue"]
    grouped = groupby(late, key=lambda line: line.unit.id)
    return {id: _notice(library, year, list(lines)) for id, lines in grouped}


def _notice(library: Library, year: int, lines: Sequence[Planned]) -> Document:
    return Document("普法提示", "普法提示（草稿）　", tuple(_blocks(library, year, lines)), "letter")


def _blocks(library: Library, year: int, lines: Sequence[Planned]) -> Iterator[Block]:
    unit = lines[0].unit
    sample = any(line.duty.sample for line in lines) or unit.sample
    yield Para("公文标题", plain(f"普法提示（草稿{'，示例' if sample else ''}）"), keep=True)
    yield Para("公文主送", plain(f"{unit.name}："))
    day = day_written(library.as_of)
    yield Para(
        "公文正文", plain(f"按普法责任清单核对，到{day}，你单位{year}年有 {len(lines)} 项普法活动到期没有开展记录：")
    )
    for place, line in enumerate(lines, 1):
        yield Para("公文正文", plain(f"{format_number(place)}、{_told(line)}"))
    basis = library.provisions("reminder")
    by = f"依据{library.cite(basis[0])}，" if basis else ""
    yield Para(
        "公文正文", plain(f"{by}特此提示。请说明原因、定出补办的时间，并把改进情况反馈我单位；已经办过的，补报记录。")
    )
    yield Para("公文落款", plain("（发出提示的司法行政部门）"), keep=True)
    yield Para("公文落款", plain(day))


def _told(line: Planned) -> str:
    """What should have been held by the day; months that are still to come are no matter of a reminder."""
    over = sorted(line.months)[: line.due]
    when = f"{'、'.join(map(str, over))}月" if over else "年内"
    done = f"，已办 {len(line.days)} 次" if line.days else ""
    laws = f"（{line.duty.title}）" if line.title != line.duty.title else ""
    return f"{line.title}{laws}，对象是{line.audience}，应在{when}办 {line.due} 次{done}。"
