"""The solver: linear and integer programs over HiGHS, set so that a run gives the same answer on every machine.

One thread, a fixed seed and no gap: an answer is proven best, not merely good, unless the search comes to a limit, which is
one of nodes and never one of time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Wholes = NDArray[np.int32]
#: Nodes of the search tree after which the best answer so far is taken; papers take a few hundred at the most.
NODES = 20_000
_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}
_LIMITS = {highspy.HighsModelStatus.kSolutionLimit, highspy.HighsModelStatus.kIterationLimit}


class GaveUp(Exception):
    """The search came to its limit and had found nothing."""


class _Quiet(highspy.Highs):
    """HiGHS without its callbacks, whose setting up prints a banner before any option can forbid it."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()


@dataclass(frozen=True, slots=True)
class Column:
    """A variable from 0 to ``upper``, worth ``profit`` a unit."""

    profit: float
    upper: float = 1.0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ Σ coefficient × column ≤ high; terms are (column, coefficient)."""

    terms: tuple[tuple[int, float], ...]
    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True, slots=True)
class Model:
    """A program in arrays: maximise profit × x where low ≤ A x ≤ high and lower ≤ x ≤ upper.

    A is kept by columns: those of column j stand in ``row`` and ``value`` from ``start[j]`` to ``start[j + 1]``.
    """

    profit: Floats
    lower: Floats
    upper: Floats
    whole: NDArray[np.bool_]
    start: Wholes
    row: Wholes
    value: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Solution:
    """Values of the columns; for linear programs, what a unit more of each row would be worth.

    Attributes:
        values: one for each column.
        duals: one for each row; zeros for integer programs.
        proven: nothing is better.
    """

    values: Floats
    duals: Floats
    proven: bool


def solve(model: Model, nodes: int = NODES) -> Solution | None:
    """The best of a bounded program; None where nothing keeps to every row.

    Raises:
        GaveUp: after ``nodes`` nodes nothing had been found.
        RuntimeError: the solver failed, which bounded programs of this kind never make it do.
    """
    solver: Any = _Quiet()
    for name, value in _OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.setOptionValue("mip_max_nodes", nodes)
    if model.whole.any():
        solver.setOptionValue("presolve", "off")
    solver.passModel(_program(model))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if (
        status in _LIMITS
        and not solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    ):
        raise GaveUp
    if status != highspy.HighsModelStatus.kOptimal and status not in _LIMITS:
        raise RuntimeError(f"solver ended with {status}")
    found = solver.getSolution()
    values, duals = np.array(found.col_value, dtype=float), np.zeros(len(model.low))
    if not model.whole.any() and len(found.row_dual):
        duals = np.array(found.row_dual, dtype=float)
    return Solution(np.where(model.whole, np.round(values), values), duals, status not in _LIMITS)


def maximise(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[float, ...] | None:
    """Values of the columns that keep to every row at the greatest profit; None where nothing does.

    Raises:
        GaveUp: the search came to its limit and had found nothing.
    """
    if not columns:
        return () if all(row.low <= 0 <= row.high for row in rows) else None
    start, row, value = by_columns(len(columns), rows)
    solution = solve(
        Model(
            profit=np.array([column.profit for column in columns], dtype=float),
            lower=np.zeros(len(columns)),
            upper=np.array([column.upper for column in columns], dtype=float),
            whole=np.array([column.whole for column in columns]),
            start=start,
            row=row,
            value=value,
            low=np.array([each.low for each in rows], dtype=float),
            high=np.array([each.high for each in rows], dtype=float),
        )
    )
    return None if solution is None else tuple(float(value) for value in solution.values)


def by_columns(columns: int, rows: Sequence[Row]) -> tuple[Wholes, Wholes, Floats]:
    """Start of each column, and the row and coefficient of each of its terms."""
    row = np.repeat(np.arange(len(rows), dtype=np.int32), [len(each.terms) for each in rows])
    column = np.array([index for each in rows for index, _ in each.terms], dtype=np.int32)
    value = np.array([coefficient for each in rows for _, coefficient in each.terms], dtype=float)
    order = np.argsort(column, kind="stable")
    start = np.concatenate(([0], np.cumsum(np.bincount(column, minlength=columns)))).astype(np.int32)
    return start, row[order].astype(np.int32), value[order]


def _program(model: Model) -> Any:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(model.profit), len(model.low)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_, program.col_lower_, program.col_upper_ = model.profit, model.lower, model.upper
    if model.whole.any():
        kinds = highspy.HighsVarType
        program.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in model.whole]
    program.row_lower_, program.row_upper_ = model.low, model.high
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = model.start, model.row, model.value
    return program
