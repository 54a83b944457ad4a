"""Papers: what assembly makes from a blueprint and every export reads."""

from dataclasses import dataclass

from generator.kinds.blueprint import Blueprint
from generator.questions.item import Item


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of a paper.

    Attributes:
        title: heading, without its ordinal.
        type: item type of all its items.
        points: points for each item.
        items: in the order printed.
    """

    title: str
    type: str
    points: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """An assembled paper.

    Attributes:
        blueprint: what it was made from.
        seed: the draw.
        sections: in order; items are numbered through all of them from 1.
    """

    blueprint: Blueprint
    seed: int
    sections: tuple[PaperSection, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order; the item at index i bears number i + 1."""
        return tuple(item for section in self.sections for item in section.items)
