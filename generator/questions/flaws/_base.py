"""The shape of a flaw check."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.library import Library
from generator.questions.item import Item
from generator.registry import Slot


@dataclass(frozen=True, slots=True)
class Flaw:
    """A check of one item.

    Attributes:
        id: stable slug.
        title: the flaw in Chinese.
        find: item and library → what is wrong, or None.
    """

    id: str
    title: str
    find: Callable[[Item, Library], str | None] = field(compare=False)


#: Where other packages add checks of every item; ours are listed by item type and in ``COMMON``.
FLAWS = Slot("pufa.flaws", None, "FLAWS", Flaw)
