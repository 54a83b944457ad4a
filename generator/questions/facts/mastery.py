"""How often people meet an article in their work: by the lists, duties, powers and procedures that turn to it."""

from functools import cache

from generator.kinds import BasisValue, kinds
from generator.library import Library


def rarity(library: Library, basis: BasisValue) -> float:
    """How seldom the article is met, 0 to 1: 1 where no list, duty, power or procedure turns to it, 0.5 where one does …"""
    met = sum(citing.kind in _met() for citing in library.cited_by(basis.regulation, basis.key))
    return 1 / (1 + met)


@cache
def _met() -> frozenset[str]:
    return frozenset(kind.name for kind in kinds() if kind.met)
