"""Taking content from packs: what a project has itself goes before, what it does without goes, and what named that is cut."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.kinds import BasisValue, Kind, Record, kinds
from generator.kinds._site import PackUse, Site
from generator.kinds.regulation import Regulation
from generator.library.links import kind_named_by
from generator.library.packs._base import PACKS, Named, Pack, Taken
from generator.problems import Place, Problems

#: root, kind, context, problems → the sound records.
Read = Callable[[Path, Kind, Mapping[str, Any], Problems], Iterable[Record]]


class _Gone(Exception):
    """What is left says nothing without what was left out."""


class Taking:
    """The packs that a project names, while its content is loaded."""

    def __init__(self, site: Site, at: Place, read: Read, problems: Problems) -> None:
        self._uses = list(_named(site, at, problems))
        self._read = read
        self._problems = problems
        self._found: dict[str, dict[str, tuple[Record, ...]]] = {pack.id: {} for _, pack in self._uses}
        self._replaced: dict[str, list[Named]] = {pack.id: [] for _, pack in self._uses}
        self._gone: dict[str, dict[Named, None]] = {pack.id: {} for _, pack in self._uses}

    def records(self, kind: Kind, own: Sequence[Record], context: Mapping[str, Any]) -> tuple[Record, ...]:
        """The records of a kind that the packs bring, without those that the project has itself or does without."""
        taken: list[Record] = []
        ids = {record.id for record in own}
        for use, pack in self._uses:
            told = Problems()
            for record in self._read(pack.root, kind, context, told):
                name = (kind.name, record.id)
                marked = record._marked
                record._marked = marked and dataclasses.replace(marked, file=f"{pack.id}:{marked.file}")
                if record.id in ids:
                    self._replaced[pack.id].append(name)
                elif _without(use, kind, record):
                    self._gone[pack.id][name] = None
                else:
                    taken.append(record)
                    ids.add(record.id)
                self._found[pack.id][kind.name] = (*self._found[pack.id].get(kind.name, ()), record)
            self._problems.extend(
                dataclasses.replace(one, at=dataclasses.replace(one.at, file=f"{pack.id}:{one.at.file}"))
                for one in told
            )
        return tuple(taken)

    def regulations(self, known: Sequence[Record]) -> tuple[Record, ...]:
        """The regulations by which a pack cites: those ``known``, and of those left out the ones whose title nobody else has."""
        titles = {record.label for record in known}
        gone = (
            record
            for _, pack in self._uses
            for record in self._found[pack.id].get("regulation", ())
            if ("regulation", record.id) in self._gone[pack.id] and record.label not in titles
        )
        return (*known, *gone)

    def cut(self, records: dict[str, tuple[Record, ...]]) -> tuple[Taken, ...]:
        """Cut out of the packs' records what names what was left out, in ``records`` itself, until nothing does."""
        here = {id(record) for some in records.values() for record in some}
        origin = {
            (kind, record.id): pack.id
            for _, pack in self._uses
            for kind, some in self._found[pack.id].items()
            for record in some
            if id(record) in here
        }
        gone = {name for some in self._gone.values() for name in some} - {
            (kind, record.id) for kind, some in records.items() for record in some
        }
        touched: dict[Named, None] = {}
        while True:
            before = len(gone)
            for kind, some in records.items():
                records[kind] = tuple(self._kept(kind, some, origin, gone, touched))
            if len(gone) == before:
                break
        return tuple(self._taken(pack, origin, gone, touched) for _, pack in self._uses)

    def _kept(
        self,
        kind: str,
        some: Sequence[Record],
        origin: Mapping[Named, str],
        gone: set[Named],
        touched: dict[Named, None],
    ) -> Iterator[Record]:
        for record in some:
            name = (kind, record.id)
            if name not in origin:
                yield record
                continue
            try:
                left = _cut(record, gone)
            except _Gone:
                gone.add(name)
                self._gone[origin[name]][name] = None
                continue
            if left is not record:
                touched[name] = None
                marked = record._marked
                left._marked = marked and dataclasses.replace(marked, value=_cut_written(marked.value, record, gone))
            yield left

    def _taken(self, pack: Pack, origin: Mapping[Named, str], gone: set[Named], touched: Mapping[Named, None]) -> Taken:
        here = [name for name, of in origin.items() if of == pack.id and name not in gone]
        cut = tuple(name for name in touched if origin[name] == pack.id and name not in gone)
        return Taken(pack, len(here), tuple(self._replaced[pack.id]), tuple(self._gone[pack.id]), cut)

    def site(self, site: Site, read: Callable[[Path], Site]) -> Site:
        """The project's own facts, with what it leaves out of search and of the field taken from its packs."""
        for _, pack in self._uses:
            other = read(pack.root)
            given = ("field", "synonyms", "unasked", "same_acts", "set_phrases", "harms", "tries")
            missing = {name: getattr(other, name) for name in given if name not in site.model_fields_set}
            site = site.model_copy(update=missing)
        return site


