"""Building the library, as a recipe: load, link, check."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.kinds import Record
from generator.kinds.regulation import Regulation
from generator.library.checks._base import CHECKS
from generator.library.links import citations, references
from generator.library.load import Loaded, load
from generator.library.model import Library
from generator.problems import Problems
from generator.texts import TextOfLaw, packaged_texts, read_store


def build_library(root: Path, as_of: datetime.date, problems: Problems) -> Library:
    """Read the project at ``root`` and return its library at ``as_of``.

    Args:
        root: the folder that holds ``content/`` and ``quizzes/``.
        as_of: day for which "in force" is meant; given by the caller, never read from a clock.
        problems: where every fault goes; the library holds what is sound.
    """
    loaded = load(root, problems)
    texts = _texts(root, loaded, problems)
    library = Library(as_of, loaded.site, MappingProxyType(loaded.records), texts)
    for check in CHECKS.all():
        problems.extend(check.run(library, loaded.loose))
    return _sound(library)


def _texts(root: Path, loaded: Loaded, problems: Problems) -> Mapping[str, TextOfLaw]:
    """Official texts at hand: what was imported, before what a package holds."""
    regulations = [record for record in loaded.records.get("regulation", ()) if isinstance(record, Regulation)]
    return MappingProxyType({**packaged_texts(regulations, problems), **read_store(root, regulations, problems)})


def _sound(library: Library) -> Library:
    """The library without records that name what it does not hold, so that whatever reads it can follow every link."""
    while True:
        kept = {
            kind: tuple(record for record in records if _whole(library, kind, record))
            for kind, records in library.records.items()
        }
        if all(len(kept[kind]) == len(records) for kind, records in library.records.items()):
            return library
        library = Library(library.as_of, library.site, MappingProxyType(kept), library.texts)


def _whole(library: Library, kind: str, record: Record) -> bool:
    return all(library.get(named.kind, named.id) for named in references(kind, record)) and all(
        library.get("regulation", citing.basis.regulation) for citing in citations(kind, record)
    )
