"""Every row of old and new says what the old provision is about."""

from collections.abc import Iterator

from generator.kinds.concordance import Concordance
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose
from generator.library.model import Library
from generator.problems import Problem, Severity


def run(library: Library, _: Loose) -> Iterator[Problem]:
    """W313: a row whose old provision has no words of its own; what the new one says is often other or more."""
    for row in library.of("concordance", Concordance):
        if row.old is not None and row.title is None:
            message = f"没有写{library.cite(row.old)}说的是什么"
            yield Problem(row.at, "W313", message, "用 title 写几个字，说旧条文的事，不说新条文的。", Severity.WARNING)


CHECK = LibraryCheck("untitled", "旧条文说的是什么", ("W313",), run)
