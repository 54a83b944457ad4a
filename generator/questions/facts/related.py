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
    """Other conduct that breaks an article which ``conduct`` breaks too, or that is not said to break any, or that other law
    punishes as the same act (``beside``), whichever of the two records says so.
    """
    return _all_related(library)[conduct.id]


@once
def _all_related(library: Library) -> dict[str, tuple[Conduct, ...]]:
    breaking: dict[Key | None, list[int]] = {}
    for number, conduct in enumerate(library.conducts):
        for where in broken(conduct) or {None}:
            breaking.setdefault(where, []).append(number)
    same = _same_act(library)
    found = {}
    for number, conduct in enumerate(library.conducts):
        near = {other for where in (*broken(conduct), None) for other in breaking.get(where, ())}
        near = (near | same[conduct.id]) - {number}
        found[conduct.id] = tuple(library.conducts[other] for other in sorted(near))
    return found


def _same_act(library: Library) -> dict[str, set[int]]:
    """Id → places of conduct that is said to be the same act under other law: the linked, and what is linked to the same."""
    places = {conduct.id: number for number, conduct in enumerate(library.conducts)}
    linked: dict[str, set[int]] = {id: {number} for id, number in places.items()}
    for conduct in library.conducts:
        for other in conduct.beside:
            if other in places:
                linked[other].add(places[conduct.id])
    return {
        conduct.id: set().union(*(linked[id] for id in (conduct.id, *conduct.beside) if id in linked))
        for conduct in library.conducts
    }
