"""The one registry: where things are added to the house, and how what was added is found.

A new kind, rule, format, page or command is a new file in its folder and no change elsewhere.  Another package adds its own
by an entry point in the group of the same place (``pufa.rules`` …), so that nobody needs a fork:

    [project.entry-points."pufa.rules"]
    landlords = "our_bureau.landlords"          # a module with the constant RULE, or
    tenants = "our_bureau.tenants:RULE"         # the value itself, or a tuple of such values

What is wrong with an entry point is a Problem (E705) and stops every command: a package that is half there would make another
bank without a word.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, Generic, TypeVar

from generator.problems import Place, Problem

T = TypeVar("T")

_FAMILY = "pufa."
_slots: "dict[str, Slot[Any]]" = {}


class ExtensionError(Exception):
    """Installed packages add what can't be taken in; ``problems`` says what, each with the line of its entry point."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Slot(Generic[T]):
    """A place where things are added.

    Attributes:
        group: group of entry points in which other packages add theirs.
        package: the folder with one module per thing, as a dotted name; None where only other packages add here.
        constant: what each module of the folder defines: one of ``of``, or a tuple of them.
        of: the type of the things.
        key: the attribute by which they differ.
    """

    group: str
    package: str | None
    constant: str
    of: type[T]
    key: str = "id"

    def __post_init__(self) -> None:
        _slots[self.group] = self

    def all(self) -> tuple[T, ...]:
        """Those of the house in order of module name, then those of other packages in order of entry point.

        Raises:
            TypeError: a module of the house has no such constant, or one of another type.
            ExtensionError: an entry point can't be loaded, names something else, or adds what there is already.
        """
        found: list[T] = []
        for module in _modules(self.package):
            found += self._taken(getattr(module, self.constant, None), module.__name__)
        taken = {getattr(thing, self.key): self.package or "" for thing in found}
        problems: list[Problem] = []
        for entry in _entries(self.group):
            try:
                added = self._loaded(entry)
            except Exception as error:  # whatever a foreign module does on import
                problems.append(_problem(entry, f"读不进来：{type(error).__name__}: {error}"))
                continue
            for thing in added:
                name = getattr(thing, self.key)
                if name in taken:
                    problems.append(_problem(entry, f"“{name}”已经有了，在 {taken[name]}"))
                taken.setdefault(name, entry.value)
            found += added
        if problems:
            raise ExtensionError(problems)
        return tuple(found)

    def named(self, key: str) -> T | None:
        """The thing of the house whose module is called as ``key`` is, spaces and hyphens as underlines; no other is imported.

        None where no module is called so: ``all`` may know it yet.

        Raises:
            TypeError: the module has no such constant, or one of another type.
        """
        name = key.replace(" ", "_").replace("-", "_")
        if name not in _names(self.package):
            return None
        module = importlib.import_module(f"{self.package}.{name}")
        found = self._taken(getattr(module, self.constant, None), module.__name__)
        return next((thing for thing in found if getattr(thing, self.key) == key), None)

    def _loaded(self, entry: EntryPoint) -> tuple[T, ...]:
        value = _load(entry)
        if isinstance(value, ModuleType):
            value = getattr(value, self.constant, None)
        return self._taken(value, entry.value)

    def _taken(self, value: object, where: str) -> tuple[T, ...]:
        values = value if isinstance(value, tuple) else (value,)
        if not values or not all(isinstance(one, self.of) for one in values):
            raise TypeError(f"{where} must define {self.constant} as a {self.of.__name__} or a tuple of them")
        return values


def slots() -> tuple[Slot[Any], ...]:
    """Every slot of the house, in order of group."""
    seen: set[str] = set()
    while waiting := sorted(_slots.keys() - seen):  # modules of one slot may be the first to import another
        for group in waiting:
            _modules(_slots[group].package)
        seen.update(waiting)
    return tuple(slot for _, slot in sorted(_slots.items()))


def check_extensions(unknown: bool = True) -> None:
    """Load whatever installed packages add.

    Args:
        unknown: groups without a slot are a fault too; only where every module that has a slot is imported.

    Raises:
        ExtensionError: with every fault.
    """
    problems: list[Problem] = []
    added = sorted(group for group in entry_points().groups if group.startswith(_FAMILY))
    known = {slot.group: slot for slot in slots()} if added else {}
    for group in added:
        if group not in known and not unknown:
            continue
        if group not in known:
            told = f"没有 {group} 这个扩展点；现有：{'、'.join(known)}"
            problems += [_problem(entry, told) for entry in _entries(group)]
            continue
        try:
            known[group].all()
        except ExtensionError as error:
            problems += error.problems
    if problems:
        raise ExtensionError(problems)


@cache
def _modules(package: str | None) -> tuple[ModuleType, ...]:
    return tuple(importlib.import_module(f"{package}.{name}") for name in _names(package))


@cache
def _names(package: str | None) -> tuple[str, ...]:
    """Names of the modules of a folder that hold things, in order."""
    if package is None:
        return ()
    found = pkgutil.iter_modules(importlib.import_module(package).__path__)
    return tuple(sorted(info.name for info in found if not info.name.startswith("_")))


@cache
def _entries(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group; a package that is found twice on the path counts once."""
    found = {(entry.name, entry.value): entry for entry in reversed(tuple(entry_points(group=group)))}
    return tuple(entry for _, entry in sorted(found.items(), key=lambda pair: pair[0]))


@cache
def _load(entry: EntryPoint) -> object:
    return entry.load()


def _problem(entry: EntryPoint, what: str) -> Problem:
    """At the line of the package's list of entry points that names it."""
    listed = (entry.dist.read_text("entry_points.txt") or "") if entry.dist else ""
    name = entry.dist.name if entry.dist else entry.value
    line = next(_lines_of(entry, listed), 0)
    hint = "改正这个扩展包，或者卸载它。"
    return Problem(Place(f"{name}/entry_points.txt", line), "E705", f"扩展 {entry.group} 的 {entry.value} {what}", hint)


def _lines_of(entry: EntryPoint, listed: str) -> Iterator[int]:
    group = ""
    for number, line in enumerate(listed.splitlines(), 1):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group == entry.group and line.partition("=")[0].strip() == entry.name:
            yield number
