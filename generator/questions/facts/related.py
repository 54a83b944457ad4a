"""Conduct that may be one and the same act: nothing that is true of the one is surely false of the other."""

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.library.remember import once

Key = tuple[str, str]


def key(basis: BasisValue) -> Key:
    """Regulation and article of a citation."""
    return basis.regulation, basis.key


def broken(conduct: Conduct) -> frozenset[Key]:
    """Articles that the conduct breaks."""
    return frozenset(key(basis) for basis in conduct.prohibited_by)


def punishing(conduct: Conduct) -> frozenset[Key]:
    """Articles under which the conduct is punished."""
    return frozenset(key(penalty.basis) for penalty in conduct.penalties)


def related(library: Library, conduct: Conduct) -> tuple[Conduct, ...]:
    """Other conduct that breaks an article which ``conduct`` breaks too, or that is not said to break any."""
    return _all_related(library)[conduct.id]


@once
def _all_related(library: Library) -> dict[str, tuple[Conduct, ...]]:
    breaking: dict[Key | None, list[int]] = {}
    for number, conduct in enumerate(library.conducts):
        for where in broken(conduct) or {None}:
            breaking.setdefault(where, []).append(number)
    found = {}
    for number, conduct in enumerate(library.conducts):
        near = {other for where in (*broken(conduct), None) for other in breaking.get(where, ())} - {number}
        found[conduct.id] = tuple(library.conducts[other] for other in sorted(near))
    return found
