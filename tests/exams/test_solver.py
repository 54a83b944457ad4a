"""The solver: best, reproducible, silent."""

from types import SimpleNamespace

import highspy
import numpy as np
import pytest

from generator.exams import solver
from generator.exams.sifting import Program, choose
from generator.exams.solver import Column, Row, by_columns, maximise


def row(*columns: int, low: float, high: float) -> Row:
    return Row(tuple((column, 1.0) for column in columns), low, high)


def test_the_heaviest_set_is_chosen():
    assert choose([3, 1, 2], [row(0, 1, 2, low=2, high=2)]) == {0, 2}


def test_of_equals_the_first_is_chosen():
    assert choose([2, 2, 2, 2], [row(0, 1, 2, 3, low=2, high=2)]) == {0, 1}
    assert choose([1, 3, 2, 2], [row(0, 1, 2, 3, low=2, high=2)]) == {1, 2}


def test_large_weights_are_told_apart():
    assert choose([2**20, 2**20 - 1, 2**20 - 1], [row(0, 1, 2, low=1, high=1)]) == {0}
    weights = [2**20 - n for n in range(60)]
    assert choose(weights, [row(*range(60), low=30, high=30)]) == set(range(30))


def test_what_cannot_be_is_none():
    assert choose([1], [row(0, low=2, high=2)]) is None
    assert choose([], [row(low=1, high=1)]) is None


def test_nothing_asked_of_nothing():
    assert choose([], []) == frozenset()


def test_the_solver_prints_nothing(capfd):
    choose([3, 1, 2], [row(0, 1, 2, low=2, high=2)])
    assert capfd.readouterr() == ("", "")


def test_where_there_is_nothing_to_choose_a_row_may_ask_for_nothing():
    spans = [(0, 1, True), (0, 0, True), (-1, 0, True), (1, 2, False), (-2, -1, False)]
    for low, high, fits in spans:
        assert (maximise([], [Row((), low, high)]) == ()) is fits, (low, high)
        assert (choose([], [Row((), low, high)]) == frozenset()) is fits, (low, high)


def test_fractions_may_be_taken_of_what_is_not_whole():
    two = row(0, 1, low=0, high=1.5)
    assert maximise([Column(2.0), Column(1.0)], [two]) == (1.0, 0.0)
    assert maximise([Column(2.0, whole=False), Column(1.0, whole=False)], [two]) == (1.0, 0.5)
    assert maximise([Column(2.0, 3.0, whole=False), Column(1.0)], [two]) == (1.5, 0.0)
    assert maximise([Column(1.0)], [row(0, low=2, high=2)]) is None


def test_terms_stand_column_by_column():
    rows = [Row(((2, 5.0), (0, 1.0))), Row(()), Row(((0, 3.0), (2, 7.0)))]
    start, of, value = by_columns(4, rows)
    assert start.tolist() == [0, 2, 2, 4, 4]
    assert of.tolist() == [0, 2, 0, 2]
    assert value.tolist() == [1.0, 3.0, 5.0, 7.0]


class _Ended:
    """A solver that ends as it is told to."""

    status: object = None
    found: object = None

    def __getattr__(self, name: str):
        answers = {
            "getModelStatus": self.status, "getInfo": SimpleNamespace(primal_solution_status=self.found),
            "getSolution": SimpleNamespace(col_value=[0.9999999], row_dual=[]),
        }  # fmt: skip
        return lambda *given: answers.get(name)


def test_what_the_solver_ends_with(monkeypatch):
    """At a limit with a choice it is one that is not proven; without, the search gave up; whatever else it says is a fault."""
    statuses = highspy.HighsModelStatus
    yes, no = highspy.SolutionStatus.kSolutionStatusFeasible, highspy.SolutionStatus.kSolutionStatusNone
    monkeypatch.setattr(solver, "_Quiet", _Ended)
    program = Program(1, [row(0, low=0, high=1)])._model(np.ones(1), np.array([0]), True)

    def ends(status: object, found: object):
        monkeypatch.setattr(_Ended, "status", status)
        monkeypatch.setattr(_Ended, "found", found)
        return solver.solve(program)

    assert ends(statuses.kInfeasible, no) is None
    best = ends(statuses.kOptimal, yes)
    assert (best.values.tolist(), best.duals.tolist(), best.proven) == ([1.0], [0.0], True)
    for limit in solver._LIMITS:
        some = ends(limit, yes)
        assert (some.values.tolist(), some.proven) == ([1.0], False)
        with pytest.raises(solver.GaveUp):
            ends(limit, no)
    with pytest.raises(RuntimeError, match="solver ended with"):
        ends(statuses.kSolveError, no)
