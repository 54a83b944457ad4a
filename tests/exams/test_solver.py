"""The solver: best, reproducible, silent."""

from generator.exams.sifting import choose
from generator.exams.solver import Row


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
