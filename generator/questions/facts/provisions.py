"""Articles as options: which have to do with a conduct, and which surely don't."""

from collections.abc import Sequence

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.power_item import PowerItem
from generator.legal.basis import split_key
from generator.library import Library
from generator.library.links import citations
from generator.library.remember import once
from generator.questions.facts.related import Key, broken, key, punishing, related
from generator.questions.item import rank
from generator.questions.writing.phrases import doing

#: An item of the list of powers that cites more articles than so many lists a whole law and says nothing of one conduct.
_LISTED = 5


def concerning(library: Library, conduct: Conduct) -> frozenset[Key]:
    """Articles that forbid or punish the conduct or related conduct, or an act of the same words, or that a record cites
    which names the conduct.
    """
    found = set(broken(conduct) | punishing(conduct))
    for words, articles in _by_act(library).items():
        if _tells(words, conduct):
            found |= articles
    for other in related(library, conduct):
        found |= punishing(other)
    for reference in library.referring("conduct", conduct.id):
        cited = {key(citing.basis) for citing in citations("", reference.record)}
        found |= set() if isinstance(reference.record, PowerItem) and len(cited) > _LISTED else cited
    return frozenset(found)


@once
def _by_act(library: Library) -> dict[tuple[str, ...], set[Key]]:
    """Articles that punish acts of the same words, under different names: one act can break more than one of them."""
    return {
        words: {key(e.penalty.basis) for e in library.penalties if _tells(words, e.conduct)}
        for words in library.site.same_acts
    }


def _tells(words: tuple[str, ...], conduct: Conduct) -> bool:
    return any(word in conduct.title for word in words)


def neighbours(
    library: Library, basis: BasisValue, topics: Sequence[str], out: frozenset[Key], seed: str
) -> list[BasisValue]:
    """Articles of the same law that punish conduct of one of ``topics`` and are not in ``out``, each once.

    Those of the first topic come first, each group by rank.
    """
    found: list[tuple[bool, int, BasisValue]] = []
    for where, about in _punishing(library).get(basis.regulation, {}).items():
        shared = set(topics) & about
        if shared and where not in out and where != key(basis):
            article, suffix = split_key(where[1])
            other = BasisValue(regulation=where[0], article=article, suffix=suffix)
            found.append((topics[0] not in shared, rank(seed, where[1]), other))
    return [other for _, _, other in sorted(found, key=lambda o: o[:2])]


@once
def _punishing(library: Library) -> dict[str, dict[Key, set[str]]]:
    """For each regulation, every article that punishes some conduct, with the topics of what it punishes."""
    found: dict[str, dict[Key, set[str]]] = {}
    for entry in library.penalties:
        where = key(entry.penalty.basis)
        found.setdefault(where[0], {}).setdefault(where, set()).update(entry.conduct.topics)
    return found


def punished_by(library: Library, basis: BasisValue) -> str:
    """The first conduct that the article punishes, in words."""
    return doing(library.penalties_under(*key(basis))[0].conduct)
