"""How often people meet an article in their work: by the lists, duties, powers and procedures that turn to it."""

from generator.kinds import BasisValue
from generator.library import Library

#: Kinds of records through which people come to an article in their work.
_MET = frozenset(
    {"must-know", "obligation", "power-item", "responsibility", "education-duty", "procedure", "exemption", "benchmark"}
)


def rarity(library: Library, basis: BasisValue) -> float:
    """How seldom the article is met, 0 to 1: 1 where no list, duty, power or procedure turns to it, 0.5 where one does …"""
    met = sum(citing.kind in _MET for citing in library.cited_by(basis.regulation, basis.key))
    return 1 / (1 + met)
