"""The folder of a built site: what in it was written by a build."""

from contextlib import suppress
from pathlib import Path

from generator.gate import content
from generator.keeping import Kind, names_below
from generator.mkdocs_plugin import FILES

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


SITE = Kind("网站目录", written)
