"""What a blueprint asks, row by row: which eligible items count, with what coefficient, and how many may stand."""

import math
from types import SimpleNamespace
from typing import Any

import pytest

from generator.exams import eligible
from generator.exams.demands import conflicts, demands, fixed, reduced
from generator.exams.eligible import Eligible, eligible_items
from generator.exams.limits import limits
from generator.exams.solver import Row
from generator.kinds.blueprint import Blueprint
from generator.kinds.conduct import Conduct
from generator.kinds.obligation import Obligation
from generator.questions.item import Item, Option
from tests.exams._bank import bank, blueprint, item, library
from tests.exams.test_whole_paper import FALSE, TRUE, at


def pool_of(plan: Blueprint, *items: Item) -> tuple[Eligible, ...]:
    return eligible_items(plan, library(), bank(*items), 1)


def limited(kind: str, plan: Blueprint, *items: Item) -> list[Row]:
    return [limit.row for limit in limits(plan, pool_of(plan, *items)) if limit.kind == kind]


def statements(true: int, false: int) -> list[Item]:
    verdicts = [TRUE] * true + [FALSE] * false
    return [at(f"j{n}", n, type="judge", options=options) for n, options in enumerate(verdicts)]


@pytest.mark.parametrize(
    ("share", "count", "true", "false"),
    [
        ((0.2, 0.5), 10, 5, 8),
        ((0.4, 0.6), 5, 3, 3),
        ((0.4, 0.7), 4, 2, 2),  # 2.8 and 2.4: two of each are a whole paper, so neither is rounded up
        ((0.4, 0.6), 3, 2, 2),  # 1.8 of each: one of each would be no whole paper
        ((0.25, 0.5), 4, 2, 3),
    ],
)
def test_statements_may_be_true_and_false_so_often(
    share: tuple[float, float], count: int, true: int, false: int
) -> None:
    plan = blueprint({"count": 7}, {"count": count, "type": "judge"}, judge_true=share)
    rows = {kind: limited(kind, plan, *statements(12, 13), item("other")) for kind in ("true", "false")}
    assert [(row.high, len(row.terms)) for row in rows["true"]] == [(true, 12)]
    assert [(row.high, len(row.terms)) for row in rows["false"]] == [(false, 13)]
    assert {coefficient for found in rows.values() for row in found for _, coefficient in row.terms} == {1.0}


def test_statements_that_may_all_be_true_or_are_too_few_to_be_too_many_have_no_row() -> None:
    free = blueprint({"count": 5, "type": "judge"}, judge_true=(0, 1))
    assert limited("true", free, *statements(9, 9)) == limited("false", free, *statements(9, 9)) == []
    plan = blueprint({"count": 5, "type": "judge"}, judge_true=(0.4, 0.6))
    assert limited("true", plan, *statements(3, 4)) == []
    assert [row.high for row in limited("false", plan, *statements(3, 4))] == [3]


def test_an_article_has_a_row_once_more_items_rest_on_it_than_may_stand() -> None:
    plan = blueprint({"count": 3}, {"count": 3}, per_article=2)
    two = [at("a", 1), at("b", 1), at("c", 2)]
    assert limited("article", plan, *two) == []  # each stands in both sections, and is one item all the same
    (row,) = limited("article", plan, *two, at("d", 1))
    assert row.high == 2
    assert len(row.terms) == 6


@pytest.mark.parametrize(("share", "count", "most"), [(0.2, 4, 1), (0.2, 14, 2), (0.5, 7, 3)])
def test_of_one_phrasing_there_are_a_share_of_all_numbers_and_one_at_least(share: float, count: int, most: int) -> None:
    alike = [at(f"a{n}", n, stem=f"{n}号事情，对单位的罚款幅度是：") for n in range(9)]
    plan = blueprint({"count": count - 1}, {"count": 1, "type": "judge"}, one_phrasing=share)
    assert [row.high for row in limited("phrasing", plan, *alike)] == [most]
    assert limited("phrasing", blueprint({"count": 2}, one_phrasing=1), *alike) == []


