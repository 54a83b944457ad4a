"""pufa plan: the year of teaching the law, as a workbook, as reminders of what is past due, as the report's section."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, Strict, finish, not_the_root, project, record_named, today
from generator.exports.docx.write import docx_of
from generator.exports.publicity.notice import notices
from generator.exports.publicity.section import report_section
from generator.keeping import write_files
from generator.kinds.unit import Unit
from generator.library import Library, build_library
from generator.library.plan import STATES, plan
from generator.lists.year import plan_workbook
from generator.problems import Problems

_FORMATS = ("xlsx", "report", "notice")


def run(
    year: Annotated[
        int | None, typer.Argument(metavar="年份", min=2000, max=2099, help="哪一年，默认今年", show_default=False)
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="格式",
            help="xlsx 计划和活动记录表，report 年度报告的普法部分（Word 草稿），notice 普法提示（Word 草稿，一个单位一份）；不写就列在屏幕上",
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="单位", help="report 只写这个单位：编号或者名称")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="路径",
            help="写到哪里：xlsx、report 是文件，notice 是目录",
            callback=not_the_root,
            show_default=False,
        ),
    ] = None,
    root: Root = Path("."),
    as_of: AsOf = None,
    strict: Strict = False,
) -> None:
    """Show or write the plan of a year."""
    if form is not None and form not in _FORMATS:
        raise typer.BadParameter(f"没有“{form}”这种格式，可以写 {'、'.join(_FORMATS)}", param_hint="--format")
    problems = Problems()
    library = build_library(project(root), today(as_of), problems)
    finish(problems, strict)
    year = year or library.as_of.year
    if form is None:
        _show(library, year)
        return
    whose = record_named(library, "unit", Unit, unit) if unit else None
    files = _files(library, year, form, whose, out)
    write_files(files)
    for path in files:
        print(f"已写出 {path.as_posix()}")
    if not files:
        print(f"到 {library.as_of}，{year} 年的计划没有逾期的，不用提示。")


def _files(library: Library, year: int, form: str, unit: Unit | None, out: Path | None) -> dict[Path, bytes]:
    if form == "xlsx":
        return {out or Path(f"普法计划-{year}.xlsx"): plan_workbook(library, year)}
    if form == "report":
        draft = report_section(library, year, unit)
        return {out or Path(f"普法部分-{year}.docx"): docx_of([draft], library.as_of)}
    folder = out or Path(f"普法提示-{year}")
    drafts = notices(library, year)
    return {folder / f"{id}.docx": docx_of([draft], library.as_of) for id, draft in drafts.items()}


def _show(library: Library, year: int) -> None:
    lines = plan(library, year)
    for line in sorted(lines, key=lambda line: line.state != "overdue"):
        when = f"{'、'.join(map(str, line.months))}月" if line.months else "全年"
        print(f"{STATES[line.state]}　{line.unit.name}　{line.title}　{when}　应办 {line.times}，已办 {len(line.days)}")
    late = sum(line.state == "overdue" for line in lines)
    print(f"{year} 年共 {len(lines)} 项，逾期没有记录的 {late} 项。")


COMMAND = Command(
    "plan",
    "普法计划：照普法责任清单排出一年的活动，对着活动记录看办了哪些、哪些逾期，写计划表、普法提示和年度报告的普法部分。",
    (
        "pufa plan",
        "pufa plan 2026 --format xlsx --out 普法计划.xlsx",
        "pufa plan 2026 --format notice --out 普法提示",
        "pufa plan 2026 --format report --unit ecology-bureau --out 普法部分.docx",
    ),
    run,
)
