"""The flaw checks: what makes an item unfit, found before anybody meets it in an exam.

Each check takes an item and the library and returns what is wrong, in a few Chinese words, or None.  None is tolerated in
the bank.  Every item goes through ``COMMON`` and what its type lists; ``questions/sound.py`` runs them.
"""

from generator.questions.flaws import force, style
from generator.questions.flaws._base import Flaw

__all__ = ["COMMON", "Flaw"]

#: Checks of every item, whatever its type.
COMMON: tuple[Flaw, ...] = (*style.FLAWS, *force.FLAWS)
