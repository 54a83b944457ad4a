"""Articles as options: which have to do with a conduct, and which surely don't."""

from collections.abc import Sequence

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions.item import rank
from generator.questions.phrases import doing
from generator.questions.related import Key, broken, key, punishing, related


def concerning(library: Library, conduct: Conduct) -> frozenset[Key]:
    """Articles that forbid or punish the conduct or related conduct, or that any record citing the conduct cites."""
    found = set(broken(conduct) | punishing(conduct))
    for other in related(library, conduct):
        found |= punishing(other)
    for citing in library.citations():
        if conduct.id in getattr(citing.record, "conducts", ()):
            found.add(key(citing.basis))
    return frozenset(found)


def neighbours(
    library: Library, basis: BasisValue, topics: Sequence[str], out: frozenset[Key], seed: str
) -> list[BasisValue]:
    """Articles of the same law that punish conduct of one of ``topics`` and are not in ``out``, each once.

    Those of the first topic come first, each group by rank.
    """
    found: dict[Key, tuple[bool, int, BasisValue]] = {}
    for entry in library.penalties:
        other = entry.penalty.basis.whole
        shared = set(topics) & set(entry.conduct.topics)
        if other.regulation != basis.regulation or not shared or key(other) in out or key(other) == key(basis):
            continue
        order = (topics[0] not in shared, rank(seed, other.key), other)
        found[key(other)] = min(found.get(key(other), order), order, key=lambda o: o[:2])
    return [other for _, _, other in sorted(found.values(), key=lambda o: o[:2])]


def punished_by(library: Library, basis: BasisValue) -> str:
    """The first conduct that the article punishes, in words."""
    return next(doing(e.conduct) for e in library.penalties if key(e.penalty.basis) == key(basis))
