"""Clashes: the demands that are named can't be met together, and any but one of them can."""

import itertools

from hypothesis import assume, given, settings

from generator.exams import clash
from generator.exams.clash import smallest_clash
from generator.exams.demands import Demand, demands, fixed
from generator.exams.eligible import eligible_items
from generator.exams.solver import Column, GaveUp, maximise
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
