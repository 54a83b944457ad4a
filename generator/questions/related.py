"""Conduct that may be one and the same act: nothing that is true of the one is surely false of the other."""

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions.remember import once

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
    return once(library, "related", lambda: _all_related(library))[conduct.id]


def _all_related(library: Library) -> dict[str, tuple[Conduct, ...]]:
    articles = {conduct.id: broken(conduct) for conduct in library.conducts}
    return {
        id: tuple(
            other
            for other in library.conducts
            if other.id != id and (articles[other.id] & own or not articles[other.id])
        )
        for id, own in articles.items()
    }
