"""What parts share: how many options they show, how a chain gathers those that can be asked, and what it is then about."""

from collections.abc import Callable, Mapping, Sequence

from generator.library import Library
from generator.questions.chained import FEWEST, Part
from generator.questions.facts.told import Told
from generator.questions.item import Skip, rank
from generator.questions.writing.making import Subject, validity

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


def subject_of(
    library: Library, rule: str, one: Told, parts: Sequence[Part], reasons: Sequence[str], limits: Sequence[str]
) -> Subject | Skip:
    """What a chain of ``parts`` on a situation told is about; a skip where too few could be asked, or a basis is not in force.

    Args:
        library: whose law is asked.
        rule: id of the rule that asks.
        one: the situation and its penalty.
        parts: of the chain, in order.
        reasons: why others could not be made, said in the skip.
        limits: names of the periods that the chain asks or tells.
    """
    basis = tuple(dict.fromkeys(cited for part in parts for cited in part.basis))
    if len(parts) < FEWEST or validity(library, basis) is None:
        return Skip(one.at, f"只问得出 {len(parts)} 小题：{'；'.join(reasons)}")
    return Subject(
        rule=rule, id=one.id, basis=basis, topics=one.situation.topics, at=one.at, conduct=one.conduct.id,
        audience=one.situation.audience,
        facts=(
            f"situation/{one.situation.id}", f"penalty/{one.case.id}", f"penalty/{one.entry.id}/ladder",
            *(f"limit/{name}" for name in limits),
        ),
    )  # fmt: skip