@pytest.mark.parametrize(
    ("fact", "tellers", "more", "most"),
    [
        ("law/1=10万元", 5, {"per_article": 3}, 3),
        ("law/1=10万元", 2, {"per_article": 3}, 2),
        ("@own", 5, {"per_article": 3}, 5),
        ("@own", 9, {"per_article": 3}, 8),
    ],
)
def test_who_asks_what_others_tell_takes_the_place_of_all_of_them(
    fact: str, tellers: int, more: dict[str, Any], most: int
) -> None:
    """Where it stands none of those may: its coefficient is as much as all that could."""
    tells = [at(f"t{n}", n, tells=(fact,)) for n in range(tellers)]
    plan = blueprint({"count": 5}, {"count": 3, "type": "judge"}, **more)
    (row,) = limited("told", plan, *tells, at("a", 50, asks=(fact,)), at("o", 51, tells=("law/9=1元",)))
    assert row.high == most
    assert dict(row.terms) == {**dict.fromkeys(range(tellers), 1.0), tellers: float(most)}


def test_what_a_blueprint_leaves_open_is_asked_by_no_row() -> None:
    sums = [at(f"s{n}", n, options=(Option(f"{n + 1}万元", True), Option("90万元", False))) for n in range(4)]
    plan = blueprint({"count": 3})
    assert [demand.kind for demand in demands(plan, pool_of(plan, *sums))] == ["count"]
    bounded = blueprint({"count": 7}, {"count": 4}, amounts=0.25, article_numbers=0.1)
    found = {demand.kind: demand.row for demand in demands(bounded, pool_of(bounded, *sums))}
    assert (found["amounts"].high, len(found["amounts"].terms)) == (2, 8)  # 2.75 of eleven
    assert (found["article_numbers"].high, found["article_numbers"].terms) == (1, ())


def test_quotas_have_their_bounds_and_none_where_none_is_said() -> None:
    quota = {"topic": "air", "min": 2}
    plan = blueprint({"count": 3}, {"count": 4, "quotas": [quota, {**quota, "max": 3}]}, limits=[quota])
    found = demands(plan, pool_of(plan, *(item(f"i{n}", topics=("air",) if n < 4 else ()) for n in range(6))))
    assert [(d.kind, d.section, d.quota, d.row.low, d.row.high, len(d.row.terms)) for d in found] == [
        ("count", 0, -1, 3, 3, 6),
        ("count", 1, -1, 4, 4, 6),
        ("quota", 1, 0, 2, math.inf, 4),
        ("quota", 1, 1, 2, 3, 4),
        ("whole", 0, 0, 2, math.inf, 8),
    ]


def test_a_mean_is_asked_as_what_each_item_lies_above_and_below() -> None:
    plan = blueprint({"count": 2, "difficulty": (0.4, 0.55)})
    found = demands(plan, pool_of(plan, item("a", difficulty=0.3), item("b", difficulty=0.6)))
    assert [(d.kind, d.row.terms, d.row.low, d.row.high) for d in found[1:]] == [
        ("easiest", ((0, -1000.0), (1, 2000.0)), 0, math.inf),
        ("hardest", ((0, -2500.0), (1, 500.0)), -math.inf, 0),
    ]


def test_an_item_to_hold_stands_once_wherever_it_fits() -> None:
    plan = blueprint({"count": 1, "type": "judge"}, {"count": 2}, {"count": 2}, include=["b", "gone"])
    pool = pool_of(plan, item("a"), item("b"), item("c", type="judge"))
    places = [place for place, one in enumerate(pool) if one.item.id == "b"]
    held, gone = demands(plan, pool)[-2:]
    assert (held.kind, held.section, held.quota, held.row) == (
        "include",
        1,
        0,
        Row(tuple((place, 1.0) for place in places), 1, 1),
    )
    assert (gone.section, gone.quota, gone.row) == (0, 1, Row((), 1, 1))


def test_facts_are_left_out_of_what_is_fixed_where_they_do_not_count() -> None:
    plan = blueprint({"count": 2}, {"count": 2}, per_article=1)
    pool = pool_of(plan, *(at(f"i{n}", 1, facts=("same",), cluster="one") for n in range(2)))
    assert conflicts(pool, facts=False) == tuple(Row(((n, 1.0), (n + 2, 1.0)), high=1) for n in range(2))
    assert Row(((0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0)), high=1) in conflicts(pool)
    assert fixed(plan, pool, facts=False) == conflicts(pool, facts=False)
    assert len(fixed(plan, pool)) > len(conflicts(pool))


