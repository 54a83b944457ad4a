"""pufa build: the whole site."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project
from generator.commands._site import SITE, build_at
from generator.gate import printable
from generator.keeping import fresh_folder
from generator.mkdocs_plugin import build_site
from generator.problems import Problems

_NAMED = 3  # files of others that are told by name


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="目录", help="写到哪里")] = Path("site"),
    changes_from: Annotated[
        Path | None,
        typer.Option("--changes-from", metavar="旧网站", help="上一次生成的网站：另写“这次的变化”一页和 Atom 订阅源"),
    ] = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Build aside and swap at the end, so that a failed build leaves the last good site as it was."""
    folder, problems = project(root).absolute(), Problems()
    earlier = build_at(changes_from, problems) if changes_from else None
    finish(problems)
    with fresh_folder(out, SITE, wait=0) as fresh:
        with progress(quiet) as tell:
            problems, whole = build_site(folder, fresh.path, as_of, strict, tell, earlier)
        if whole:
            fresh.keep()
    finish(problems, strict)
    if fresh.others:
        some = "、".join(printable(name) for name in fresh.others[:_NAMED])
        more = "……" if len(fresh.others) > _NAMED else ""
        print(f"{out} 里不是网站的 {len(fresh.others)} 个文件没有动：{some}{more}")
    print(f"网站已生成：{out}/index.html")
    print(f"查看：在 {out} 目录里运行 python3 -m http.server 8000，再用浏览器打开 http://localhost:8000/")


COMMAND = Command(
    "build",
    "生成网站：页面、搜索、练习题和模拟试卷，写入 site/。",
    ("pufa build", "pufa build --as-of 2026-12-31 --out site", "pufa build --strict", "pufa build --changes-from site"),
    run,
)
