"""Forms: quotas in each, no fact twice in one, as few repeats as can be, equally hard; the key follows every shuffle."""

import math
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exams.forms import assemble_exam, draw_exam
from generator.exams.paper import Exam
from generator.exams.shuffle import turned
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.item import Item, Option, Response
from tests.exams._bank import bank, blueprint, item, library


def some(count: int) -> Bank:
    return bank(
        *(
            item(
                f"i{n}",
                facts=(f"f{n // 2}",),
                topics=("air",) if n % 3 else ("water",),
                difficulty=round(0.3 + n % 7 / 20, 2),
            )
            for n in range(count)
        )
    )


def exam(plan: Blueprint, pool: Bank, **more: int) -> Exam:
    problems = Problems()
    found = assemble_exam(plan, library(), pool, problems, **more)
    assert found is not None, [str(p) for p in problems]
    return found


def repeats(made: Exam) -> int:
    uses = Counter(i.id for paper in made.papers for i in paper.items)
    return sum(count - 1 for id, count in uses.items() if id not in made.blueprint.include)


PLAN = {"count": 10, "quotas": [{"topic": "water", "min": 3, "max": 5}]}


def test_enough_items_make_forms_without_a_repeat():
    made = exam(blueprint(PLAN, forms=3), some(120))
    assert [paper.form for paper in made.papers] == ["A", "B", "C"]
    assert made.repeats == repeats(made) == made.bound == 0
    assert made.spread <= 0.02 + 1e-9
    for paper in made.papers:
        facts = [fact for i in paper.items for fact in i.facts]
        assert len(set(facts)) == len(facts) == 10
        assert 3 <= sum("water" in i.topics for i in paper.items) <= 5


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 60), st.integers(2, 4), st.integers(0, 3))
def test_repeats_are_counted_and_bounded(count, forms, seed):
    made = exam(blueprint(PLAN), some(count), forms=forms, seed=seed)
    assert made.repeats == repeats(made)
    assert 0 <= made.bound <= made.repeats
    assert made.spread <= 0.02 + 1e-9


def test_the_least_repeats_are_reached_where_items_are_short():
    pool = bank(*(item(f"i{n}") for n in range(15)))
    made = exam(blueprint({"count": 10}), pool, forms=2)
    assert made.repeats == made.bound == 5


def test_form_a_has_the_options_as_the_bank_and_later_forms_turn_them():
    options = tuple(Option(text, text == "乙") for text in "甲乙丙丁")
    pool = bank(*(replace(item(f"i{n}"), options=options) for n in range(12)))
    made = exam(blueprint({"count": 6}, forms=2), pool)
    first, second = (paper.sections[0].items for paper in made.papers)
    assert all(one.options == options for one in first)
    assert any(one.options != options for one in second)
    assert all(set(one.options) == set(options) for one in second)
    assert [paper.alone for paper in made.papers] == [False, False]
    (only,) = exam(blueprint({"count": 6}), pool).papers
    assert only.alone


def test_form_a_is_the_paper_of_one_form():
    one, three = exam(blueprint(PLAN), some(120)), exam(blueprint(PLAN, forms=3), some(120))
    assert [i.id for i in one.papers[0].items] == [i.id for i in three.papers[0].items]


def test_what_must_be_held_stands_in_every_form_and_what_is_banned_in_none():
    made = exam(blueprint(PLAN, forms=3, include=["i7"], ban=["i8"]), some(120))
    for paper in made.papers:
        ids = {i.id for i in paper.items}
        assert "i7" in ids
        assert "i8" not in ids
    assert made.repeats == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"include": ["i77"]}, "题库里没有“i77”"),
        ({"ban": ["who-act"]}, "是不是 who-acts"),
        ({"include": ["i7"], "ban": ["i7"]}, "既要选又不准选"),
    ],
)
def test_unknown_or_contrary_names_are_problems(more, said):
    problems = Problems()
    assert assemble_exam(blueprint(PLAN, **more), library(), some(40), problems) is None
    assert said in "\n".join(f"{p.message}{p.hint}" for p in problems)


def test_each_candidate_has_a_form_that_the_others_do_not_change():
    plan = blueprint(PLAN)
    few = draw_exam(plan, library(), some(120), Problems(), ["01", "02"])
    more = draw_exam(plan, library(), some(120), Problems(), ["03", "02", "01"])
    assert few is not None
    assert more is not None
    assert few.papers[1] == more.papers[1]
    assert few.papers[0] == more.papers[2]
    assert few.papers[0] != few.papers[1]
    assert few.spread <= 0.02 + 1e-9


def keyed(it: Item) -> object:
    """What the key says, whatever the order of what is printed."""
    texts = [o.text for o in it.options]
    if it.type == "match":
        return {p: texts[place] for p, place in zip(it.response.prompts, it.response.sequence, strict=True)}
    if it.type == "order":
        return [texts[place] for place in it.response.sequence]
    return {o.text: o.correct for o in it.options}


OPTIONS = tuple(Option(text, text == "乙", "") for text in ("甲", "乙", "丙", "丁"))


