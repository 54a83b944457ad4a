"""What a chain of questions on one situation is made of: the evidence it shows and its parts, each an item of its own.

Parts are single choice or 不定项 (one option or more are right, all of them perhaps not).  They are read, marked and decided
as items are, which is why ``part_items`` makes items of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.kinds import BasisValue
from generator.questions.item import Claim, Item, Option, Response

#: Parts that a situation bears.
FEWEST, MOST = 3, 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence as it is found: a record, a ledger page, a label, a letter.

    Attributes:
        title: what it is: 危险废物台账.
        lines: its text, a paragraph each.
        head, rows: a table below the text, where it has one; every row as long as the head.
    """

    title: str
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """All its words, line by line."""
        return "\n".join((self.title, *self.lines, *("　".join(row) for row in (self.head, *self.rows) if row)))


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a chain.

    Attributes:
        stem: what is asked.
        options: in the order shown.
        several: 不定项, else exactly one is right.
        explanation, basis: as of an item.
        claim: what is asked, for the second evaluator.
    """

    stem: str
    options: tuple[Option, ...]
    explanation: str
    basis: tuple[BasisValue, ...]
    several: bool = False
    claim: Claim | None = None

    @property
    def sort(self) -> str:
        """单选 or 不定项."""
        return "不定项" if self.several else "单选"


@dataclass(frozen=True, slots=True)
class Chain(Response):
    """What a chain shows besides its stem, which tells the situation, and what it asks."""

    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Part, ...] = ()


def chain_of(item: Item) -> Chain:
    """The chain that an item of its type asks.  Raises TypeError for another item."""
    if not isinstance(item.response, Chain):
        raise TypeError(item.id)
    return item.response


def part_items(item: Item, single: str, several: str) -> tuple[Item, ...]:
    """Each part as an item: the situation and the evidence are its stem as well, so that it holds the whole case.

    ``single`` and ``several`` are the ids of the types that parts are read and marked as.
    """
    chain = chain_of(item)
    told = "\n".join((item.stem, *(piece.text for piece in chain.evidence)))
    return tuple(
        replace(
            item,
            id=f"{item.id}/{number}",
            type=several if part.several else single,
            stem=f"{told}\n{part.stem}",
            options=part.options,
            explanation=part.explanation,
            basis=part.basis,
            claim=part.claim,
            response=Response(),
        )
        for number, part in enumerate(chain.parts, 1)
    )


def numbers(first: int, parts: Sequence[Part]) -> str:
    """``12～15．``: what stands before the situation that so many numbers share."""
    return f"{first}～{first + len(parts) - 1}．"
