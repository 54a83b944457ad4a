"""The last time that one law took the place of many: what the home page and the table of old and new articles tell of."""

import datetime
from dataclasses import dataclass

from generator.kinds.regulation import Regulation
from generator.library.model import Library
from generator.library.remember import once


@dataclass(frozen=True, slots=True)
class Overhaul:
    """A law that repealed others.

    Attributes:
        law: what is in force since.
        day: since when.
        gone: what it repealed, in library order.
    """

    law: Regulation
    day: datetime.date
    gone: tuple[Regulation, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """What the law of today is called where older texts are told to await alignment with it: in full, and in short."""

    full: str
    short: str


def present(library: Library) -> Present:
    """The law that took the place of the others, by its name and its shortest one; 现行法 where there is none."""
    found = overhaul(library)
    if found is None:
        return Present("现行法", "现行法")
    return Present(found.law.name, min((found.law.name, *found.law.aliases), key=len))


@once
def overhaul(library: Library) -> Overhaul | None:
    """The latest regulation in force that has an article on what it repeals (``Provides.repeals``); None without one.

    Other repeals, of one text by the next, go on all the time and are nothing to open the home page with.
    """
    found = []
    for basis in library.provisions("repeals"):
        law = library.regulation(basis.regulation)
        gone = tuple(
            old for old in library.regulations if old.versions[-1].repealed_by == law.id and old.rank == law.rank
        )
        if library.in_force(basis) and gone:
            found.append(Overhaul(law, library.status(law.id).version.effective, gone))
    return max(found, key=lambda one: one.day, default=None)
