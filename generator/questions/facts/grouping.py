"""Putting facts of one kind together for an item of several right options."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.questions.item import rank

T = TypeVar("T")


def groups(facts: Sequence[T], seed: str, id: Callable[[T], str]) -> list[list[T]]:
    """The facts by rank, in groups of two to four whose size is drawn; none where there are fewer than two.

    A fact that would be left alone joins the last group, or takes one from it where that has four already.

    Args:
        facts: what the right options are made of.
        seed: of the order.
        id: id of a fact; it decides where the fact stands, so that a new one moves few others.
    """
    waiting = sorted(facts, key=lambda fact: rank(seed, id(fact)))
    found: list[list[T]] = []
    while len(waiting) > 1:
        size = 2 + rank(id(waiting[0]), "size") % 3
        found.append(waiting[:size])
        waiting = waiting[size:]
    if waiting and found:
        last = found.pop()
        found += [[*last, *waiting]] if len(last) < 4 else [last[:3], [*last[3:], *waiting]]
    return found
