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
    editions = _editions(root, loaded, problems)
    library = Library(as_of, loaded.site, MappingProxyType(loaded.records), editions, loaded.packs)
    for check in CHECKS.all():
        problems.extend(check.run(library, loaded.loose))
    return _sound(library)


def _editions(root: Path, loaded: Loaded, problems: Problems) -> Mapping[str, tuple[TextOfLaw, ...]]:
    """Official texts at hand: what was imported, and what a package holds of other days."""
    regulations = [record for record in loaded.records.get("regulation", ()) if isinstance(record, Regulation)]
    found = read_store(root, regulations, problems)
    for id, text in packaged_texts(regulations, problems).items():
        held = {one.effective: one for one in (text, *found.get(id, ()))}
        found[id] = tuple(sorted(held.values(), key=lambda one: one.effective or datetime.date.min))
    return MappingProxyType(found)


def _sound(library: Library) -> Library:
    """The library without records that name what it does not hold, so that whatever reads it can follow every link."""
    while True:
        kept = {
            kind: tuple(record for record in records if _whole(library, kind, record))
            for kind, records in library.records.items()
        }
        if all(len(kept[kind]) == len(records) for kind, records in library.records.items()):
            return library
        library = Library(library.as_of, library.site, MappingProxyType(kept), library.editions, library.packs)


def _whole(library: Library, kind: str, record: Record) -> bool:
    return all(library.get(named.kind, named.id) for named in references(kind, record)) and all(
        library.get("regulation", citing.basis.regulation) for citing in citations(kind, record)
    )
