"""What parts share: how many options they show, and how a chain gathers those that can be asked."""

from collections.abc import Callable, Mapping, Sequence

from generator.questions.chained import Part
from generator.questions.item import rank

WRONG = 3
SHOWN = 4

Maker = Callable[[], Part | str]


def gathered(makers: Sequence[Maker], most: int) -> tuple[list[Part], list[str]]:
    """The first ``most`` parts that can be made, and why others can't."""
    made: list[Part] = []
    reasons: list[str] = []
    for make in makers:
        found = make() if len(made) < most else ""
        if isinstance(found, Part):
            made.append(found)
        elif found:
            reasons.append(found)
    return made, reasons


def drawn(makers: Mapping[str, Maker], most: int, seed: str, rare: Sequence[str] = ()) -> tuple[list[Part], list[str]]:
    """``most`` parts drawn by ``seed`` from those that can be made, in the order of ``makers``, and why others can't.

    The ``rare`` ones, which few situations let be asked, are tried first.
    """
    made: dict[str, Part] = {}
    reasons: list[str] = []
    for name in sorted(makers, key=lambda name: (name not in rare, rank(f"{seed}/drawn", name))):
        found = makers[name]() if len(made) < most else ""
        if isinstance(found, Part):
            made[name] = found
        elif found:
            reasons.append(found)
    return [made[name] for name in makers if name in made], reasons
