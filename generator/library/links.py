"""Links: which record points at which, found from the types of the fields, so that a new kind needs no code here."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.kinds import BasisValue, Record, RefTo
from generator.problems import Place

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a record that names another record.

    Attributes:
        record: whose field it is.
        kind, id: what it names.
        path: where in the record, for messages and places.
    """

    record: Record
    kind: str
    id: str
    path: Path

    @property
    def at(self) -> Place:
        """Where the reference is written."""
        return self.record.place(*self.path)


@dataclass(frozen=True, slots=True)
class Citing:
    """A field of a record that cites an article.

    Attributes:
        kind: the record's kind.
        record: whose field it is.
        basis: what it cites.
        path: where in the record; its first step says in what role (``prohibited_by``, ``penalties`` …).
    """

    kind: str
    record: Record
    basis: BasisValue
    path: Path

    @property
    def role(self) -> str:
        """The field that holds the citation, at the top of the record."""
        return str(self.path[0])

    @property
    def at(self) -> Place:
        """Where the citation is written."""
        return self.record.place(*self.path)


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of ``record`` to another record, in order of fields."""
    for path, value, kind in _walk(record, ()):
        if kind is not None:
            yield Reference(record, kind, value, path)


def citations(kind: str, record: Record) -> Iterator[Citing]:
    """Yield every citation of an article in ``record``, in order of fields."""
    for path, value, ref in _walk(record, ()):
        if ref is None:
            yield Citing(kind, record, value, path)


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any, str | None]]:
    """Yield (path, id, kind) for references and (path, basis, None) for citations."""
    if isinstance(value, BasisValue):
        yield path, value, None
    elif isinstance(value, BaseModel):
        for name, kind, deep in _plan(type(value)):
            part = getattr(value, name)
            if part is None or part == ():
                continue
            if kind is not None:
                yield from _named(part, kind, (*path, name))
            elif deep:
                yield from _walk(part, (*path, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _walk(part, (*path, index))


def _named(value: Any, kind: str, path: Path) -> Iterator[tuple[Path, Any, str | None]]:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield (*path, index), part, kind
    else:
        yield path, value, kind


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str | None, bool], ...]:
    """For each field that can hold a link: its name, the kind it names, or whether to look deeper."""
    plan: list[tuple[str, str | None, bool]] = []
    for name, field in model.model_fields.items():
        kind = next((meta.kind for meta in field.metadata if isinstance(meta, RefTo)), None) or _ref_in(
            field.annotation
        )
        if kind is not None:
            plan.append((name, kind, False))
        elif _holds_models(field.annotation):
            plan.append((name, None, True))
    return tuple(plan)


def _ref_in(annotation: Any) -> str | None:
    """The kind named by a RefTo directly in ``annotation`` or in the element type of a tuple or optional."""
    for meta in getattr(annotation, "__metadata__", ()):
        if isinstance(meta, RefTo):
            return meta.kind
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None
    for part in get_args(annotation):
        found = _ref_in(part)
        if found:
            return found
    return None


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(part) for part in get_args(annotation))
