"""Assembly: a paper meets everything its blueprint asks, and the seed alone decides among those that do."""

import itertools
from datetime import timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exams.assembly import assemble, drawable, planned, published_papers
from generator.exams.demands import reduced
from generator.exams.eligible import Eligible, eligible_items, meets
from generator.exams.paper import Paper
from generator.exams.sifting import Program
from generator.exams.solver import GaveUp, Row
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank
from tests.exams._bank import DAY, bank, blueprint, item, library

items = st.builds(
    lambda n, type, fact, topics, rule, hard: (n, type, fact, topics, rule, hard),
    st.integers(0, 40),
    st.sampled_from(["single", "single", "judge"]),
    st.integers(0, 6),
    st.sets(st.sampled_from(["air", "water"])),
    st.sampled_from(["authority", "judge"]),
    st.integers(0, 10),
)


def made(drawn: list[tuple]) -> Bank:
    return bank(
        *(
            item(
                f"i{n}",
                type=type,
                facts=(f"f{fact}", f"own{n}"),
                topics=tuple(sorted(topics)),
                rule=rule,
                difficulty=hard / 10,
            )
            for n, type, fact, topics, rule, hard in drawn
        )
    )


banks = st.lists(items, max_size=14, unique_by=lambda drawn: drawn[0]).map(made)
quotas = st.one_of(
    st.builds(
        lambda t, lo, more: {"topic": t, "min": lo, "max": lo + more},
        st.sampled_from(["air", "water"]),
        st.integers(0, 1),
        st.integers(0, 2),
    ),
    st.just({"rule": "judge", "min": 1}),
)
sections = st.builds(
    lambda type, count, quota, hard: {"type": type, "count": count, "quotas": quota, "difficulty": hard},
    st.sampled_from(["single", "judge"]),
    st.integers(1, 3),
    st.lists(quotas, max_size=2),
    st.sampled_from([None, None, (0.2, 0.6), (0.5, 1.0)]),
)
plans = st.lists(sections, min_size=1, max_size=2).filter(
    lambda found: all(quota.get("min", 0) <= s["count"] for s in found for quota in s["quotas"])
)


def fits(plan: Blueprint, chosen: list[tuple]) -> bool:
    """An independent reading of the blueprint: ``chosen`` holds the items of each section."""
    everything = [i for part in chosen for i in part]
    facts = [fact for i in everything for fact in i.facts]
    if len(set(facts)) < len(facts) or len({i.id for i in everything}) < len(everything):
        return False
    for section, part in zip(plan.sections, chosen, strict=True):
        if len(part) != section.count or any(i.type != section.type for i in part):
            return False
        for quota in section.quotas:
            count = sum(meets(Eligible(0, i, 0), quota) for i in part)
            if count < quota.min or (quota.max is not None and count > quota.max):
                return False
        if section.difficulty:
            mean = sum(i.difficulty for i in part) / len(part)
            if not section.difficulty[0] - 1e-9 <= mean <= section.difficulty[1] + 1e-9:
                return False
    return True


@settings(max_examples=60, deadline=None)
@given(banks, plans)
def test_a_paper_fits_and_none_is_missed(bank, sections):
    plan = blueprint(*sections)
    problems = Problems()
    paper = assemble(plan, library(), bank, problems)
    if paper is not None:
        assert not len(problems)
        assert fits(plan, [section.items for section in paper.sections])
        return
    assert {problem.code for problem in problems} == {"E501"}
    pools = [itertools.combinations([i for i in bank.items if i.type == s.type], s.count) for s in plan.sections]
    assert not any(fits(plan, list(choice)) for choice in itertools.product(*pools))


@settings(max_examples=40, deadline=None)
@given(banks, plans, st.integers(0, 5))
def test_the_paper_is_the_heaviest_of_all(bank, sections, seed):
    plan = blueprint(*sections)
    paper = assemble(plan, library(), bank, Problems(), seed)
    weights = {(c.section, c.item.id): c.weight for c in eligible_items(plan, library(), bank, seed)}
    pools = [itertools.combinations([i for i in bank.items if i.type == s.type], s.count) for s in plan.sections]
    fitting = [choice for choice in itertools.product(*pools) if fits(plan, list(choice))]
    best = max((sum(weights[n, i.id] for n, part in enumerate(c) for i in part) for c in fitting), default=None)
    drawn = paper and sum(weights[n, i.id] for n, s in enumerate(paper.sections) for i in s.items)
    assert drawn == best


def big_bank() -> Bank:
    return bank(*(item(f"i{n}", topics=("air",) if n % 3 else ("water",), difficulty=n % 10 / 10) for n in range(200)))


def ids(paper: Paper | None) -> list[str]:
    assert paper is not None
    return [i.id for i in paper.items]


def test_same_seed_same_paper_whatever_the_order_of_the_bank():
    plan = blueprint({"count": 10, "quotas": [{"topic": "water", "min": 4}]})
    forwards, backwards = big_bank(), bank(*reversed(big_bank().items))
    assert ids(assemble(plan, library(), forwards, Problems(), 7)) == ids(
        assemble(plan, library(), backwards, Problems(), 7)
    )


