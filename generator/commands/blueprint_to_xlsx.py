"""pufa blueprint to-xlsx: a blueprint as a workbook to fill."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, blueprint_named, project, today
from generator.exports.plan_sheet import plan_book
from generator.keeping import write_file
from generator.library import build_library
from generator.problems import Problems


def run(
    blueprint: Annotated[
        str | None, typer.Argument(metavar="组卷方案", help="方案编号或名称；不写就是一份空表", show_default=False)
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件", help="写到哪里")] = Path("组卷方案.xlsx"),
    root: Root = Path("."),
    as_of: AsOf = None,
) -> None:
    """Write the workbook."""
    if out.suffix != ".xlsx":
        raise typer.BadParameter(f"文件名要以 .xlsx 结尾，例如 {out.stem}.xlsx")
    library = build_library(project(root), today(as_of), Problems())
    plan = None if blueprint is None else blueprint_named(library, blueprint)
    write_file(out, plan_book(library, plan))
    print(f"{out}：填“试卷”“大题”“要求”三张表，填好用 pufa blueprint from-xlsx 读回来。")


COMMAND = Command(
    "blueprint to-xlsx",
    "把组卷方案写成 Excel 表，在表里填写、修改。",
    ("pufa blueprint to-xlsx --out 新方案.xlsx", "pufa blueprint to-xlsx annual-study --out 年度学法.xlsx"),
    run,
)
