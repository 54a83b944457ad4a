"""The folder of a built site: what in it was written by a build."""

from contextlib import suppress
from pathlib import Path

from generator.gate import content, gate
from generator.impact.builds import Built, read_build
from generator.keeping import Kind, names_below
from generator.mkdocs_plugin import FILES
from generator.problems import Place, Problems

_MAX_BYTES = 50_000_000


def written(folder: Path) -> frozenset[str] | None:
    """Names of the files of an earlier build; None where the folder is no site.

    A site without a list is of an earlier version, or a wreck that one left: what is in it is all of a build.
    """
    with suppress(Exception):  # none, or whatever stands there in its place
        return frozenset(content(folder / FILES, _MAX_BYTES).decode().splitlines())
    return frozenset(names_below(folder)) if is_site(folder) else None


def is_site(folder: Path) -> bool:
    """Whether the folder holds a site that pufa built."""
    if (folder / "assets" / "pufa").is_dir():
        return True
    pages = (folder / name for name in ("index.html", "404.html"))
    return any(b"assets/pufa/" in page.read_bytes() for page in pages if page.is_file())


def build_at(folder: Path, problems: Problems) -> Built | None:
    """What the site in a folder holds, to be compared; a Problem where it is none."""
    hint = "写 pufa build 写出的网站目录；旧版本写出的没有 api/v1，重新生成一次。"
    with gate(Place(folder.as_posix()), problems, "E101", hint, "不是网站目录"):
        return read_build(folder)
    return None


SITE = Kind("网站目录", written)
