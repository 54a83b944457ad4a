"""For who writes and keeps the site: in which file a record stands, and where what is wrong is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import Record, kinds
from generator.kinds.article import Article
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render


@dataclass(frozen=True, slots=True)
class Source:
    """Records of one kind in one file of the project."""

    file: str
    kind: str
    records: tuple[Record, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What a reader's address names: ids, of articles those of their regulations."""
        return tuple(dict.fromkeys(one.regulation if isinstance(one, Article) else one.id for one in self.records))


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        "maintain.html",
        "maintain",
        context.library,
        sources=_sources(context),
        problems=len(context.problems),
        packs=context.library.packs,
    )
    yield Page("maintain", "维护", body, "给写内容、管网站的人：内容写在哪些文件里，还有什么问题")


def _sources(context: Context) -> list[Source]:
    """In order of kinds and files; a record that was taken from a pack names the pack's file."""
    found: dict[tuple[str, str], list[Record]] = {}
    for kind in kinds():
        for record in context.library.all(kind.name):
            found.setdefault((kind.title, record.at.file), []).append(record)
    return [Source(file, title, tuple(records)) for (title, file), records in found.items()]


PAGE = PageKind("maintain", "维护", generate)
