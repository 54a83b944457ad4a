"""pufa bank: the question bank as one JSON file, and the lock that shows what a change of content does to it."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._bank_report import show
from generator.commands._base import AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.keeping import write_file
from generator.problems import Problems
from generator.questions.lock import LOCK_FILE, compare, lock_text
from generator.questions.report import report as count
from generator.questions.serial import bank_json
from generator.site.compile import compile_project


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="题库写到这个 JSON 文件")] = None,
    check: Annotated[bool, typer.Option("--check", help="只比对题库锁，不写文件")] = False,
    report: Annotated[
        bool,
        typer.Option(
            "--report", help="打印题库的构成：规则与题型、答案分布、一看便知对错的选项、没有出题的原因、没考到的内容"
        ),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build the bank, write it, and write or check the lock."""
    problems = Problems()
    folder = project(root)
    with progress(quiet) as tell:
        context = compile_project(folder, today(as_of), problems, tell)
    lock = folder / LOCK_FILE
    if check:
        problems.extend(compare(lock, LOCK_FILE, context.bank))
    finish(problems)
    if out is not None:
        write_file(out, bank_json(context.library, context.bank).encode())
        print(f"题库已写入 {out}：{len(context.bank.items)} 题。")
    if report:
        show(context.library, count(context.library, context.bank))
    if check:
        print(f"题库锁与内容一致：{len(context.bank.items)} 题。")
    elif out is None and not report:
        write_file(lock, lock_text(context.bank).encode())
        print(f"题库锁已更新：{LOCK_FILE}，{len(context.bank.items)} 题，未出题 {len(context.bank.skips)} 处。")


COMMAND = Command(
    "bank",
    "题库：更新题库锁；--out 写出题库 JSON；--check 比对题库锁；--report 打印构成。",
    ("pufa bank", "pufa bank --out bank.json", "pufa bank --check", "pufa bank --report"),
    run,
)
