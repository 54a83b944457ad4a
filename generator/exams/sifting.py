"""Sifting: the heaviest choice of columns, exact, though few columns are ever given to an integer program.

A linear program over all columns gives each row a price.  By these prices no choice is worth more than a certain bound, and
one that holds a given column less by what that column loses at them.  Once some choice is known, every column that loses
more than the known choice lacks to the bound can be left aside: no choice with it is as heavy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.exams.solver import Floats, Model, Row, Solution, Wholes, by_columns, solve

_START = 250  # columns that are tried first, the most promising ones
_WIDER = 4  # how many times as many where these hold no choice
_SLACK = 1.5  # weights are whole, so this much covers rounding
_PRICED = 1e-7
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Choice:
    """Columns that are chosen, and whether it is proven that no choice is heavier."""

    columns: frozenset[int]
    proven: bool = True


@dataclass(frozen=True, slots=True)
class _Prices:
    """What no choice can exceed, and for each column what it gains (above 0) or loses (below) at the prices of rows."""

    bound: float
    gain: Floats


class Program:
    """Rows over columns of which each is taken once or not; asked again and again with other weights."""

    def __init__(self, columns: int, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.size = columns
        self._start, self._row, self._value = by_columns(columns, rows)
        self._column: Wholes = np.repeat(np.arange(columns, dtype=np.int32), np.diff(self._start)).astype(np.int32)
        self._low: Floats = np.array([row.low for row in rows], dtype=float)
        self._high: Floats = np.array([row.high for row in rows], dtype=float)

    def with_row(self, row: Row) -> "Program":
        """The same with one row more."""
        return Program(self.size, (*self._rows, row))

    def bound(self, profits: Floats) -> float | None:
        """What no choice can be worth more than; None where already fractions keep to no rows."""
        prices = self._prices(profits)
        return None if prices is None else prices.bound

    def heaviest(self, weights: Sequence[int]) -> Choice | None:
        """The heaviest choice that keeps to every row; None where none does.

        Among choices of equal weight it is the one whose sorted columns come first, so no accident of the search shows.

        Raises:
            GaveUp: the search came to its limit and had found nothing.
        """
        if not self.size:
            return Choice(frozenset()) if bool(np.all((self._low <= 0) & (self._high >= 0))) else None
        exact = np.array(weights, dtype=np.int64)
        scale = float(max(1, np.abs(exact).max()))
        prices = self._prices(exact / scale)
        first = None if prices is None else self._promising(exact, prices)
        if prices is None or first is None:
            return None
        tried, found = first
        short = prices.bound * scale - int(exact[found.columns_array].sum()) + _SLACK
        kept, sure = prices.gain * scale >= -short, prices.gain * scale > short
        if bool((kept & ~tried).any()):
            again = self._best(exact, kept, sure)
            found = found if again is None else again
        return self._first_of_equals(exact, kept, sure, found)

    def possible(self) -> bool:
        """Whether any choice keeps to every row.  Raises GaveUp as ``heaviest`` does."""
        if not self.size:
            return self.heaviest(()) is not None
        even = np.zeros(self.size, dtype=np.int64)
        prices = self._prices(even.astype(np.float64))
        return prices is not None and self._promising(even, prices) is not None

    def _promising(self, weights: NDArray[np.int64], prices: _Prices) -> "tuple[Flags, _Found] | None":
        """A choice among the columns that gain most, and which these are; None where all columns hold no choice."""
        order = np.argsort(-prices.gain, kind="stable")
        count = _START
        while True:
            tried = np.zeros(self.size, dtype=bool)
            tried[order[:count]] = True
            found = self._best(weights, tried, np.zeros(self.size, dtype=bool))
            if found is not None:
                return tried, found
            if count >= self.size:
                return None
            count *= _WIDER

    def _first_of_equals(self, weights: NDArray[np.int64], kept: Flags, sure: Flags, best: "_Found") -> Choice:
        """Forbid each winner in turn until the next best is lighter.  Hashed weights hardly ever tie: one further run."""
        winners, most = [best], best.weight(weights)
        while winners[-1].proven:
            program = self
            for winner in winners:
                inside = set(winner.columns_array.tolist())
                terms = tuple((int(j), 1.0 if j in inside else -1.0) for j in np.flatnonzero(kept))
                program = program.with_row(Row(terms, high=len(inside) - 1))
            other = program._best(weights, kept, sure)
            if other is None or other.weight(weights) < most:
                break
            winners.append(other)
        first = min(winners, key=lambda found: found.columns_array.tolist())
        return Choice(frozenset(first.columns_array.tolist()), all(found.proven for found in winners))

    def _best(self, weights: NDArray[np.int64], allowed: Flags, sure: Flags) -> "_Found | None":
        """The heaviest choice among allowed columns that takes all sure ones."""
        columns = np.flatnonzero(allowed)
        solution = solve(self._model(weights / max(1, np.abs(weights).max()), columns, True, sure))
        if solution is None:
            return None
        return _Found(columns[solution.values > 0.5], solution.proven)

    def _prices(self, profits: Floats) -> _Prices | None:
        """Solve the linear program by columns: those that gain at the prices so far are added until none does."""
        active = self._beginning(profits)
        while True:
            solution = solve(self._model(profits, np.flatnonzero(active), False))
            if solution is None:
                if active.all():
                    return None
                active[:] = True
                continue
            prices = self._priced(profits, solution)
            missing = ~active & (prices.gain > _PRICED)
            if not missing.any():
                return prices
            active |= missing

    def _priced(self, profits: Floats, solution: Solution) -> _Prices:
        """Prices that bound every choice, whatever the tolerances of the solver: a price of no bound counts as none."""
        price = solution.duals.copy()
        price[(price > 0) & np.isinf(self._high) | (price < 0) & np.isinf(self._low)] = 0.0
        gain = profits - np.bincount(self._column, self._value * price[self._row], self.size)
        edges = np.where(price > 0, self._high, np.where(price < 0, self._low, 0.0))
        return _Prices(float(price @ edges + np.maximum(gain, 0.0).sum()), gain)

    def _beginning(self, profits: Floats) -> Flags:
        """The most profitable columns of each row that asks for some, twice as many as it asks for and a few more."""
        active = np.zeros(self.size, dtype=bool)
        for row, low in zip(self._rows, self._low, strict=True):
            if 0 < low < np.inf:
                columns = np.array([column for column, _ in row.terms], dtype=np.int64)
                active[columns[np.argsort(-profits[columns], kind="stable")[: 2 * int(low) + 20]]] = True
        return active if active.any() else ~active

    def _model(self, profits: Floats, columns: NDArray[np.int64], whole: bool, sure: Flags | None = None) -> Model:
        """The program over some of the columns; rows that are then without terms stay and are checked."""
        lengths = np.diff(self._start)[columns]
        start = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
        places = np.repeat(self._start[columns] - start[:-1], lengths) + np.arange(start[-1])
        lower = np.zeros(len(columns)) if sure is None else sure[columns].astype(float)
        return Model(
            profit=profits[columns],
            lower=lower,
            upper=np.ones(len(columns)),
            whole=np.full(len(columns), whole),
            start=start,
            row=self._row[places],
            value=self._value[places],
            low=self._low,
            high=self._high,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """Columns of a choice, ascending, and whether it is the best of those it was chosen from."""

    columns_array: NDArray[np.int64]
    proven: bool

    def weight(self, weights: NDArray[np.int64]) -> int:
        return int(weights[self.columns_array].sum())


def choose(weights: Sequence[int], rows: Sequence[Row]) -> frozenset[int] | None:
    """The heaviest set of columns that keeps to every row, each taken once or not; None where no set does."""
    found = Program(len(weights), rows).heaviest(weights)
    return None if found is None else found.columns
