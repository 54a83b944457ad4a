"""What a record states at a citation: the words that the cited article should be about."""

from collections.abc import Iterator
from typing import Any

from generator.kinds import BasisValue, Model, Record
from generator.library import Citing, Library
from generator.library.links import references

#: Fields that don't speak of the matter.
_SILENT = frozenset({"id", "note", "source", "confirmed", "amounts", "gaps"})
#: Kinds of linked records whose names belong to the statement.
_NAMED = frozenset({"conduct", "regulation", "unit", "topic"})
#: Where a citation stands inside a part of its own, that part speaks, with what the record is called.
_PARTS = frozenset({"articles", "steps", "limits", "questions"})


def statement(library: Library, citing: Citing) -> str:
    """The words for which an article is cited."""
    record, path = citing.record, citing.path
    if citing.kind == "conduct":
        own = [getattr(record, "title", ""), *getattr(record, "aliases", ()), getattr(record, "actor", None) or ""]
        rest: Any = getattr(record, "penalties", ())[path[1]] if path[0] == "penalties" else getattr(record, "do", ())  # type: ignore[index]
        return " ".join([*own, *words(rest)])
    if path[0] in _PARTS and len(path) > 2:
        part = getattr(record, str(path[0]))[path[1]]
        return " ".join([record.label if path[0] != "articles" else "", *words(part)])
    # the duties of a power are the same for all
    own = [record.label] if citing.kind == "power-item" else list(words(record))
    named = (library.get(named.kind, named.id) for named in references(citing.kind, record) if named.kind in _NAMED)
    return " ".join([*own, *(one.label for one in named if one)])


def linked(library: Library, kind: str, record: Record) -> Iterator[tuple[str, Record]]:
    """The records that a record names, and those that name it, each with its kind."""
    for named in references(kind, record):
        if one := library.get(named.kind, named.id):
            yield named.kind, one
    for referring in library.referring(kind, record.id):
        yield referring.of, referring.record


def words(value: Any) -> Iterator[str]:
    """Every text of a record or a part of one, in order of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part)
    elif isinstance(value, Model) and not isinstance(value, BasisValue):
        for name in type(value).model_fields:
            if name not in _SILENT:
                yield from words(getattr(value, name))


def spoken(record: Record) -> str:
    """Every text of a record, in one."""
    return " ".join(words(record))
