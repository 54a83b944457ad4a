"""What marking rests on: a question as marking knows it, an answer as given, and points that never carry dust.

How an answer is read and what it earns is its type's business (``questions/types``).  All arithmetic is exact; points are
rounded once an item, to two places, halves up.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from generator.questions.item import Blank

Rule = Literal["all_or_nothing", "half", "proportional"]
#: What half of the points comes to: exactly half, or a whole number as 问卷星 sets it unless told otherwise.
Half = Literal["exact", "whole"]
ZERO, CENT = Decimal(0), Decimal("0.01")


class Unreadable(ValueError):
    """Why a cell is no answer to its question, in Chinese."""


@dataclass(frozen=True, slots=True)
class Question:
    """What marking knows of an item.  A type that needs more has a subclass of its own.

    Attributes:
        type: id of the item's type.
        points: points for a full answer.
        options: number of options.
        right: single, multiple, judge: places of the right options, from 0.
        sequence: match: for each prompt the place of its option; order: places in the right order.
        blanks: blank and calc: what is right in each.
    """

    type: str
    points: Fraction
    options: int = 0
    right: tuple[int, ...] = ()
    sequence: tuple[int, ...] = ()
    blanks: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What a candidate gave.

    Attributes:
        places: options chosen; order: in turn; match: one for each prompt, -1 where none was given.
        texts: blank and calc: one for each blank, empty where none was given.
        points: case: what the marker gave.
    """

    places: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    points: Fraction | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was given."""
        return self.points is None and all(place < 0 for place in self.places) and not any(map(str.strip, self.texts))


#: An answer that gives nothing.
NOTHING = Given()


def half_of(points: Fraction, half: Half) -> Fraction:
    """Half of ``points``; whole as 问卷星's help on 考试多选题 has it: 0 up to one point, else half of it rounded up."""
    if half == "exact":
        return points / 2
    return Fraction(0 if points <= 1 else math.ceil(points / 2))


def rounded(points: Fraction) -> Decimal:
    """To two places, halves up, without idle zeros: 1.333… → 1.33, 0.125 → 0.13, 2 → 2."""
    hundredths = math.floor(points * 100 + Fraction(1, 2))
    return tidy(Decimal(hundredths) / 100)


def tidy(points: Decimal) -> Decimal:
    """Two places at most, and as few as there are: 2.50 → 2.5, 100.00 → 100."""
    plain = points.quantize(CENT, ROUND_HALF_UP).normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
