"""Sifting: what it leaves aside never matters."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exams import sifting
from generator.exams.sifting import Program, _Prices
from generator.exams.solver import Column, Row, Solution, maximise

COLUMNS = 9
terms = st.dictionaries(st.integers(0, COLUMNS - 1), st.integers(-3, 3).map(float), min_size=1, max_size=6)
rows = st.lists(
    st.builds(
        lambda of, low, more: Row(tuple(sorted(of.items())), float(low), float(low + more)),
        terms,
        st.integers(-3, 4),
        st.integers(0, 5),
    ),
    max_size=4,
)
weights = st.lists(st.integers(1, 6), min_size=COLUMNS, max_size=COLUMNS)


def best(weights: list[int], rows: list[Row]) -> tuple[int, ...] | None:
    """By looking at every set: the heaviest, the first of equals."""
    fitting = [
        chosen
        for size in range(COLUMNS + 1)
        for chosen in itertools.combinations(range(COLUMNS), size)
        if all(row.low <= sum(c for column, c in row.terms if column in chosen) <= row.high for row in rows)
    ]
    return min(fitting, key=lambda chosen: (-sum(weights[c] for c in chosen), chosen), default=None)


@settings(max_examples=80, deadline=None)
@given(weights, rows, st.sampled_from([2, 5, 250]))
def test_it_finds_the_first_of_the_heaviest(weights, rows, start):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sifting, "_START", start)
        found = Program(COLUMNS, rows).heaviest(weights)
    wanted = best(weights, rows)
    assert (None if found is None else tuple(sorted(found.columns))) == wanted
    assert found is None or found.proven


@settings(max_examples=100, deadline=None)
@given(weights, rows)
def test_no_choice_is_worth_more_than_the_bound(weights, rows):
    bound = Program(COLUMNS, rows).bound(np.array(weights, dtype=float))
    chosen = best(weights, rows)
    assert chosen is None or (bound is not None and sum(weights[c] for c in chosen) <= bound + 1e-6)


def test_most_columns_are_left_aside():
    count = 3000
    program = Program(count, [Row(tuple((c, 1.0) for c in range(count)), 40, 40)])
    weights = [1 + (c * 7919) % 1_000_003 for c in range(count)]
    given_to_solver: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        solve = sifting.solve
        patch.setattr(sifting, "solve", lambda model: given_to_solver.append(len(model.profit)) or solve(model))
        found = program.heaviest(weights)
    assert found is not None
    assert sorted(found.columns) == sorted(sorted(range(count), key=lambda c: -weights[c])[:40])
    assert max(given_to_solver) < 500


def test_a_row_more_narrows_the_choice():
    program = Program(3, [Row(((0, 1.0), (1, 1.0), (2, 1.0)), 1, 1)])
    found = program.with_row(Row(((0, 1.0),), high=0)).heaviest([5, 1, 2])
    assert found is not None
    assert found.columns == {2}
    assert program.heaviest([5, 1, 2]).columns == {0}  # type: ignore[union-attr]


def whole(count: int, low: float, high: float) -> Row:
    return Row(tuple((column, 1.0) for column in range(count)), low, high)


def test_a_price_of_no_bound_counts_as_none():
    """Of four rows over two columns: none below, none above, both, and a price of nothing."""
    inf = float("inf")
    rows = [Row(((0, 1.0), (1, 2.0)), high=4), Row(((0, 1.0),), low=1), Row(((1, 1.0),), 1, 3), Row(((0, 1.0),), 0, 9)]
    program = Program(2, rows)
    assert (rows[0].low, rows[1].high) == (-inf, inf)

    def priced(*duals: float) -> tuple[float, list[float]]:
        found = program._priced(np.array([5.0, 6.0]), Solution(np.zeros(2), np.array(duals), proven=True))
        return found.bound, found.gain.tolist()

    assert priced(0, 0, 0, 0) == (11.0, [5.0, 6.0])
    assert priced(2, 0, 0, 0) == (2 * 4 + 3 + 2, [3.0, 2.0])
    assert priced(-2, 0, 0, 0) == (11.0, [5.0, 6.0])  # nothing bounds that row below
    assert priced(0, 3, 0, 0) == (11.0, [5.0, 6.0])
    assert priced(0, -3, 0, 0) == (-3 + 8 + 6, [8.0, 6.0])
    assert priced(0, 0, 2, 0) == (2 * 3 + 5 + 4, [5.0, 4.0])
    assert priced(0, 0, -2, 0) == (-2 * 1 + 5 + 8, [5.0, 8.0])
    assert priced(0, 0, 9, 0) == (9 * 3 + 5, [5.0, -3.0])  # what loses adds nothing


def test_it_begins_with_what_each_row_asks_for_twice_over_and_twenty_more():
    profits = np.arange(100.0)

    def begun(*rows: Row) -> list[int]:
        return np.flatnonzero(Program(100, rows)._beginning(profits)).tolist()

    assert begun(whole(100, 3, 9)) == list(range(74, 100))
    assert begun(whole(50, 1, 9), whole(100, 2, 2)) == [*range(28, 50), *range(76, 100)]
    assert begun(whole(100, 0, 9)) == list(range(100))
    assert begun(whole(100, -1, 9)) == list(range(100))


@pytest.mark.parametrize(("size", "tried"), [(100, [100]), (250, [250]), (251, [250, 251]), (3000, [250, 1000, 3000])])
def test_where_the_most_promising_hold_no_choice_four_times_as_many_are_tried(monkeypatch, size, tried):
    asked: list[np.ndarray] = []

    def best(self, weights, allowed, sure):
        asked.append(allowed.copy())
        assert not sure.any()

    monkeypatch.setattr(Program, "_best", best)
    gain = np.arange(float(size))
    assert Program(size, [])._promising(np.zeros(size, dtype=np.int64), _Prices(0.0, gain)) is None
    assert [int(one.sum()) for one in asked] == tried
    assert all(one[-1] for one in asked)  # what gains most is among them


def test_the_bound_is_what_fractions_come_to_though_not_all_columns_are_priced_at_first():
    """The most profitable are dear: fewer of the others' weight are had for more."""
    size = 60
    dear = Row(tuple((column, 3.0 if column < 25 else 0.1) for column in range(size)), high=3.0)
    rows = [dear, whole(size, 1, 40)]
    profits = np.array([1.0 if column < 25 else 0.9 for column in range(size)])
    exact = maximise([Column(float(profit), 1.0, whole=False) for profit in profits], rows)
    assert exact is not None
    best_of_all = float(np.array(exact) @ profits)
    assert Program(size, rows).bound(profits) == pytest.approx(best_of_all)
    assert best_of_all == pytest.approx(27.0)


def test_where_all_weigh_nothing_the_first_choice_is_taken():
    found = Program(3, [whole(3, 2, 2)]).heaviest([0, 0, 0])
    assert found is not None
    assert sorted(found.columns) == [0, 1]
