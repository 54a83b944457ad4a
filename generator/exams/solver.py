"""The solver: integer programs over HiGHS, set so that a run gives the same answer on every machine.

One thread, a fixed seed and no gap: an answer is proven best, not merely good.  Where several are equally good, the one with
the lowest columns is taken, so no accident of the search shows.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

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


def maximise(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[float, ...] | None:
    """Values of the columns that keep to every row at the greatest profit; None where nothing does.

    Raises:
        RuntimeError: the solver gave up, which bounded programs of this kind never make it do.
    """
    if not columns:
        return () if all(row.low <= 0 <= row.high for row in rows) else None
    solver = _Quiet()
    for name, value in _OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.passModel(_program(columns, rows))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"solver ended with {status}")
    values = solver.getSolution().col_value
    return tuple(float(round(v)) if column.whole else float(v) for v, column in zip(values, columns, strict=True))


def choose(weights: Sequence[int], rows: Sequence[Row]) -> frozenset[int] | None:
    """The heaviest set of columns that keeps to every row, each taken once or not; None where no set does.

    Among sets of equal weight it is the one whose sorted columns come first, found by forbidding each winner in turn until
    the next best is lighter.  Hashed weights hardly ever tie, so that is one further run.
    """
    columns = [Column(weight) for weight in weights]
    limits = list(rows)
    winners: list[tuple[int, ...]] = []
    while (values := maximise(columns, limits)) is not None:
        chosen = tuple(i for i, value in enumerate(values) if value)
        if winners and _weight(weights, chosen) < _weight(weights, winners[0]):
            break
        winners.append(chosen)
        inside = frozenset(chosen)
        terms = tuple((i, 1.0 if i in inside else -1.0) for i in range(len(columns)))
        limits.append(Row(terms, high=len(chosen) - 1))
    return frozenset(min(winners, key=lambda chosen: (-_weight(weights, chosen), chosen))) if winners else None


def _weight(weights: Sequence[int], chosen: Iterable[int]) -> int:
    return sum(weights[i] for i in chosen)


def _program(columns: Sequence[Column], rows: Sequence[Row]) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(columns), len(rows)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = np.array([column.profit for column in columns], dtype=float)
    program.col_lower_ = np.zeros(len(columns))
    program.col_upper_ = np.array([column.upper for column in columns], dtype=float)
    kinds = highspy.HighsVarType
    program.integrality_ = [kinds.kInteger if column.whole else kinds.kContinuous for column in columns]
    program.row_lower_ = np.array([row.low for row in rows], dtype=float)
    program.row_upper_ = np.array([row.high for row in rows], dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in rows)]).astype(np.int32)
    program.a_matrix_.index_ = np.array([i for row in rows for i, _ in row.terms], dtype=np.int32)
    program.a_matrix_.value_ = np.array([c for row in rows for _, c in row.terms], dtype=float)
    return program
