"""What people must have at hand: the articles of the must-know lists (应知应会清单).

A number by itself is worth asking only of such an article; any other is looked up.
"""

from generator.kinds import BasisValue
from generator.kinds.must_know import MustKnow
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.related import Key, key

#: Why an article's number is not asked.
UNLISTED = "不在应知应会清单里的条文，用时去查，不考条号"


#: Kinds of records through which people come to an article in their work.
_MET = frozenset(
    {"must-know", "obligation", "power-item", "responsibility", "education-duty", "procedure", "exemption", "benchmark"}
)


def by_heart(library: Library, basis: BasisValue) -> bool:
    """Whether the number of the article may be asked: a list has it, or the project has no lists."""
    listed = _listed(library)
    return not listed or key(basis) in listed


def rarity(library: Library, basis: BasisValue) -> float:
    """How seldom the article is met, 0 to 1: 1 where no list, duty, power or procedure turns to it, 0.5 where one does …"""
    met = sum(citing.kind in _MET for citing in library.cited_by(basis.regulation, basis.key))
    return 1 / (1 + met)


@once
def _listed(library: Library) -> frozenset[Key]:
    return frozenset(key(mastery.basis) for record in library.of("must-know", MustKnow) for mastery in record.articles)
