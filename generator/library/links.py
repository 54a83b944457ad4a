"""Links: which record points at which, found from the types of the fields, so that a new kind needs no code here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.kinds import Basis, BasisValue, Kind, Record, RefTo
from generator.kinds._base import SLUG
from generator.problems import Place
from generator.reading import Marked

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a record that names another record.

    Attributes:
        of: the record's kind.
        record: whose field it is.
        kind, id: what it names.
        path: where in the record, for messages and places.
    """

    of: str
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


@dataclass(frozen=True, slots=True)
class Loose:
    """What records at fault name: they are left out, and their links are checked all the same, so that one run tells all.

    Attributes:
        broken: (kind's name, id) of the records; naming one of them is no further fault.
        references, citations: the links that could be read.
    """

    broken: set[tuple[str, str]] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    citations: list[Citing] = field(default_factory=list)

    def add(self, kind: Kind, marked: Marked, context: Mapping[str, Any]) -> None:
        """Take in a record as it was read; ``context`` is what the models are validated with."""
        record = kind.model.model_construct(id=str(marked.value.get("id")))
        record._marked = marked
        self.broken.add((kind.name, str(marked.value.get("id"))))
        for path, value, named in _written(marked.value, kind.model, ()):
            if named is not None:
                if re.fullmatch(SLUG, value):
                    self.references.append(Reference(kind.name, record, named, value, path))
                continue
            try:
                self.citations.append(
                    Citing(kind.name, record, _BASIS.validate_python(value, context=dict(context)), path)
                )
            except ValidationError:
                continue  # told already, with the rest of the record


_BASIS: TypeAdapter[BasisValue] = TypeAdapter(Basis)


def references(of: str, record: Record) -> Iterator[Reference]:
    """Yield every reference of ``record`` to another record, in order of fields."""
    for path, value, kind in _walk(record, ()):
        if kind is not None:
            yield Reference(of, record, kind, value, path)


def citations(kind: str, record: Record) -> Iterator[Citing]:
    """Yield every citation of an article in ``record``, in order of fields."""
    for path, value, ref in _walk(record, ()):
        if ref is None:
            yield Citing(kind, record, value, path)


def kind_named_by(model: type[BaseModel], field: str) -> str | None:
    """The kind whose records ``field`` names, or None where it names none."""
    return next((kind for name, kind, _ in _plan(model) if name == field), None)


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


def _written(value: Any, model: type[BaseModel], path: Path) -> Iterator[tuple[Path, Any, str | None]]:
    """As ``_walk``, over what was read and not yet made into a model; what has no sense is passed over."""
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _written(part, model, (*path, index))
    elif model is BasisValue:
        yield path, value, None
    elif isinstance(value, dict):
        for name, kind, deep in _plan(model):
            part = value.get(name)
            if kind is not None:
                named = _named(tuple(part) if isinstance(part, list) else part, kind, (*path, name))
                yield from (found for found in named if isinstance(found[1], str))
            elif deep and part is not None:
                yield from _written(part, _model_in(model.model_fields[name].annotation), (*path, name))


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str | None, bool], ...]:
    """For each field that can hold a link: its name, the kind it names, or whether to look deeper."""
    plan: list[tuple[str, str | None, bool]] = []
    for name, info in model.model_fields.items():
        kind = next((meta.kind for meta in info.metadata if isinstance(meta, RefTo)), None) or _ref_in(info.annotation)
        if kind is not None:
            plan.append((name, kind, False))
        elif _holds_models(info.annotation):
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


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _models_in(part)


def _holds_models(annotation: Any) -> bool:
    return next(_models_in(annotation), None) is not None


def _model_in(annotation: Any) -> type[BaseModel]:
    """The model in an annotation that holds one; no field of ours holds two."""
    return next(_models_in(annotation))
