"""pufa import law: official texts from the files people have, as records and texts of a project."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, Quiet, Root, finish, not_the_root, progress, today
from generator.gate import gate
from generator.importing.keeping import keep
from generator.importing.law import Imported, import_law
from generator.library import build_library
from generator.library.names import plain_titles
from generator.problems import Place, Problems
from generator.reading import below

_CHUNK = 16
_ALONE = 8  # files up to which starting other processes costs more than it saves


def run(
    files: Annotated[
        list[Path], typer.Argument(metavar="文件…", help="法规文本：docx、md、html、txt、pdf；文件夹则读其中全部")
    ],
    root: Root = Path("."),
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="目录", help="把读到的文本写进这个目录，通常是项目里的 texts", callback=not_the_root
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每个文件印一行 JSON")] = False,
    quiet: Quiet = False,
) -> None:
    """Read every file, say what it holds and what had to be mended."""
    problems = Problems()
    ids = _ids(root)
    usable = total = 0
    kept: dict[str, str] = {}
    paths = list(_expanded(files, problems))
    with progress(quiet) as tell_progress:
        found = []
        for one in _imported(paths, ids):
            found.append(one)
            tell_progress(f"读取法规文本 {len(found)}/{len(paths)}")
    for one in found:
        total += 1
        usable += one.usable
        print(json.dumps(one.told(), ensure_ascii=False) if as_json else _line(one))
        if into is not None and one.usable:
            _keep(into, one, kept, problems)
        for message in one.problems:
            tell = problems.warning if one.usable else problems.error
            tell(Place(one.file), "W802" if one.usable else "E801", message, "对照公布的文本改正原文件后再读。")
    print(f"读了 {total} 个文件，{usable} 个可用。", file=sys.stderr)
    finish(problems)


def _keep(into: Path, one: Imported, kept: dict[str, str], problems: Problems) -> None:
    """Write a text, and the record of a regulation that the project doesn't know; the first of two files stays."""
    place = Place(one.file)
    if one.law is None or not (one.law.articles or one.law.sections):
        problems.warning(
            place, "W802", "没有条文，也没有“一、二、三”的分段，没有写入", "整段的文件请直接放在 docs/ 里。"
        )
        return
    edition = f"{one.regulation} {one.effective or ''}"
    if edition in kept:
        said = f"同一部法规的同一个文本已由 {kept[edition]} 写入，这一份没有写"
        problems.warning(place, "W802", said, "同一天施行的文本留一份；不同时期的文本可以都留。")
        return
    with gate(Place(into.as_posix()), problems, "E801"):
        keep(into, one)
        kept[edition] = one.file


def _ids(root: Path) -> Mapping[str, str]:
    """Titles of the project's regulations, plain → id; none outside a project."""
    if not (root / "content").is_dir():
        return {}
    return plain_titles(build_library(root, today(None), Problems()))


def _expanded(files: Sequence[Path], problems: Problems) -> Iterator[Path]:
    """The files, and those in folders, in order of name; a folder that can't be read is a Problem."""
    for path in files:
        if path.is_dir():
            within = below(path.parent, path, problems)
            yield from (one for one in within if not one.is_dir() and not one.name.startswith("."))
        else:
            yield path


def _imported(paths: Sequence[Path], ids: Mapping[str, str]) -> Iterator[Imported]:
    """What each file gave, in order; several at a time where there are many."""
    if len(paths) <= _ALONE:
        yield from (_one(path, ids) for path in paths)
        return
    with ProcessPoolExecutor(max_workers=min(8, os.cpu_count() or 1)) as pool:
        yield from pool.map(partial(_one, ids=ids), paths, chunksize=_CHUNK)


def _one(path: Path, ids: Mapping[str, str]) -> Imported:
    return import_law(path, path.as_posix(), ids)


def _line(one: Imported) -> str:
    if one.law is None:
        return f"{one.file}: 没有读"
    count = (
        f"{len(one.law.articles)} 条"
        if one.law.articles
        else f"{len(one.law.sections)} 段"
        if one.law.sections
        else "没有条文"
    )
    mended = f"，修复 {len(one.repaired)} 处" if one.repaired else ""
    return f"{one.file}: {one.law.title or '没有名称'}，{count}{mended}"


COMMAND = Command(
    "import law",
    "法规文本：读入 docx、md、html、txt、pdf，认出编章节条款项，说明修复了什么、缺了什么。",
    (
        "pufa import law 某某法.docx",
        "pufa import law 法规文件夹 --json",
        "pufa import law 水法.docx --into texts",
    ),
    run,
)
