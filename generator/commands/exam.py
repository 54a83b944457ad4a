"""pufa exam: one paper from a blueprint."""

from pathlib import Path
from typing import Annotated

import typer

from generator import registry
from generator.commands._base import AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.exams.assembly import assemble
from generator.exports import formats
from generator.exports.base import Format
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.site.compile import compile_project


def run(
    blueprint: Annotated[str, typer.Argument(metavar="组卷方案", help="方案编号，即 quizzes/blueprints 里的 id")],
    root: Root = Path("."),
    as_of: AsOf = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="整数", help="换一个数换一套题，同一个数总是同一套")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="目录", help="试卷写到哪里")] = Path("papers"),
    quiet: Quiet = False,
) -> None:
    """Assemble a paper and write the paper and its key in every format."""
    problems = Problems()
    with progress(quiet) as tell:
        context = compile_project(project(root), today(as_of), problems, tell)
    plan = context.library.get("blueprint", blueprint)
    if not isinstance(plan, Blueprint):
        names = "、".join(record.id for record in context.library.all("blueprint"))
        raise typer.BadParameter(f"没有编号为 {blueprint} 的组卷方案；现有：{names or '无'}")
    paper = assemble(plan, context.library, context.bank, problems, seed)
    finish(problems)
    assert paper is not None
    folder = out / f"{plan.id}-{paper.seed}"
    folder.mkdir(parents=True, exist_ok=True)
    for form in registry.constants(formats, "FORMAT", Format):
        for name, content in form.export(context.library, paper).items():
            (folder / name).write_bytes(content)
            print(folder / name)


COMMAND = Command(
    "exam",
    "组卷：按组卷方案选题，写出试卷与参考答案。",
    ("pufa exam annual-study", "pufa exam annual-study --seed 7 --out papers"),
    run,
)
