"""Whether answers stand in the columns of other questions: the platform's numbers, or the cells, are off by a constant.

Where numbers alone tell the questions, a table that is off by two is read without a fault and marked against other
questions' keys.  The answers themselves give it away: moved back, far more of them can be read, or far more are right.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.sitting.key import KeyItem

#: Rows that are tried, and the furthest that a table is taken to be off.
ROWS, FURTHEST = 200, 12
#: Fewest answers, and fewest questions, from which anything is concluded: people who sit together err together.
_FEWEST, _QUESTIONS = 20, 8
#: Share of cells that can't be read from which on it is asked why, and how many times fewer there must be elsewhere.
_FAULTY, _FEWER = 0.03, 4
#: By how much the share of right answers must be higher elsewhere, and by how many standard errors: as if each answer, and as
#: if only each question stood by itself.
_BETTER, _SURE, _AMONG = 0.15, 4.0, 2.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How the answers fit the questions at an offset: cells with something in them, those unreadable, those right; questions."""

    cells: int
    faults: int
    right: int
    questions: int

    @property
    def faulty(self) -> float:
        """Share of the cells that can't be read."""
        return self.faults / self.cells

    @property
    def share(self) -> float:
        """Share of the cells that are right."""
        return self.right / self.cells


def shifted(
    rows: Iterable[tuple[Sequence[KeyItem], Sequence[str]]], check: Callable[[KeyItem, str], tuple[bool, bool]]
) -> tuple[int, Fit, Fit] | None:
    """The offset at which answers fit far better than where they stand, with both fits; None where there is none.

    Args:
        rows: for each candidate the items of their form and, in the order of the numbers, the cells; an offset of 2 is that the
            answer to item n stands in cell n + 2.
        check: whether a cell can be read as an answer to an item, and whether it is right.
    """
    tried = list(rows)[:ROWS]
    here = _fit(tried, 0, check)
    if here.cells < _FEWEST or here.questions < _QUESTIONS:
        return None
    found = []
    for offset in range(-FURTHEST, FURTHEST + 1):
        there = _fit(tried, offset, check)
        if (
            offset
            and there.questions >= _QUESTIONS
            and there.cells >= max(_FEWEST, here.cells // 2)
            and _explains(here, there)
        ):
            found.append((there.share - there.faulty, -abs(offset), offset, there))
    if not found:
        return None
    *_, offset, there = max(found, key=lambda one: one[:3])
    return offset, here, there


def _explains(here: Fit, there: Fit) -> bool:
    """Whether ``there`` reads what ``here`` can't, or has right what by chance nobody would."""
    reads = here.faulty >= _FAULTY and here.faults >= 3 and there.faulty * _FEWER <= here.faulty
    # of one or two people there are few cells, and who knows little has few right anywhere: then all must be readable there
    whole = here.faults >= 2 and not there.faults and there.cells >= here.cells - 1
    error = math.sqrt(0.25 / here.cells + 0.25 / there.cells)
    among = math.sqrt(0.25 / here.questions + 0.25 / there.questions)
    knows = there.share - here.share >= max(_BETTER, _SURE * error, _AMONG * among)
    return (reads and there.share >= here.share) or whole or knows


def _fit(
    rows: Sequence[tuple[Sequence[KeyItem], Sequence[str]]],
    offset: int,
    check: Callable[[KeyItem, str], tuple[bool, bool]],
) -> Fit:
    cells = faults = right = 0
    questions: set[int] = set()
    for items, texts in rows:
        for place, item in enumerate(items):
            text = texts[place + offset] if 0 <= place + offset < len(texts) else ""
            if text:
                readable, good = check(item, text)
                questions.add(place)
                cells, faults, right = cells + 1, faults + (not readable), right + good
    return Fit(cells, faults, right, len(questions)) if cells else Fit(1, 1, 0, 1)
