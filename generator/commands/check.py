"""pufa check: is the content sound?"""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project, today
from generator.kinds import kinds
from generator.library.packs._base import Taken
from generator.library.pages import PAGES, SETTINGS
from generator.mkdocs_plugin import check_settings
from generator.problems import Problem, Problems
from generator.reading import below
from generator.site.clash import clashes, could_clash, published
from generator.site.compile import compile_project, site_files
from generator.site.context import Context

_LISTED = 20  # records named of each sort


def run(root: Root = Path("."), as_of: AsOf = None, strict: Strict = False, quiet: Quiet = False) -> None:
    """Compile the project without writing anything, and print every problem."""
    problems = Problems()
    with progress(quiet) as tell:
        context = compile_project(project(root), today(as_of), problems, tell)
        problems.extend(_of_site(root, context, problems))
    finish(problems, strict)
    counts = [
        *((kind.title, len(context.library.all(kind.name))) for kind in kinds()),
        ("题目", len(context.bank.items)),
    ]
    for taken in context.library.packs:
        print("\n".join(_told(taken)))
    print(f"内容无误：{'，'.join(f'{title} {count}' for title, count in counts if count or title == '题目')}。")


def _of_site(root: Path, context: Context, found: Problems) -> Iterator[Problem]:
    """What a build would find besides: settings that MkDocs does not take, files named like folders of the site."""
    if os.path.lexists(root / SETTINGS) and all(problem.at.file != SETTINGS for problem in found.blocking()):
        problems = Problems()
        check_settings(root.absolute(), problems)
        yield from problems
    found_below = below(root, root / PAGES, Problems())
    names = [path.relative_to(root / PAGES).as_posix() for path in found_below if not path.is_dir()]
    if not found.blocking() and any(map(could_clash, names)):
        yield from clashes(published(names, site_files(context)))


def _told(taken: Taken) -> Iterator[str]:
    """A pack: how many records it gave, and by kind and id what the project has in place of others, does without, or has cut."""
    pack = taken.pack
    yield f"内容包 {pack.id}（{pack.title}）：取用 {taken.count} 条。"
    for word, names in (
        ("本单位换掉", taken.replaced),
        ("没有取用", taken.left_out),
        ("去掉了外地的依据或引用", taken.cut),
    ):
        if names:
            listed = "、".join(f"{kind}/{id}" for kind, id in names[:_LISTED])
            more = "……全部见网站的“内容包”一页" if len(names) > _LISTED else ""
            yield f"  {word} {len(names)} 条：{listed}{more}"


COMMAND = Command(
    "check",
    "检查内容：字段、引用、日期、依据是否有效，列出全部问题。",
    ("pufa check", "pufa check --strict", "pufa check --as-of 2026-08-14"),
    run,
)
