"""Several sittings of the same people as one: who was absent or failed and came again (补考)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from generator.sitting.candidates import Attempt, Candidate, Sitting


class Keep(StrEnum):
    """Which of several sittings of a candidate counts."""

    BEST = "最高"
    LAST = "最后"
    FIRST = "首次"


def merged(sittings: Sequence[tuple[str, Sitting]], keep: Keep) -> Sitting:
    """One sitting out of several.

    Args:
        sittings: each with the name by which it is told, in the order in which they were held; at least one.
        keep: which attempt counts; one at which somebody was absent never does where there is another.

    Returns:
        Candidates in the order in which they first appear; of those in more than one sitting, all attempts.
    """
    attempts: dict[str, list[tuple[str, Candidate]]] = {}
    for source, sitting in sittings:
        for candidate in sitting.candidates:
            attempts.setdefault(candidate.identity, []).append((source, candidate))
    candidates = tuple(_counting(own, keep) for own in attempts.values())
    return replace(sittings[0][1], candidates=candidates)


def _counting(attempts: Sequence[tuple[str, Candidate]], keep: Keep) -> Candidate:
    first = attempts[0][1]
    if len(attempts) == 1:
        return first
    sat = [candidate for _, candidate in attempts if not candidate.absent] or [first]
    chosen = {Keep.BEST: max(sat, key=lambda one: one.score / one.key.total), Keep.LAST: sat[-1], Keep.FIRST: sat[0]}[
        keep
    ]
    return replace(
        chosen,
        number=first.number,
        name=first.name or chosen.name,
        unit=first.unit or chosen.unit,
        attempts=tuple(Attempt(source, one.score, one.absent) for source, one in attempts),
    )
