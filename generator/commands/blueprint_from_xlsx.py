"""pufa blueprint from-xlsx: a blueprint from the workbook that a trainer filled."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, finish, project, today
from generator.commands._plans import held_against_the_bank, write_plan
from generator.exports.plan_read import MOST_BYTES, PlanReader
from generator.gate import content, raising
from generator.library import build_library
from generator.problems import Problems


def run(
    file: Annotated[Path, typer.Argument(metavar="表格", help="填好的 xlsx")],
    replace: Annotated[bool, typer.Option("--replace", help="同一编号的方案已经有了，就换成这一份")] = False,
    root: Root = Path("."),
    as_of: AsOf = None,
) -> None:
    """Read it, and write it into the project; nothing is written where a cell is wrong."""
    library = build_library(project(root), today(as_of), Problems())
    with raising(typer.BadParameter, f"{file} 读不了"):
        filled = content(file, MOST_BYTES)
    problems = Problems()
    plan = PlanReader(file.name, library, problems).read(filled)
    finish(problems)
    assert plan is not None
    known = {record.id: record.at.file for record in library.all("blueprint")}
    print(f"{write_plan(root, plan, known, replace)}：用 pufa exam {plan['id']} 出卷。")
    held_against_the_bank(root, str(plan["id"]), library.as_of)


COMMAND = Command(
    "blueprint from-xlsx",
    "读入填好的 Excel 表，写成组卷方案；哪一格不对，指到那一格。",
    ("pufa blueprint from-xlsx 新方案.xlsx", "pufa blueprint from-xlsx 年度学法.xlsx --replace"),
    run,
)
