"""Whether answers stand in the columns of other questions: off by a constant, from the first question or from a later one on, or anyhow.

Where numbers alone tell the questions, a table that is off by two is read without a fault and marked against other
questions' keys.  The answers themselves give it away: moved back, far more of them can be read, or far more are right.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.sitting.key import KeyItem

#: Rows that are tried, and the furthest that a table is taken to be off; from a later question on, the furthest is a few cells.
ROWS, FURTHEST, _FEW = 200, 12, 3
#: Fewest answers, and fewest questions, from which anything is concluded: people who sit together err together.
_FEWEST, _QUESTIONS = 20, 8
#: Share of cells that can't be read from which on it is asked why, and how many times fewer there must be elsewhere.
_FAULTY, _FEWER = 0.03, 4
#: By how much the share of right answers must be higher elsewhere, and by how many standard errors: as if each answer, and as
#: if only each question stood by itself.
_BETTER, _SURE, _AMONG = 0.15, 4.0, 2.0
#: The same from a later question on, of which many are tried; and how much less may be right there, moved, than before it.
_LATER, _SURER, _BETWEEN, _LESS = 0.2, 6.0, 1.5, 0.1
#: Questions, and their share of all, most of whose answers can't be theirs; the share of all answers from which on it is as bad.
_STRANGE, _PART, _MUCH = 3, 0.1, 0.25

Row = tuple[Sequence[KeyItem], Sequence[str]]
Check = Callable[[KeyItem, str], tuple[bool, bool]]


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


@dataclass(frozen=True, slots=True)
class Shift:
    """A move that explains the answers.

    Attributes:
        offset: 2 where the answer to question n stands in the column of n + 2.
        start: place of the first question that is off, from 0.
        here, there: how the answers to the questions from there on fit as they stand, and moved back.
    """

    offset: int
    start: int
    here: Fit
    there: Fit


def shifted(rows: Iterable[Row], check: Check) -> Shift | None:
    """The move after which answers fit far better than where they stand; None where there is none.

    Args:
        rows: for each candidate the items of their form and, in the order of the numbers, the cells.
        check: whether a cell can be read as an answer to an item, and whether it is right.
    """
    tried = list(rows)[:ROWS]
    stand = _counts(tried, 0, check)
    here = _fit(stand)
    if here.cells < _FEWEST or here.questions < _QUESTIONS:
        return None
    found = []
    offsets = (offset for distance in range(1, FURTHEST + 1) for offset in (distance, -distance))
    moved = {offset: _counts(tried, offset, check) for offset in offsets}
    for offset, counts in moved.items():
        there = _fit(counts)
        if there.questions >= _QUESTIONS and there.cells >= max(_FEWEST, here.cells // 2) and _explains(here, there):
            found.append((there.share - there.faulty, offset, there))
    if found:
        _, offset, there = max(found, key=lambda one: one[0])  # of equals the first: the nearest
        return Shift(offset, 0, here, there)
    later = [one for offset in moved if abs(offset) <= _FEW for one in _later(stand, moved[offset], offset)]
    return max(later, key=lambda one: one.there.right - one.here.right, default=None)


def strange(rows: Iterable[Row], check: Check) -> list[int]:
    """Places of questions most of whose answers can't be theirs, where they are so many that columns and questions don't belong together."""
    counts = _counts(list(rows)[:ROWS], 0, check)
    whole = _fit(counts)
    if whole.cells < _FEWEST or whole.questions < _QUESTIONS:
        return []
    faulty = [place for place, (cells, faults, _) in enumerate(counts) if faults and 2 * faults > cells]
    some = [place for place in faulty if counts[place][1] >= _STRANGE]
    if len(some) >= max(_STRANGE, _PART * whole.questions):
        return some
    return faulty if len(faulty) >= _QUESTIONS and whole.faulty >= _MUCH else []


def _explains(here: Fit, there: Fit) -> bool:
    """Whether ``there`` reads what ``here`` can't, or has right what by chance nobody would."""
    reads = here.faulty >= _FAULTY and here.faults >= 3 and there.faulty * _FEWER <= here.faulty
    # of one or two people there are few cells, and who knows little has few right anywhere: then all must be readable there
    whole = here.faults >= 2 and not there.faults and there.cells >= here.cells - 1
    error, among = _errors(here, there)
    knows = there.share - here.share >= max(_BETTER, _SURE * error, _AMONG * among)
    return (reads and there.share >= here.share) or whole or knows


def _later(stand: Sequence[Sequence[int]], moved: Sequence[Sequence[int]], offset: int) -> Iterator[Shift]:
    """Where from a later question on the answers fit as those before it do, once they are moved, and else far worse."""
    for start in range(_QUESTIONS, len(stand) - _QUESTIONS + 1):
        before, here, there = _fit(stand[:start]), _fit(stand[start:]), _fit(moved[start:])
        if min(before.questions, here.questions, there.questions) < _QUESTIONS or there.cells < here.cells * 0.7:
            continue
        error, among = _errors(here, there)
        gain = there.share - here.share
        better = gain >= max(_LATER, _SURER * error, _BETWEEN * among)
        reads = here.faults >= 3 and here.faulty >= 2 * _FAULTY and there.faulty * _FEWER <= here.faulty
        if there.share >= before.share - _LESS and (better or (reads and gain >= max(_LATER, among))):
            yield Shift(offset, start, here, there)


def _errors(here: Fit, there: Fit) -> tuple[float, float]:
    """Standard error of the difference of shares, as if each answer and as if only each question stood by itself."""
    each = math.sqrt(0.25 / here.cells + 0.25 / there.cells)
    return each, math.sqrt(0.25 / here.questions + 0.25 / there.questions)


def _counts(rows: Sequence[Row], offset: int, check: Check) -> list[list[int]]:
    """For each place of a question: cells with something in them, those unreadable, those right."""
    found = [[0, 0, 0] for _ in max((items for items, _ in rows), key=len, default=())]
    for items, texts in rows:
        for place, item in enumerate(items):
            text = texts[place + offset] if 0 <= place + offset < len(texts) else ""
            if text:
                readable, good = check(item, text)
                count = found[place]
                count[0] += 1
                count[1] += not readable
                count[2] += good
    return found


def _fit(counts: Sequence[Sequence[int]]) -> Fit:
    cells, faults, right = (sum(count[at] for count in counts) for at in range(3))
    return Fit(cells, faults, right, sum(count[0] > 0 for count in counts)) if cells else Fit(1, 1, 0, 1)
