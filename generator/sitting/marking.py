"""Marking: what an answer earns, by its type and the rules of the paper, and sums of points.

``tests/vectors/marking.json`` holds this together with ``assets/js/core/marking.js``; change both or none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.questions import types
from generator.questions.given import NOTHING, ZERO, Given, Half, Question, Rule, rounded, tidy

__all__ = [
    "NOTHING", "ZERO", "Given", "Half", "Question", "Rule", "TopicRow", "by_topic", "earned", "is_right", "parts", "rounded", "summed",
    "tidy",
]  # fmt: skip


def parts(question: Question, given: Given) -> tuple[bool, ...]:
    """Part by part whether it is right: pairs of 连线, blanks of 填空 and 计算; one part for most types."""
    return types.named(question.type).parts(question, given)


def is_right(question: Question, given: Given) -> bool:
    """Whether it is right in every part."""
    return all(parts(question, given))


def earned(question: Question, given: Given, rule: Rule, half: Half = "exact") -> Decimal:
    """Points of an answer, 0 to ``question.points``, to two places.

    Args:
        question, given: the item and the answer.
        rule: for types that have several: nothing, half or a share for an answer that is incomplete and holds nothing wrong.
        half: ``whole`` rounds half of the points up to a whole number, and gives none for items of one point or less.
    """
    return types.named(question.type).earned(question, given, rule, half)


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
