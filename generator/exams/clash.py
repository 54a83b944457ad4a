"""Clashes: the fewest demands of a blueprint that cannot be met together, though any but one of them can."""

import math
from collections.abc import Sequence
from itertools import combinations

from generator.exams.candidates import Candidate, reduced
from generator.exams.demands import Demand, conflicts, demands
from generator.exams.solver import Column, Row, maximise
from generator.kinds.blueprint import Blueprint

#: Sets up to this size are searched whole, so that the answer is a smallest one; beyond it is one that no demand can leave.
_WHOLE = 2


def smallest_clash(blueprint: Blueprint, pool: Sequence[Candidate]) -> tuple[Demand, ...]:
    """The demands that clash, in the blueprint's order; empty where all can be met.

    That an item or a fact stands in a paper once is taken for granted.  One demand alone clashes where the bank has too
    little for it, whatever else is asked.
    """
    fewer = reduced(blueprint, pool)
    asked = [demand for demand in demands(blueprint, fewer) if _asks(demand.row)]
    fixed = conflicts(fewer)
    if _possible(len(fewer), asked, fixed):
        return ()
    for size in range(1, _WHOLE + 1):
        for some in combinations(asked, size):
            if not _possible(len(fewer), some, fixed):
                return some
    left = list(asked)
    for demand in asked:
        without = [other for other in left if other is not demand]
        if not _possible(len(fewer), without, fixed):
            left = without
    return tuple(left)


def _asks(row: Row) -> bool:
    """Whether the row forbids anything."""
    return row.low > 0 or row.high < math.inf or any(coefficient < 0 for _, coefficient in row.terms)


def _possible(columns: int, asked: Sequence[Demand], fixed: Sequence[Row]) -> bool:
    return maximise([Column(0.0)] * columns, [*(demand.row for demand in asked), *fixed]) is not None
