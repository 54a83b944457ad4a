"""Which articles have to do with a conduct, so that they are no wrong answers beside its own."""

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.power_item import PowerItem
from generator.library import Library
from generator.library.links import citations
from generator.library.remember import once
from generator.questions.facts.related import Key, broken, key, punishing, related
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


def punished_by(library: Library, basis: BasisValue) -> str:
    """The first conduct that the article punishes, or for which it says what follows whoever decides, in words."""
    return doing(next(one.conduct for one in library.consequences if key(one.penalty.basis) == key(basis)))
