"""Forms apart: each as heavy as can be among those that share the fewest items with the others.

How few repeats any forms could do with is bounded by a linear program: since all forms keep to the same rows, their mean is
a fractional paper, and an item of which it takes more than one K-th stands in more than one of K forms.  Where forms that
were chosen one after the other repeat more than that, each is chosen anew beside the others, and then each two together.
"""

import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generator.exams.assembly import rows
from generator.exams.eligible import Eligible
from generator.exams.scale import UNIT, difficulty_of
from generator.exams.sifting import Choice, Program
from generator.exams.solver import Column, GaveUp, Row, maximise
from generator.kinds.blueprint import Blueprint

#: How far the mean difficulty of a form may lie from a middle that all forms share; any two lie within twice as much.
NEAR = 0.01
_ROUNDING = 1e-6
_PAIRS = 60  # chosen together before what was reached is let be


class Desk:
    """What all forms of an exam share: eligible items, whose places are the columns, and the rows that each form keeps to.

    Args:
        blueprint: that of the exam.
        pool: its eligible items.
        first: a form that keeps to all rows; the others are about as hard.
        harder: what the middle of the difficulties lies above that of ``first``, in parts of ``NEAR`` from −1 to 1.
    """

    def __init__(self, blueprint: Blueprint, pool: Sequence[Eligible], first: Choice, harder: int = 0) -> None:
        chosen = [pool[place] for place in first.columns]
        slack = round(NEAR * UNIT) * sum(entry.takes for entry in chosen)
        total = sum(entry.takes * difficulty_of(entry.item) for entry in chosen) + harder * slack
        self.pool = pool
        self._rows = rows(blueprint, pool)
        self._alike = rows(blueprint, pool, (total - slack, total + slack))
        self._first = first
        self._found: dict[tuple[tuple[int, ...], frozenset[int]], Choice] = {}
        self._program = Program(len(pool), self._alike)
        self._free = frozenset(blueprint.include)

    def items(self, choice: Choice) -> list[Eligible]:
        """The eligible items of a choice, in order."""
        return [self.pool[place] for place in sorted(choice.columns)]

    def repeats(self, forms: Sequence[Choice]) -> int:
        """How often an item stands in a form though an earlier one holds it; those that must be held don't count."""
        uses = Counter(self.pool[place].item.id for form in forms for place in form.columns)
        return sum(count - 1 for id, count in uses.items() if id not in self._free)

    def least_repeats(self, forms: int) -> int:
        """A number of repeats that no ``forms`` papers can go below, however hard they are."""
        columns = [Column(0.0, whole=False) for _ in self.pool]
        limits = list(self._rows)
        for id, places in self._places().items():
            if id not in self._free:
                over = (len(columns), -1.0)
                columns.append(Column(-1.0, float(forms), whole=False))
                limits.append(Row((*((place, float(forms)) for place in places), over), high=1))
        values = maximise(columns, limits)
        assert values is not None, "papers exist"
        return math.ceil(sum(values[len(self.pool) :]) - _ROUNDING)

    def any_form(self, weights: Sequence[int]) -> Choice:
        """The heaviest paper, whatever other forms hold; the first form where the search came to its limit."""
        try:
            found = self._program.heaviest(weights)
        except GaveUp:
            found = None
        return found or replace(self._first, proven=False)

    def next_form(self, weights: Sequence[int], others: Sequence[Choice]) -> Choice:
        """The heaviest paper of those with as few items of other forms as can be.

        Found once: forms are chosen anew beside the others until nothing is gained, which asks the same again.
        """
        used = self._used(others)
        asked = (tuple(weights), frozenset(used))
        if asked not in self._found:
            again = tuple((place, 1.0) for place in used)
            found = _sparing(self._program, weights, again, len(self.pool))
            self._found[asked] = found or replace(self._first, proven=False)
        return self._found[asked]

    def two_forms(
        self, weights: Sequence[int], other: Sequence[int], others: Sequence[Choice], most: int
    ) -> tuple[Choice, Choice] | None:
        """Two forms chosen together that repeat, each other and other forms, at most so often; None where there are none.

        Columns are the eligible items for the one, again for the other, and one for each item that may stand in both.
        """
        size, used = len(self.pool), self._used(others)
        limits = [*self._alike, *(_moved(row, size) for row in self._alike)]
        terms = [(place + shift, 1.0) for place in used for shift in (0, size)]
        columns, twice = 2 * size, set(used)
        for id, places in self._places().items():
            if id not in self._free and twice.isdisjoint(places):
                both = ((place + shift, 1.0) for place in places for shift in (0, size))
                limits.append(Row((*both, (columns, -1.0)), high=1))
                terms.append((columns, 1.0))
                columns += 1
        # That an item stands in both has a cost, or it could be said of any item.
        liking = [*weights, *other, *[-1] * (columns - 2 * size)]
        found = _sparing(Program(columns, limits), liking, tuple(terms), most)
        if found is None:
            return None
        one = frozenset(place for place in found.columns if place < size)
        two = frozenset(place - size for place in found.columns if size <= place < 2 * size)
        return Choice(one, found.proven), Choice(two, found.proven)

    def _places(self) -> dict[str, list[int]]:
        """Item → its places in the pool; more than one where several sections can take it."""
        found: dict[str, list[int]] = {}
        for place, entry in enumerate(self.pool):
            found.setdefault(entry.item.id, []).append(place)
        return found

    def _used(self, forms: Sequence[Choice]) -> list[int]:
        """Places of the items that forms hold and need not hold."""
        taken = {self.pool[place].item.id for form in forms for place in form.columns} - self._free
        return [place for place, entry in enumerate(self.pool) if entry.item.id in taken]


