"""pufa blueprint list: every blueprint with its title, for whom it is and what it holds."""

from pathlib import Path

from generator.commands._base import AsOf, Command, Root, project, today
from generator.kinds.blueprint import Blueprint
from generator.library import build_library
from generator.problems import Problems


def run(root: Root = Path("."), as_of: AsOf = None) -> None:
    """Print a line for each."""
    library = build_library(project(root), today(as_of), Problems())
    plans = library.of("blueprint", Blueprint)
    wide = max((len(plan.id) for plan in plans), default=0)
    for plan in plans:
        count = sum(section.count for section in plan.sections)
        print(
            f"{plan.id:<{wide}}  {plan.title}（{plan.audience}，{count} 题，{plan.minutes} 分钟，满分 {plan.total:g} 分）"
        )
    if not plans:
        print("还没有组卷方案；用 pufa blueprint new 写一份。")


COMMAND = Command("blueprint list", "列出组卷方案：编号、名称、对象和规模。", ("pufa blueprint list",), run)
