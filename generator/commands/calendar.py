"""pufa calendar: the days of a trade, or of a checklist as ticked, as a calendar file."""

import json
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, Strict, finish, project, record_named, today
from generator.exports.ical import ics_of
from generator.gate import content, gate
from generator.keeping import write_file
from generator.kinds.industry import Industry
from generator.library import Library, build_library
from generator.problems import Place, Problems
from generator.site.duties import guide_path
from generator.site.reminders import Checklist, days_of, read_checklist, reminders

_MOST_BYTES = 5_000_000


def run(
    industry: Annotated[str, typer.Argument(metavar="行业", help="行业的编号或者名称")],
    checklist: Annotated[
        Path | None,
        typer.Option("--checklist", metavar="文件", help="指南页上“导出清单”存下的文件：照勾的来，没做的也提醒"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="文件", help="写到哪里，默认是行业的编号加 .ics", show_default=False),
    ] = None,
    root: Root = Path("."),
    as_of: AsOf = None,
    strict: Strict = False,
) -> None:
    """Write the days of a trade."""
    problems = Problems()
    library = build_library(project(root), today(as_of), problems)
    finish(problems, strict)
    found = record_named(library, "industry", Industry, industry)
    ticked = _read(library, found, checklist, problems) if checklist else None
    finish(problems)
    days = days_of(reminders(library, found), library.as_of, ticked)
    target = out or Path(f"{found.id}.ics")
    write_file(target, ics_of(days, library.as_of, found.title))
    print(f"已写出 {target.as_posix()}，{len(days)} 个日子。再写一次、再导入，旧的会更新。")


def _read(library: Library, industry: Industry, path: Path, problems: Problems) -> Checklist | None:
    at = Place(path.as_posix())
    with gate(at, problems, "E101", "选用指南页“导出清单”存下的文件。", "清单文件读不了"):
        value = json.loads(content(path, _MOST_BYTES))
        try:
            return read_checklist(value, guide_path(library, industry).rpartition("/")[2])
        except ValueError as reason:
            problems.error(at, "E101", str(reason), "在指南页上点“导出清单”，选用存下的文件。")
    return None


COMMAND = Command(
    "calendar",
    "日历：一个行业到日子要做的事，或者照勾过的清单，写成手机和电脑日历能导入的 .ics。",
    ("pufa calendar catering", "pufa calendar catering --checklist 餐饮清单.json --out 餐饮.ics"),
    run,
)
