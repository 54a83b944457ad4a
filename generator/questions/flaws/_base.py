"""The shape of a flaw check."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.library import Library
from generator.questions.item import Item


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
