"""pufa build: the whole site."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project
from generator.mkdocs_plugin import build_site


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="目录", help="写到哪里")] = Path("site"),
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Build aside and swap at the end, so that a failed build leaves the last good site as it was."""
    target = out.absolute()
    if target.exists() and not _is_site(target):
        raise typer.BadParameter(f"{out} 已存在，而且不是网站目录；换一个目录，以免覆盖其中的文件")
    aside = target.with_name(f".{target.name}.building")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        with progress(quiet) as tell:
            problems, whole = build_site(project(root).absolute(), aside, as_of, strict, tell)
        if whole:
            _swap(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    finish(problems, strict)
    print(f"网站已生成：{out}/index.html")
    print(f"查看：在 {out} 目录里运行 python3 -m http.server 8000，再用浏览器打开 http://localhost:8000/")


def _is_site(folder: Path) -> bool:
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / "assets" / "pufa").is_dir())


def _swap(aside: Path, target: Path) -> None:
    """Put ``aside`` in the place of ``target`` by two renames."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


COMMAND = Command(
    "build",
    "生成网站：页面、搜索、练习题和模拟试卷，写入 site/。",
    ("pufa build", "pufa build --as-of 2026-12-31 --out site", "pufa build --strict"),
    run,
)
