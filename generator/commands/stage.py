"""pufa stage: the same pages as a plain tree of Markdown, for any other site builder."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project, today
from generator.keeping import EMPTY, fresh_folder
from generator.problems import Problems
from generator.site.compile import compile_project, site_files
from generator.site.stage import write_stage


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="写到哪里，须为空目录或不存在")],
    root: Root = Path("."),
    as_of: AsOf = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Write Markdown pages and assets below ``folder``; nothing where the content has errors."""
    problems = Problems()
    count = 0
    with progress(quiet) as tell, fresh_folder(folder, EMPTY) as fresh:
        context = compile_project(project(root), today(as_of), problems, tell)
        if not problems.blocking(strict):
            count = write_stage(fresh.path, site_files(context, tell))
            fresh.keep()
    finish(problems, strict)
    print(f"已写出 {count} 个文件到 {folder}/。")


COMMAND = Command(
    "stage",
    "把同样的页面写成普通 Markdown 目录，供其他建站工具使用。",
    ("pufa stage build/pages",),
    run,
)
