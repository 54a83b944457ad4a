"""Which conduct a place of an article that punishes several is nearer to, by what is its own in its name."""

from collections.abc import Iterable

from generator.auditing.likeness import bigrams
from generator.kinds.conduct import Conduct
from generator.library import PenaltyOf


def of_another(conduct: Conduct, rivals: Iterable[PenaltyOf], text: str, place: int) -> bool:
    """Whether the words before a place are nearer to the conduct of one of the rivals than to the one given."""
    rivals = list(rivals)
    for stops in ("。；\n", "\n"):
        clause = text[max(text.rfind(stop, 0, place) for stop in stops) + 1 : place]
        for other in (entry.conduct for entry in rivals):
            if _last(conduct, other, clause) < 0 <= _last(other, conduct, clause):
                return True
    return False


def _last(conduct: Conduct, other: Conduct, words: str) -> int:
    """Where the last pair of letters stands that is in the name of the one and not of the other; -1 where none does."""
    own = set(bigrams(conduct.title)) - set(bigrams(other.title))
    return max((words.rfind(gram) for gram in own), default=-1)
