"""The folder of a built site: what in it was written by a build."""

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.gate import content, gate
from generator.impact.builds import Built, read_build
from generator.keeping import Kind, names_below
from generator.mkdocs_plugin import FILES
from generator.problems import Place, Problems

_MAX_BYTES = 50_000_000


#: What every page of a site holds, and the files that none but a build writes.
_MARKS = (b"assets/pufa/", b'content="mkdocs-')
_OWN = re.compile(r"assets/pufa/.|search/.*\.(?:json|bin)$")


def written(folder: Path) -> frozenset[str] | None:
    """Names of the files of an earlier build; None where the folder is no site.

    A site without a list is a wreck, or of an earlier version: a build's is what shows it by itself.
    """
    listed = _list(folder)
    if listed is not None:
        return listed
    return frozenset(name for name in names_below(folder) if _shows(folder, name)) if is_site(folder) else None


def is_site(folder: Path) -> bool:
    """Whether the folder holds a site that pufa built."""
    if (folder / "assets" / "pufa").is_dir():
        return True
    return any(_marked(folder / name) for name in ("index.html", "404.html"))


def listed_files(folder: Path, problems: Problems) -> list[str]:
    """Names of the files of a site that is whole, in order; Problems where it is none, or not whole."""
    place, names = Place(folder.as_posix()), _list(folder)
    if names is None:
        told = "这个网站没有文件清单" if is_site(folder) else "这里没有 pufa 生成的网站"
        problems.error(place, "E702", told, "先运行 pufa build，或者用 --site 指出它在哪里。")
        return []
    gone = sorted(name for name in names if not (folder / name).exists())
    if gone:
        problems.error(
            place, "E702", f"网站不全，缺 {len(gone)} 个文件：{'、'.join(gone[:3])}", "重新运行 pufa build。"
        )
    return sorted(name for name in names if (folder / name).is_file())


def _list(folder: Path) -> frozenset[str] | None:
    """What the site's list of files names, none of it outside; None where there is no list, or something else in its place."""
    with suppress(Exception):
        names = content(folder / FILES, _MAX_BYTES).decode().splitlines()
        return frozenset(
            name for name in names if not PurePosixPath(name).is_absolute() and ".." not in name.split("/")
        )
    return None


def _shows(folder: Path, name: str) -> bool:
    """Whether a file shows by its place or by what it holds that a build wrote it."""
    return bool(_OWN.match(name)) or (name.endswith(".html") and _marked(folder / name))


def _marked(page: Path) -> bool:
    if page.is_symlink() or not page.is_file():
        return False
    held = page.read_bytes()
    return all(mark in held for mark in _MARKS)


def build_at(folder: Path, problems: Problems) -> Built | None:
    """What the site in a folder holds, to be compared; a Problem where it is none."""
    hint = "写 pufa build 写出的网站目录；旧版本写出的没有 api/v1，重新生成一次。"
    with gate(Place(folder.as_posix()), problems, "E101", hint, "不是网站目录"):
        return read_build(folder)
    return None


SITE = Kind("网站目录", written, lambda folder: _list(folder) is not None)