def available() -> tuple[Pack, ...]:
    """The packs that are installed with their content."""
    return tuple(pack for pack in PACKS.all() if (pack.root / "content").is_dir())


def _named(site: Site, at: Place, problems: Problems) -> Iterator[tuple[PackUse, Pack]]:
    known = {pack.id: pack for pack in available()}
    names = {kind.name for kind in kinds()}
    for use in site.packs:
        for wrong in sorted({*use.own, *use.without} - names):
            hint = f"可以写：{'、'.join(sorted(names))}。"
            problems.error(at, "E301", f"packs 里写的“{wrong}”不是内容种类", hint)
        if use.name in known:
            yield use, known[use.name]
            continue
        hint = f"装了的：{'、'.join(known) or '没有'}；先用 pip 装上带它的包。"
        problems.error(at, "E301", f"没有装名为“{use.name}”的内容包", hint)


def _without(use: PackUse, kind: Kind, record: Record) -> bool:
    if kind.name in use.own or record.id in use.without.get(kind.name, ()):
        return True
    return isinstance(record, Regulation) and record.region is not None and record.region not in use.regions


def _cut(value: Any, gone: set[Named]) -> Any:
    """The value without what names something that is gone; the value itself where nothing does.

    Raises:
        _Gone: it can't be without it.
    """
    if isinstance(value, BasisValue):
        if ("regulation", value.regulation) in gone:
            raise _Gone
        return value
    if isinstance(value, tuple):
        left = tuple(_each(value, lambda part: _cut(part, gone)))
        if value and not left:
            return ()
        return value if len(left) == len(value) and all(a is b for a, b in zip(left, value, strict=True)) else left
    return _cut_model(value, gone) if isinstance(value, BaseModel) else value


def _cut_model(model: BaseModel, gone: set[Named]) -> BaseModel:
    changed: dict[str, Any] = {}
    for name in type(model).model_fields:
        part = getattr(model, name)
        kind = kind_named_by(type(model), name)
        left = _cut(part, gone) if kind is None else _cut_named(part, kind, gone)
        if left is not part:
            changed[name] = left
    return _sound_with(model, changed) if changed else model


def _cut_written(written: Any, value: Any, gone: set[Named]) -> Any:
    """What the file holds of ``value``, cut in the same way: lists that offices keep are made of it."""
    if isinstance(value, tuple) and isinstance(written, list) and len(written) == len(value):
        pairs = [(one, part) for one, part in zip(written, value, strict=True) if not _is_gone(part, gone)]
        return [_cut_written(one, part, gone) for one, part in pairs]
    if not (isinstance(value, BaseModel) and isinstance(written, Mapping)):
        return written
    left = dict(written)
    for name in set(written) & set(type(value).model_fields):
        kind, part = kind_named_by(type(value), name), getattr(value, name)
        if kind is None:
            left[name] = _cut_written(written[name], part, gone)
        elif isinstance(part, tuple) and isinstance(written[name], list):
            left[name] = [one for one, id in zip(written[name], part, strict=False) if (kind, id) not in gone]
    return left


def _is_gone(value: Any, gone: set[Named]) -> bool:
    try:
        _cut(value, gone)
    except _Gone:
        return True
    return False


def _cut_named(part: Any, kind: str, gone: set[Named]) -> Any:
    if isinstance(part, tuple):
        left = tuple(id for id in part if (kind, id) not in gone)
        return part if len(left) == len(part) else left
    if part is not None and (kind, part) in gone:
        raise _Gone
    return part


def _each(parts: Iterable[Any], cut: Callable[[Any], Any]) -> Iterator[Any]:
    for part in parts:
        try:
            yield cut(part)
        except _Gone:
            continue


def _sound_with(model: BaseModel, changed: Mapping[str, Any]) -> BaseModel:
    """The model with other values, as its own rules allow; a field that has no sense without what went goes too.

    Raises:
        _Gone: its rules allow it in no way.
    """
    values = {name: getattr(model, name) for name in type(model).model_fields} | dict(changed)
    fields = type(model).model_fields
    resets = [
        {},
        *(
            {name: fields[name].get_default(call_default_factory=True)}
            for name in fields
            if not fields[name].is_required()
        ),
    ]
    for reset in resets:
        try:
            type(model).model_validate(values | reset)
        except ValidationError:
            continue
        return model.model_copy(update={**changed, **reset})
    raise _Gone