def test_of_candidates_that_never_meet_the_heaviest_is_kept_and_of_others_as_many_as_are_asked_for() -> None:
    plan = blueprint({"count": 3})
    pool = pool_of(plan, *(item(f"c{n}", cluster="one") for n in range(6)), *(item(f"o{n}") for n in range(9)))
    kept = reduced(plan, pool)
    for name, count in (("c", 1), ("o", 3)):
        heavy = sorted((one for one in pool if one.item.id[0] == name), key=lambda one: -one.weight)[:count]
        assert {one.item.id for one in kept if one.item.id[0] == name} == {one.item.id for one in heavy}


@pytest.mark.parametrize(("hash", "weight"), [(0, 1), (2**20 - 1, 2**20), (2**20, 1), (2**20 + 4, 5)])
def test_no_candidate_weighs_nothing_or_more_than_the_solver_adds_exactly(
    monkeypatch: pytest.MonkeyPatch, hash: int, weight: int
) -> None:
    monkeypatch.setattr(eligible, "rank", lambda *seed: hash)
    assert [one.weight for one in pool_of(blueprint({"count": 1}), item("a"))] == [weight]
    assert eligible.weights(blueprint({"count": 1}), pool_of(blueprint({"count": 1}), item("a")), "x") == [weight]


def test_only_what_a_blueprint_lets_in_is_a_candidate() -> None:
    pool = [
        item("a", topics=("air",)), item("w", topics=("water",)), item("both", topics=("air", "water")),
        item("judged", type="judge", topics=("air",)), item("ruled", rule="tier", topics=("air",)),
    ]  # fmt: skip
    plan = {"count": 1}
    assert [one.item.id for one in pool_of(blueprint(plan, topics=["air"]), *pool)] == ["a", "both", "ruled"]
    assert [one.item.id for one in pool_of(blueprint(plan, ban=["tier", "both"]), *pool)] == ["a", "w"]


@pytest.mark.parametrize(
    ("quota", "met"),
    [
        ({"topic": "air"}, True), ({"topic": "water"}, False), ({"industry": "ships"}, True), ({"industry": "x"}, False),
        ({"regulation": "law"}, True), ({"regulation": "x"}, False), ({"rule": "tier"}, True), ({"rule": "judge"}, False),
        ({"level": "进阶"}, True), ({"level": "入门"}, False), ({"thought": "应用"}, True), ({"thought": "记忆"}, False),
        ({"audience": "镇街"}, True), ({"audience": "企业管理人员"}, False),
        ({"difficulty": (0.5, 0.5)}, True), ({"difficulty": (0.2, 0.49)}, False), ({"difficulty": (0.51, 0.9)}, False),
        ({"topic": "air", "rule": "tier"}, True), ({"topic": "air", "rule": "judge"}, False),
        ({"topic": "water", "rule": "tier"}, False),
    ],
)  # fmt: skip
def test_an_item_counts_towards_a_quota_that_it_fits_in_every_field(quota: dict[str, Any], met: bool) -> None:
    made = at("a", 1, topics=("air",), rule="tier", level="进阶", thought="应用", audience=("镇街",), difficulty=0.5)
    plan = blueprint({"count": 1, "quotas": [quota]})
    assert eligible.meets(Eligible(0, made, 1, ("ships",)), plan.sections[0].quotas[0]) is met


def test_an_item_is_of_the_industries_of_its_conduct_and_of_the_obligations_among_its_facts() -> None:
    ships = Conduct.model_construct(id="night", industries=("ships", "docks"))
    duty = Obligation.model_construct(id="report", industries=("docks", "farms"))
    held = {"night": ships, "report": duty}
    of = SimpleNamespace(get=lambda kind, id: held.get(id))

    def found(**more: Any) -> tuple[str, ...]:
        return eligible.industries_of(of, item("a", **more))  # type: ignore[arg-type]

    assert found(conduct="night", facts=("duty/report/when", "fact/x")) == ("ships", "docks", "farms")
    assert found(conduct="night") == ("ships", "docks")
    assert found(facts=("duty/report/when",)) == ("docks", "farms")
    assert found(conduct="report", facts=("duty/night",)) == found() == ()
