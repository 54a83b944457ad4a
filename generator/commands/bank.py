"""pufa bank: the question bank as one JSON file, and the lock that shows what a change of content does to it."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._bank_report import show
from generator.commands._bank_sample import drawn, sample_text
from generator.commands._base import AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.keeping import write_file
from generator.problems import Problem, Problems
from generator.questions.bank import Bank
from generator.questions.lock import LOCK_FILE, changed_keys, compare, lock_text, read_lock
from generator.questions.report import report as count
from generator.questions.serial import bank_json
from generator.questions.since import read_bank, told
from generator.site.compile import compile_bank


def run(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    root: Root = Path("."),
    as_of: AsOf = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="题库写到这个 JSON 文件")] = None,
    check: Annotated[bool, typer.Option("--check", help="只比对题库锁，不写文件")] = False,
    report: Annotated[
        bool,
        typer.Option(
            "--report",
            help="打印题库的构成：规则、专题、层次、条文、事实各有几题，答案分布，不懂法律猜得中几成，没有出题的原因，没考到的内容，接下来该读哪些题",
        ),
    ] = False,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="文件", help="同从前写出的题库 JSON 比：题干、原答案、现答案")
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", metavar="题数", min=1, help="抽若干题，连同所引条文印出来，供人通读")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="与 --sample 同用：抽哪一批")] = 0,
    accept: Annotated[bool, typer.Option("--accept", help="看过答案的变化，照样更新题库锁")] = False,
    quiet: Quiet = False,
) -> None:
    """Build the bank, write it, tell what changed, and write or check the lock."""
    problems = Problems()
    folder = project(root)
    with progress(quiet) as tell:
        library, bank = compile_bank(folder, today(as_of), problems, tell)
    lock = folder / LOCK_FILE
    if check:
        problems.extend(compare(lock, LOCK_FILE, bank))
    writes = not check and out is None and not report and against is None and sample is None
    if writes and not accept:
        problems.extend(_unaccepted(lock, bank))
    before = read_bank(against, problems) if against else {}
    finish(problems)
    if against:
        print(*told(before, bank), sep="\n")
    if out is not None:
        write_file(out, bank_json(library, bank).encode())
        print(f"题库已写入 {out}：{len(bank.items)} 题。")
    if report:
        show(library, count(library, bank), bank.items)
    if sample is not None:
        print(sample_text(library, drawn(bank, sample, seed)), end="")
    if check:
        print(f"题库锁与内容一致：{len(bank.items)} 题。")
    elif writes:
        write_file(lock, lock_text(bank).encode())
        print(f"题库锁已更新：{LOCK_FILE}，{len(bank.items)} 题，未出题 {len(bank.skips)} 处。")


def _unaccepted(lock: Path, bank: Bank) -> list[Problem]:
    """E402 where keys changed: a new key is a new claim about the law, and wants a person's yes."""
    try:
        changed = changed_keys(read_lock(lock), bank)
    except Exception:
        return []  # none yet, or none that can be read: a new one is written
    if not changed:
        return []
    told = compare(lock, LOCK_FILE, bank)
    return [
        Problem(one.at, one.code, one.message, "逐题看过新答案有条文作依据以后，运行 pufa bank --accept。")
        for one in told
        if "改变答案" in one.message
    ]


COMMAND = Command(
    "bank",
    "题库：更新题库锁，答案变了要 --accept；--out 写出题库 JSON；--check 比对题库锁；--against 同从前的题库比；--report 打印构成；--sample 抽题连同条文印出来。",
    (
        "pufa bank",
        "pufa bank --out bank.json",
        "pufa bank --check",
        "pufa bank --against old.json",
        "pufa bank --accept",
        "pufa bank --report",
        "pufa bank --sample 60 --seed 1",
    ),
    run,
)
