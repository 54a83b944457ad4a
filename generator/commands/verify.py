"""pufa verify: every fact held against the official texts."""

from pathlib import Path
from typing import Annotated

import typer

from generator.auditing.official import read_official
from generator.auditing.verify import sample_facts, verify
from generator.commands._base import AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.library import build_library
from generator.problems import Problems


def run(
    official: Annotated[Path, typer.Option("--official", metavar="目录", help="官方文本所在目录")],
    root: Root = Path("."),
    as_of: AsOf = None,
    sample: Annotated[
        int, typer.Option("--sample", metavar="个数", min=0, help="抽取若干事实与原文并排，供人核对")
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="整数", help="抽取哪一批")] = 1,
    quiet: Quiet = False,
) -> None:
    """Check all facts, or print a sample of facts beside the text for a person to read."""
    problems = Problems()
    with progress(quiet) as tell:
        library = build_library(project(root), today(as_of), problems)
        tell("读取官方文本")
        unreadable = Problems()
        texts = read_official(official, unreadable)
        if len(unreadable):  # without texts every fact would look wrong
            finish(unreadable)
        tell("核对")
        problems.extend(verify(library, texts))
    if sample:
        for fact in sample_facts(library, texts, sample, seed):
            print(f"{fact}\n")
    finish(problems)
    print("全部事实与官方文本一致。")


COMMAND = Command(
    "verify",
    "核对：把金额、期限、机关、条号逐一与官方文本比对。",
    ("pufa verify --official ../official", "pufa verify --official ../official --sample 30 --seed 2"),
    run,
)
