"""No article lies beyond the end of its regulation."""

import datetime
from collections.abc import Iterator

from generator.kinds import Record
from generator.kinds.article import Article
from generator.kinds.regulation import Regulation
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose
from generator.library.model import Library
from generator.library.timeline import status_on
from generator.problems import Problem


def run(library: Library, loose: Loose) -> Iterator[Problem]:
    """E303, E305: an article that its regulation is too short for."""
    for citing in (*library.citations(), *loose.citations):
        last = _length(library, citing.basis.regulation, _day(library, citing.record), citing.basis.version)
        if last and citing.basis.article > last:
            name = library.regulation(citing.basis.regulation).name
            yield Problem(citing.at, "E303", f"{name}只有 {last} 条，引了第{citing.basis.article}条", "核对条号。")
    for article in library.of("article", Article):
        last = _length(library, article.regulation, _day(library, article))
        if last and article.number > last:
            name = library.regulation(article.regulation).name
            at = article.place("number")
            yield Problem(at, "E305", f"{name}只有 {last} 条，写了第{article.number}条", "核对条号。")


def _day(library: Library, record: Record | None) -> datetime.date:
    """The day by whose law a record speaks."""
    return getattr(record, "as_of", None) or library.as_of


def _length(library: Library, id: str, day: datetime.date, only: datetime.date | None = None) -> int:
    """Number of articles of the version that took effect on ``only``; else of the longest of those in force on ``day`` and to
    come, since a text that another took the place of is cited with its day; 0 where it is not known.
    """
    regulation = library.get("regulation", id)
    if not isinstance(regulation, Regulation):
        return 0
    since = status_on(regulation, day).version.effective
    meant = [v for v in regulation.versions if (v.effective == only if only else v.effective >= since)]
    return max((v.articles or 0 for v in meant), default=0)


CHECK = LibraryCheck("beyond", "条号不超出法规", ("E303", "E305"), run)
