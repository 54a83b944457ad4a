"""Building the library, as a recipe: load, link, check."""

import datetime
from pathlib import Path
from types import MappingProxyType

from generator.kinds import Record
from generator.library.checks import CHECKS
from generator.library.links import citations, references
from generator.library.load import load
from generator.library.model import Library
from generator.problems import Problems


def build_library(root: Path, as_of: datetime.date, problems: Problems) -> Library:
    """Read the project at ``root`` and return its library at ``as_of``.

    Args:
        root: the folder that holds ``content/`` and ``quizzes/``.
        as_of: day for which "in force" is meant; given by the caller, never read from a clock.
        problems: where every fault goes; the library holds what is sound.
    """
    loaded = load(root, problems)
    library = Library(as_of, loaded.site, MappingProxyType(loaded.records))
    for check in CHECKS:
        problems.extend(check(library, loaded.loose))
    return _sound(library)


def _sound(library: Library) -> Library:
    """The library without records that name what it does not hold, so that whatever reads it can follow every link."""
    while True:
        kept = {
            kind: tuple(record for record in records if _whole(library, kind, record))
            for kind, records in library.records.items()
        }
        if all(len(kept[kind]) == len(records) for kind, records in library.records.items()):
            return library
        library = Library(library.as_of, library.site, MappingProxyType(kept))


def _whole(library: Library, kind: str, record: Record) -> bool:
    return all(library.get(named.kind, named.id) for named in references(record)) and all(
        library.get("regulation", citing.basis.regulation) for citing in citations(kind, record)
    )
