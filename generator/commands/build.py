"""pufa build: the whole site."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Quiet, Root, Strict, finish, progress, project
from generator.gate import content
from generator.keeping import Kind, fresh_folder, names_below
from generator.mkdocs_plugin import FILES, build_site

_MAX_BYTES = 50_000_000


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="目录", help="写到哪里")] = Path("site"),
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Build aside and swap at the end, so that a failed build leaves the last good site as it was."""
    folder = project(root).absolute()
    with fresh_folder(out, _SITE, wait=0) as fresh:
        with progress(quiet) as tell:
            problems, whole = build_site(folder, fresh.path, as_of, strict, tell)
        if whole:
            fresh.keep()
    finish(problems, strict)
    print(f"网站已生成：{out}/index.html")
    print(f"查看：在 {out} 目录里运行 python3 -m http.server 8000，再用浏览器打开 http://localhost:8000/")


def _written(folder: Path) -> frozenset[str] | None:
    """Names of the files of an earlier build; None where the folder is no site.

    A site without a list is of an earlier version, or a wreck that one left: what is in it is all of a build.
    """
    with suppress(Exception):  # none, or whatever stands there in its place
        return frozenset(content(folder / FILES, _MAX_BYTES).decode().splitlines())
    return frozenset(names_below(folder)) if _is_site(folder) else None


def _is_site(folder: Path) -> bool:
    if (folder / "assets" / "pufa").is_dir():
        return True
    pages = (folder / name for name in ("index.html", "404.html"))
    return any(b"assets/pufa/" in page.read_bytes() for page in pages if page.is_file())


_SITE = Kind("网站目录", _written)
COMMAND = Command(
    "build",
    "生成网站：页面、搜索、练习题和模拟试卷，写入 site/。",
    ("pufa build", "pufa build --as-of 2026-12-31 --out site", "pufa build --strict"),
    run,
)
