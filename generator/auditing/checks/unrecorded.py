"""Of a regulation that says which of its penal articles are not recorded, every other one must be the basis of a penalty.

Penal articles are those of its chapter on liability; where a text has no such chapter, those that punish.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.official import Edition, Official
from generator.legal.basis import format_locus
from generator.library import Library
from generator.problems import Problem

_CHAPTER = re.compile(r"法律责任|罚\s*则")
_HINT = "写成违法行为，或者在 unrecorded 里写明哪几条、为什么不写（checked 写看条文的日期）。"
_STALE = "从 unrecorded 里删去。"


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E626 for each penal article neither recorded nor explained, E630 for each explanation that explains nothing."""
    for regulation in library.regulations:
        edition = official.edition(regulation, library.as_of)
        if regulation.unrecorded is None or edition is None:
            continue
        bases = (entry.penalty.basis for entry in library.penalties)
        fined = {(basis.article, basis.suffix) for basis in bases if basis.regulation == regulation.id}
        told = {number for part in regulation.unrecorded for number in part.numbers}
        keys = penal(edition)
        for key in keys:
            if key not in fined and key[0] not in told:
                yield Problem(
                    regulation.place("unrecorded"),
                    "E626",
                    f"{format_locus(*key)}是罚则，没有一种违法行为据它处罚",
                    _HINT,
                )
        known = {number for number, _ in keys} - {number for number, _ in fined}
        for at, part in enumerate(regulation.unrecorded):
            for number in part.numbers:
                if number not in known:
                    yield Problem(
                        regulation.place("unrecorded", at, "articles"), "E630",
                        f"第{number}条不是罚则，或者已经有违法行为据它处罚", _STALE,
                    )  # fmt: skip


def penal(edition: Edition) -> tuple[tuple[int, int], ...]:
    """The penal articles of a text, in order."""
    chapter = tuple(key for key, one in edition.articles.items() if any(map(_CHAPTER.search, one.path)))
    return chapter or tuple(key for key in edition.articles if key in edition.penal)


CHECK = Check("unrecorded", "罚则没有写成违法行为的，说明为什么", ("E626", "E630"), run)
