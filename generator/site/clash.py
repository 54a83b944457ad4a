"""Names on the site that are a file and a folder at once, which no disk takes: docs/conducts beside the pages of conducts/."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.problems import Place, Problem
from generator.site.page import Asset, Page


def clashes(published: Mapping[str, str]) -> Iterator[Problem]:
    """E701 for each file that stands where a folder is due.

    Args:
        published: paths on the site, each with the path below docs/ that it is written from.
    """
    told = set()
    for name in published:
        for parent in PurePosixPath(name).parents:
            blocking = published.get(parent.as_posix())
            if blocking is not None and blocking not in told:
                told.add(blocking)
                message = f"文件与网站的目录同名：{parent.as_posix()}/"
                yield Problem(Place(f"docs/{blocking}"), "E701", message, "给这个文件改个名字。")


def could_clash(name: str) -> bool:
    """Whether a path below docs/ could be such a file, or lie in a folder named like one: others need no look at the site."""
    path = PurePosixPath(name)
    return not path.suffix or any("." in folder for folder in path.parts[:-1])


def published(docs: Iterable[str], made: Iterable[Page | Asset]) -> dict[str, str]:
    """Paths on the site of the files below docs/ and of what is generated, as ``clashes`` takes them."""
    names = {_address(name): name for name in docs}
    for one in made:
        source = one.path if isinstance(one, Asset) else one.source
        names.setdefault(_address(source), source)
    return names


def _address(source: str) -> str:
    path = PurePosixPath(source)
    if path.suffix not in {".md", ".markdown"}:
        return source
    plain = path.with_suffix("")
    return str(plain.with_suffix(".html") if path.stem in {"index", "README"} else plain / "index.html")