def test_the_paper_of_a_seed_is_known_on_every_machine():
    plan = blueprint({"count": 4, "quotas": [{"topic": "water", "min": 2}], "difficulty": (0.4, 0.5)})
    assert ids(assemble(plan, library(), big_bank(), Problems(), 7)) == KNOWN


def test_another_seed_another_paper():
    plan = blueprint({"count": 10})
    papers = {tuple(ids(assemble(plan, library(), big_bank(), Problems(), seed))) for seed in range(5)}
    assert len(papers) == 5


def test_the_blueprints_own_seed_is_the_default():
    plan = blueprint({"count": 5}, seed=3)
    paper = assemble(plan, library(), big_bank(), Problems())
    assert paper is not None
    assert paper.seed == 3
    assert ids(paper) == ids(assemble(plan, library(), big_bank(), Problems(), 3))


def test_two_sections_of_a_type_share_no_item():
    plan = blueprint({"count": 3}, {"count": 3})
    paper = assemble(plan, library(), bank(*(item(f"i{n}") for n in range(6))), Problems())
    assert sorted(ids(paper)) == [f"i{n}" for n in range(6)]


def test_reduction_leaves_few_of_many_alike():
    plan = blueprint({"count": 10})
    assert len(reduced(plan, eligible_items(plan, library(), big_bank(), 1))) == 10


def test_items_for_another_audience_are_not_drawn():
    pool = bank(item("a", audience=("企业管理人员",)), item("b", audience=("执法人员", "镇街")), item("c"))
    assert sorted(ids(assemble(blueprint({"count": 2}), library(), pool, Problems()))) == ["b", "c"]


def test_invented_items_are_drawn_and_stay_marked():
    paper = assemble(blueprint({"count": 1}), library(), bank(item("a", sample=True)), Problems())
    assert paper is not None
    assert paper.items[0].sample


@pytest.mark.parametrize(("as_of", "good"), [(None, True), (DAY, True), (DAY.replace(day=2), False)])
def test_a_blueprint_for_another_day_is_wrong(as_of, good):
    problems = Problems()
    paper = assemble(blueprint({"count": 1}, as_of=as_of), library(), bank(item("a")), problems)
    assert (paper is not None) is good
    assert [problem.code for problem in problems] == ([] if good else ["E502"])


def test_published_papers_are_those_that_say_so():
    plans = (
        blueprint({"count": 1}, id="a", publish=True),
        blueprint({"count": 1}, id="b"),
        blueprint({"count": 9}, id="c", publish=True),
    )
    shelf = Library(DAY, records=MappingProxyType({"blueprint": plans}))
    problems = Problems()
    papers = published_papers(shelf, bank(item("a")), problems)
    assert [paper.blueprint.id for paper in papers] == ["a"]
    assert [problem.code for problem in problems] == ["E501"]


KNOWN = ["i137", "i84", "i34", "i162"]


def test_what_a_plan_that_is_not_published_lacks_is_told_and_of_the_others_nothing(monkeypatch):
    good, short, wrong = (
        blueprint({"count": count, **more}) for count, more in ((2, {}), (9, {}), (2, {"difficulty": (0.6, 0.4)}))
    )
    pool = bank(*(item(f"i{n}") for n in range(4)))

    def told(plan, **changed):
        problems = Problems()
        records = MappingProxyType({"blueprint": (plan.model_copy(update=changed),), "topic": ()})
        planned(Library(DAY, records=records), pool, problems)
        return [one.code for one in problems]

    hidden = {"publish": False}
    assert told(good, **hidden) == []
    assert told(short, **hidden) == ["E501"]
    assert told(short, publish=True) == []
    assert told(wrong, **hidden) == ["E502"]
    # of a plan for another day only that its types exist is asked
    assert told(short, **hidden, as_of=DAY + timedelta(days=1)) == []
    assert told(short, **hidden, as_of=DAY) == ["E501"]
    with monkeypatch.context() as patch:
        patch.setattr(Program, "possible", give_up)
        problems = Problems()
        drawable(good, library(), pool, problems)
        assert ["还没有凑出一套" in one.message for one in problems] == [True]


def give_up(self):
    raise GaveUp


def test_a_paper_is_possible_where_some_choice_keeps_to_every_row():
    two = Row(((0, 1.0), (1, 1.0)), 2, 2)
    assert Program(2, [two]).possible()
    assert not Program(1, [Row(((0, 1.0),), 2, 2)]).possible()
    assert not Program(2, [two, Row(((0, 1.0),), high=0)]).possible()
    assert Program(0, []).possible()
    assert not Program(0, [Row((), low=1)]).possible()
    # halves would do, and there are none
    assert not Program(2, [Row(((0, 2.0), (1, 2.0)), 1, 1)]).possible()
