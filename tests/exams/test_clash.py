"""Clashes: the demands that are named can't be met together, and any but one of them can."""

import itertools

import pytest
from hypothesis import assume, given, settings

from generator.exams import clash
from generator.exams.clash import _asks, smallest_clash
from generator.exams.demands import Demand, demands, fixed
from generator.exams.eligible import eligible_items
from generator.exams.solver import Column, GaveUp, Row, maximise
from generator.kinds.blueprint import Blueprint
from tests.exams._bank import bank, blueprint, item, library
from tests.exams.test_assembly import banks, plans


def possible(plan: Blueprint, pool, some: list[Demand]) -> bool:
    places = eligible_items(plan, library(), pool, 1)
    wanted = {(d.kind, d.section, d.quota) for d in some}
    rows = [d.row for d in demands(plan, places) if (d.kind, d.section, d.quota) in wanted]
    return maximise([Column(0.0)] * len(places), [*rows, *fixed(plan, places)]) is not None


@settings(max_examples=60, deadline=None)
@given(banks, plans)
def test_it_cannot_be_met_and_less_can(pool, sections):
    plan = blueprint(*sections)
    clash = list(smallest_clash(plan, eligible_items(plan, library(), pool, 1)))
    everything = list(demands(plan, eligible_items(plan, library(), pool, 1)))
    assert bool(clash) == (not possible(plan, pool, everything))
    assume(clash)
    assert not possible(plan, pool, clash)
    for demand in clash:
        assert possible(plan, pool, [other for other in clash if other is not demand])


def test_the_smallest_is_named_though_a_larger_one_stands_first():
    pool = bank(
        *(item(f"a{n}", topics=("air",)) for n in range(3)), *(item(f"w{n}", topics=("water",)) for n in range(3))
    )
    quotas = [
        {"topic": "air", "max": 1},
        {"topic": "water", "max": 1},
        {"rule": "authority", "max": 1},
        {"rule": "authority", "level": "入门", "min": 2},
    ]
    plan = blueprint({"count": 4, "quotas": quotas})
    clash = smallest_clash(plan, eligible_items(plan, library(), pool, 1))
    assert len(clash) == 2


def test_three_that_clash_only_together():
    pool = bank(
        *(item(f"a{n}", topics=("air",)) for n in range(4)), *(item(f"w{n}", topics=("water",)) for n in range(4))
    )
    asked = [{"topic": "air", "max": 1}, {"topic": "water", "max": 2}, {"rule": "authority", "min": 1}]
    for quotas in itertools.permutations(asked):
        plan = blueprint({"count": 4, "quotas": list(quotas)})
        clash = smallest_clash(plan, eligible_items(plan, library(), pool, 1))
        caps = [number for number, quota in enumerate(quotas) if "topic" in quota]
        assert [(one.kind, one.quota) for one in clash] == [("count", -1), *(("quota", number) for number in caps)]


def test_where_the_search_gives_up_nothing_is_proven_to_clash(monkeypatch):
    def give_up(columns, rows):
        raise GaveUp

    monkeypatch.setattr(clash, "maximise", give_up)
    plan = blueprint({"count": 9})
    assert smallest_clash(plan, eligible_items(plan, library(), bank(item("a")), 1)) == ()


def test_of_demands_that_each_ask_too_much_alone_the_last_is_named():
    quotas = [{"topic": "air", "min": 1}, {"topic": "water", "min": 1}]
    plan = blueprint({"count": 4, "quotas": quotas})
    (one,) = smallest_clash(plan, eligible_items(plan, library(), bank(*(item(f"i{n}") for n in range(4))), 1))
    assert (one.kind, one.quota) == ("quota", 1)


@pytest.mark.parametrize(
    ("row", "asks"),
    [
        (Row(((0, 1.0), (1, 2.0))), False),
        (Row(((0, 1.0), (1, 0.0)), low=0), False),  # the empty paper meets it, and so does every other
        (Row(((0, 1.0),), low=1), True),
        (Row(((0, 1.0),), low=0, high=9), True),
        (Row(((0, 1.0), (1, -1.0)), low=0), True),
        (Row(()), False),
    ],
)
def test_a_row_that_forbids_nothing_is_no_demand(row, asks):
    assert _asks(row) is asks
