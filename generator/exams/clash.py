"""Clashes: the fewest demands of a blueprint that cannot be met together, though any but one of them can."""

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from generator.exams.demands import Demand, demands, fixed, reduced
from generator.exams.eligible import Eligible
from generator.exams.solver import Column, GaveUp, Row, maximise
from generator.kinds.blueprint import Blueprint

#: Sets up to this size are searched whole, so that the answer is a smallest one; beyond it is one that no demand can leave.
_WHOLE = 2
_ROUNDING = 1e-6


def smallest_clash(blueprint: Blueprint, pool: Sequence[Eligible]) -> tuple[Demand, ...]:
    """The demands that clash, in the blueprint's order; empty where all can be met.

    That an item or a fact stands in a paper once is taken for granted.  One demand alone clashes where the bank has too
    little for it, whatever else is asked.
    """
    fewer = reduced(blueprint, pool)
    asked = [demand for demand in demands(blueprint, fewer) if _asks(demand.row)]
    trials = _Trials(len(fewer), asked, fixed(blueprint, fewer))
    left = list(range(len(asked)))
    if trials.possible(left):
        return ()
    for number in range(len(asked)):
        without = [other for other in left if other != number]
        if not trials.possible(without):
            left = without
    for size in range(1, min(_WHOLE, len(left) - 1) + 1):
        for some in combinations(range(len(asked)), size):
            if not trials.possible(some):
                return tuple(asked[number] for number in some)
    return tuple(asked[number] for number in left)


class _Trials:
    """Which demands can be met together.  Every choice of items that was found is kept, since it often settles others."""

    def __init__(self, columns: int, asked: Sequence[Demand], fixed: Sequence[Row]) -> None:
        self._columns, self._asked, self._fixed = columns, asked, fixed
        self._met: list[NDArray[np.bool_]] = []

    def possible(self, numbers: Sequence[int]) -> bool:
        """Whether some choice meets these demands; also where the search came to its limit, as nothing is proven then."""
        if any(met[list(numbers)].all() for met in self._met):
            return True
        rows = [*(self._asked[number].row for number in numbers), *self._fixed]
        try:
            values = maximise([Column(0.0)] * self._columns, rows)
        except GaveUp:
            return True
        if values is not None:
            self._met.append(np.array([_keeps(demand.row, values) for demand in self._asked], dtype=bool))
        return values is not None


def _keeps(row: Row, values: Sequence[float]) -> bool:
    total = sum(coefficient * values[column] for column, coefficient in row.terms)
    return row.low - _ROUNDING <= total <= row.high + _ROUNDING


def _asks(row: Row) -> bool:
    """Whether the row forbids anything."""
    return row.low > 0 or row.high < math.inf or any(coefficient < 0 for _, coefficient in row.terms)
