"""The flaw checks: what makes an item unfit, found before anybody meets it in an exam.

Each check takes an item and the library and returns what is wrong, in a few Chinese words, or None.  None is tolerated in
the bank.  Checks of the bank as a whole take all items.
"""

from collections.abc import Sequence

from generator.library import Library
from generator.questions.flaws import contradiction, force, key, options, response, wording
from generator.questions.flaws._base import Flaw
from generator.questions.flaws.whole import bank_flaws, twins
from generator.questions.item import Item

__all__ = ["FLAWS", "bank_flaws", "item_flaws", "twins"]

#: Every check of a single item.
FLAWS: tuple[Flaw, ...] = (
    *key.FLAWS,
    *options.FLAWS,
    *response.FLAWS,
    *wording.FLAWS,
    *force.FLAWS,
    *contradiction.FLAWS,
)


def item_flaws(item: Item, library: Library) -> Sequence[str]:
    """What is wrong with ``item``, one phrase a flaw, in order of the checks; empty where it is sound."""
    found = (flaw.find(item, library) for flaw in FLAWS)
    return [text for text in found if text]