def pull_apart(desk: Desk, forms: Sequence[Choice], liking: Sequence[Sequence[int]], bound: int) -> list[Choice]:
    """The forms with fewer repeats, as far as choosing one or two anew beside the others finds any.

    Args:
        desk: that of the forms.
        forms: chosen one after the other.
        liking: the weights of each.
        bound: repeats that no forms can go below; reached, nothing more is tried.
    """
    pairs = itertools.islice(itertools.cycle(itertools.combinations(range(len(forms)), 2)), _PAIRS)
    forms = _each_anew(desk, forms, liking)
    idle = 0
    for one, two in pairs:
        now = desk.repeats(forms)
        if now == bound or idle == len(forms) * (len(forms) - 1) // 2:
            break
        others = [form for number, form in enumerate(forms) if number not in (one, two)]
        most = now - 1 - desk.repeats(others)
        found = desk.two_forms(liking[one], liking[two], others, most)
        idle += 1
        if found is not None:
            forms[one], forms[two] = found
            forms, idle = _each_anew(desk, forms, liking), 0
    return forms


def _each_anew(desk: Desk, forms: Sequence[Choice], liking: Sequence[Sequence[int]]) -> list[Choice]:
    """Each form chosen again beside the others, as long as that lessens repeats; the first one last."""
    best = list(forms)
    while True:
        again = list(best)
        for number in reversed(range(len(again))):
            again[number] = desk.next_form(liking[number], [*again[:number], *again[number + 1 :]])
        if desk.repeats(again) >= desk.repeats(best):
            return best
        best = again


def _sparing(
    program: Program, weights: Sequence[int], counted: tuple[tuple[int, float], ...], most: int
) -> Choice | None:
    """The heaviest choice of those with the fewest counted columns; None where all have more than ``most``."""
    cost = np.zeros(program.size)
    for column, _ in counted:
        cost[column] = -1.0
    bound = program.bound(cost)
    if bound is None:
        return None
    for limit in range(math.ceil(-bound - _ROUNDING), most + 1):
        try:
            found = program.with_row(Row(counted, high=limit)).heaviest(weights)
        except GaveUp:  # perhaps there is one with so few; it was not found in the nodes allowed
            found = None
        if found is not None:
            return found
    return None


def _moved(row: Row, by: int) -> Row:
    """The row over columns that stand ``by`` places further on."""
    return Row(tuple((column + by, coefficient) for column, coefficient in row.terms), row.low, row.high)
