"""pufa check: is the content sound?"""

from pathlib import Path

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project, today
from generator.kinds import kinds
from generator.problems import Problems
from generator.site.compile import compile_project


def run(root: Root = Path("."), as_of: AsOf = None, strict: Strict = False, quiet: Quiet = False) -> None:
    """Compile the project without writing anything, and print every problem."""
    problems = Problems()
    with progress(quiet) as tell:
        context = compile_project(project(root), today(as_of), problems, tell)
    finish(problems, strict)
    counts = [
        *((kind.title, len(context.library.all(kind.name))) for kind in kinds()),
        ("题目", len(context.bank.items)),
    ]
    print(f"内容无误：{'，'.join(f'{title} {count}' for title, count in counts if count or title == '题目')}。")


COMMAND = Command(
    "check",
    "检查内容：字段、引用、日期、依据是否有效，列出全部问题。",
    ("pufa check", "pufa check --strict", "pufa check --as-of 2026-08-14"),
    run,
)
