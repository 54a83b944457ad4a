"""Papers: what assembly makes from a blueprint and every export reads."""

from dataclasses import dataclass

from generator.kinds.blueprint import Blueprint
from generator.questions import types
from generator.questions.item import Item


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of a paper.

    Attributes:
        title: heading, without its ordinal.
        type: item type of all its items.
        points: points for each number.
        items: in the order printed.
    """

    title: str
    type: str
    points: float
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many numbers it bears: an item whose parts are numbered through bears several."""
        return sum(types.of(item).takes(item) for item in self.items)


@dataclass(frozen=True, slots=True)
class Paper:
    """An assembled paper.

    Attributes:
        blueprint: what it was made from.
        seed: the draw.
        sections: in order; items are numbered through all of them from 1.
        form: A, B, C …; for a paper drawn for one candidate, the candidate's number.
        alone: whether it is the only form, so that nothing need name it.
    """

    blueprint: Blueprint
    seed: int
    sections: tuple[PaperSection, ...]
    form: str = "A"
    alone: bool = True

    @property
    def suffix(self) -> str:
        """What names the form in file names and numbers: nothing where it is the only one."""
        return "" if self.alone else f"-{self.form}"

    @property
    def code(self) -> str:
        """卷号: blueprint, seed and form."""
        return f"{self.blueprint.id}-{self.seed}{self.suffix}"

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def count(self) -> int:
        """How many numbers it bears."""
        return sum(section.count for section in self.sections)

    @property
    def numbered(self) -> tuple[tuple[int, tuple[tuple[int, Item], ...]], ...]:
        """Ordinal of each section with its items and their numbers, from 1 through all sections; an item that bears several numbers has its first."""
        found, number = [], 1
        for ordinal, section in enumerate(self.sections, 1):
            inside = []
            for item in section.items:
                inside.append((number, item))
                number += types.of(item).takes(item)
            found.append((ordinal, tuple(inside)))
        return tuple(found)

    @property
    def difficulty(self) -> float:
        """Mean difficulty of what bears a number, 0 to 1."""
        return sum(types.of(item).takes(item) * item.difficulty for item in self.items) / self.count


@dataclass(frozen=True, slots=True)
class Exam:
    """Papers of one blueprint, for one sitting.

    Attributes:
        blueprint: what they were made from.
        seed: the draw.
        papers: one for each form, or for each candidate where ``drawn``.
        repeats: how often, all in all, an item stands in a form though an earlier form holds it already.
        bound: a number of repeats that no papers for this blueprint and bank can go below.
        drawn: whether each candidate has a form of their own.
        proven: whether each form is proven the heaviest of its kind; where not, the search came to its limit of nodes.
    """

    blueprint: Blueprint
    seed: int
    papers: tuple[Paper, ...]
    repeats: int = 0
    bound: int = 0
    drawn: bool = False
    proven: bool = True

    @property
    def spread(self) -> float:
        """Greatest difference of mean difficulty between two forms."""
        means = [paper.difficulty for paper in self.papers]
        return max(means) - min(means)
