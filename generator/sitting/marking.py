"""Marking: what an answer earns, by the rules of the paper.

``tests/vectors/marking.json`` holds this together with ``assets/js/core/marking.js``; change both or none.  All arithmetic is
exact; points are rounded once an item, to two places, halves up, so that a sum never carries the dust of binary fractions.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from generator.questions.answers import fills
from generator.questions.item import Blank

Rule = Literal["all_or_nothing", "half", "proportional"]
#: What half of the points comes to: exactly half, or a whole number as 问卷星 sets it unless told otherwise.
Half = Literal["exact", "whole"]
ZERO, CENT = Decimal(0), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Question:
    """What marking knows of an item.

    Attributes:
        type: item type.
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


def parts(question: Question, given: Given) -> tuple[bool, ...]:
    """Part by part whether it is right: pairs of 连线, blanks of 填空 and 计算; one part for other types."""
    if given.empty:
        return tuple(False for _ in (question.blanks or (question.sequence if question.type == "match" else (0,))))
    if question.type == "match":
        places = (*given.places, *(-1 for _ in question.sequence))
        return tuple(place == wanted for place, wanted in zip(places, question.sequence, strict=False))
    if question.blanks:
        texts = (*given.texts, *("" for _ in question.blanks))
        return tuple(fills(blank, text) for blank, text in zip(question.blanks, texts, strict=False))
    if question.type == "order":
        return (given.places == question.sequence,)
    if question.type == "case":
        return (given.points == question.points,)
    return (bool(question.right) and set(given.places) == set(question.right),)


def is_right(question: Question, given: Given) -> bool:
    """Whether it is right in every part."""
    return all(parts(question, given))


def earned(question: Question, given: Given, rule: Rule, half: Half = "exact") -> Decimal:
    """Points of an answer, 0 to ``question.points``, to two places.

    Args:
        question, given: the item and the answer.
        rule: for items of type multiple: nothing, half or a share for an answer that is incomplete and holds no wrong option.
        half: ``whole`` rounds half of the points up to a whole number, and gives none for items of one point or less.
    """
    if question.type == "case":
        return rounded(min(max(given.points or Fraction(0), Fraction(0)), question.points))
    found = parts(question, given)
    if question.type != "multiple" or all(found):
        return rounded(question.points * sum(found) / len(found))
    chosen = set(given.places)
    if not chosen or not chosen < set(question.right):
        return ZERO
    if rule == "half":
        return rounded(_half(question.points, half))
    return rounded(question.points * len(chosen) / len(question.right)) if rule == "proportional" else ZERO


def _half(points: Fraction, half: Half) -> Fraction:
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


@dataclass(frozen=True, slots=True)
class TopicRow:
    """How a topic was answered: items, those fully right, points earned and points there were."""

    topic: str
    right: int
    count: int
    points: Decimal
    total: Decimal


def by_topic(marks: Iterable[tuple[Sequence[str], Decimal, Decimal, bool]]) -> tuple[TopicRow, ...]:
    """Sum marks by topic.

    Args:
        marks: for each item its topics, the points earned, the points there were, and whether it was right.

    Returns:
        The topics, weakest first, equals in order of appearance.
    """
    rows: dict[str, TopicRow] = {}
    for topics, points, total, right in marks:
        for topic in topics:
            row = rows.get(topic, TopicRow(topic, 0, 0, ZERO, ZERO))
            rows[topic] = TopicRow(topic, row.right + right, row.count + 1, row.points + points, row.total + total)
    return tuple(sorted(rows.values(), key=lambda row: Fraction(row.points) / Fraction(row.total)))


def summed(points: Iterable[Decimal]) -> Decimal:
    """The sum of points that were rounded already."""
    return tidy(sum(points, ZERO))
