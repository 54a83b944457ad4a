"""Sifting: what it leaves aside never matters."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exams import sifting
from generator.exams.sifting import Program
from generator.exams.solver import Row

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
