"""pufa verify: every fact held against the official texts."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from generator.auditing.checks._base import DOUBT_HINT
from generator.auditing.official import read_official
from generator.auditing.verify import sample_facts, verify
from generator.commands._base import AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.library import build_library
from generator.problems import CODES, Problems


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
    finish(problems, told=_sorted(problems))
    print("全部事实与官方文本一致。")


def _sorted(problems: Problems) -> str:
    """What sorts of problems there are, so that one knows where to begin: what contradicts an article, and what a person must look at."""
    blocking = problems.blocking()
    doubts = sum(problem.hint == DOUBT_HINT for problem in blocking)
    lines = [f"\n  {len(blocking) - doubts} 个同条文对不上，先改这些；"] if len(blocking) > doubts else []
    if doubts:
        lines.append(
            f"\n  {doubts} 个机器拿不准，人看一次：引号里的字就是要看的事，写错了改，没有错在记录里写 confirmed（见 docs/verify.md）。"
        )
    codes = Counter(problem.code for problem in blocking).most_common()
    lines += [f"\n    {code}  {count:>4} 个  {CODES.get(code, '')}" for code, count in codes]
    return "".join(lines)


COMMAND = Command(
    "verify",
    "核对：把金额、期限、机关、条号逐一与官方文本比对。",
    ("pufa verify --official ../official", "pufa verify --official ../official --sample 30 --seed 2"),
    run,
)