@given(st.integers(0, 200))
def test_the_key_follows_the_shuffle(seed):
    every = tuple(Option(o.text, True) for o in OPTIONS)
    for it in (
        item("s"),
        Item(**{**fields(item("m")), "type": "multiple", "options": OPTIONS}),
        Item(**{**fields(item("p")), "type": "match", "options": OPTIONS, "response": Response(("一", "二", "三"), (2, 0, 1))}),
        Item(**{**fields(item("o")), "type": "order", "options": every, "response": Response(sequence=(2, 0, 3, 1))}),
    ):  # fmt: skip
        other = turned(it, f"s{seed}")
        assert keyed(other) == keyed(it)
        assert sorted(o.text for o in other.options) == sorted(o.text for o in it.options)
        assert other.type != "order" or other.response.sequence != tuple(range(4))


def fields(it: Item) -> dict[str, object]:
    return {name: getattr(it, name) for name in it.__slots__}


def test_amounts_stay_in_ascending_order_and_judgements_as_they_are():
    amounts = tuple(Option(f"{n}万元以上{n * 10}万元以下", n == 2) for n in (1, 2, 5, 10))
    money = Item(**{**fields(item("a")), "options": amounts})
    judge = Item(**{**fields(item("j")), "type": "judge", "options": (Option("正确", True), Option("错误", False))})
    assert all(turned(money, f"{n}") == money and turned(judge, f"{n}") == judge for n in range(20))


def test_changes_of_amounts_have_no_order_and_bounds_have():
    changes = tuple(
        Option(text, False) for text in ("维持5万元以下不变", "由2万元以下改为5万元以下", "由5万元以下改为2万元以下")
    )
    bounds = tuple(Option(f"不超过{days}日", False) for days in (7, 15, 30))
    moved, kept = (Item(**{**fields(item("a")), "options": options}) for options in (changes, bounds))
    assert any(turned(moved, f"{n}") != moved for n in range(20))
    assert all(turned(kept, f"{n}") == kept for n in range(20))


def test_some_shuffle_moves_something():
    it = Item(**{**fields(item("m")), "options": OPTIONS})
    assert len({tuple(o.text for o in turned(it, f"{n}").options) for n in range(50)}) > 10


def test_mean_difficulty_bounds_are_of_the_same_scale():
    made = exam(blueprint({"count": 7}, forms=2), some(60))
    for paper in made.papers:
        assert math.isclose(paper.difficulty, sum(i.difficulty for i in paper.items) / 7)


def test_the_forms_of_a_seed_are_known_on_every_machine():
    made = exam(blueprint({"count": 4, "quotas": [{"topic": "water", "min": 2}]}), some(60), forms=2, seed=7)
    assert [[i.id for i in paper.items] for paper in made.papers] == KNOWN


KNOWN = [["i18", "i34", "i36", "i23"], ["i27", "i46", "i7", "i24"]]


def told_while(plan: Blueprint, pool: Bank, **more: int) -> tuple[Exam, list[str]]:
    told: list[str] = []
    found = assemble_exam(plan, library(), pool, Problems(), tell=told.append, **more)
    assert found is not None
    return found, told


def test_forms_are_looked_for_no_longer_than_they_repeat_more_than_they_must():
    assert told_while(blueprint(PLAN, forms=3), some(120))[1] == ["组第 2 卷", "组第 3 卷"]
    short = bank(*(item(f"i{n}") for n in range(15)))
    made, told = told_while(blueprint({"count": 10}), short, forms=2)
    assert (made.repeats, told) == (5, ["组第 2 卷"])


def test_forms_may_lie_to_one_side_of_the_first_where_only_that_spares_repeats():
    """Of two items 0.015 apart neither is within 0.01 of the other; both are of a middle a little above or below the first."""
    pool = bank(item("easy", difficulty=0.5), item("hard", difficulty=0.515))
    firsts = set()
    for seed in range(8):
        made, told = told_while(blueprint({"count": 1}), pool, forms=2, seed=seed)
        assert (made.repeats, round(made.spread, 3)) == (0, 0.015)
        assert "减少各卷之间的重复" in told
        firsts.add(made.papers[0].items[0].id)
    assert firsts == {"easy", "hard"}


def test_papers_of_candidates_are_drawn_by_the_seed_that_is_given_or_that_of_the_blueprint():
    told: list[str] = []
    plan, people = blueprint(PLAN, seed=3), ["01", "02"]
    own = draw_exam(plan, library(), some(60), Problems(), people, tell=told.append)
    other = draw_exam(plan, library(), some(60), Problems(), people, seed=8)
    assert own is not None
    assert other is not None
    assert told == ["抽第 1 人的卷，共 2 人", "抽第 2 人的卷，共 2 人"]
    assert (own.seed, other.seed, own.drawn, own.proven) == (3, 8, True, True)
    assert [paper.seed for paper in other.papers] == [8, 8]
    assert [paper.items for paper in own.papers] != [paper.items for paper in other.papers]
    assert own == draw_exam(blueprint(PLAN, seed=3), library(), some(60), Problems(), people, seed=3)
