"""Forms apart: where forms chosen one after the other share more than they must, choosing anew mends it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exams import apart
from generator.exams.apart import Desk, pull_apart
from generator.exams.assembly import first_choice, rows
from generator.exams.eligible import eligible_items
from generator.exams.forms import assemble_exam
from generator.exams.scale import UNIT, difficulty_of
from generator.exams.sifting import Choice, Program
from generator.exams.solver import Column, GaveUp, Row, maximise
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.questions.bank import Bank
from tests.exams._bank import bank, blueprint, item, library


def fewest(plan: Blueprint, pool: Bank) -> int | None:
    """By one program over all forms at once: the fewest repeats, however hard forms are; None where there is no form."""
    places = eligible_items(plan, library(), pool, 1)
    size, forms = len(places), plan.forms
    limits = [
        Row(tuple((column + form * size, c) for column, c in row.terms), row.low, row.high)
        for form in range(forms)
        for row in rows(plan, places)
    ]
    columns = [Column(0.0) for _ in range(size * forms)]
    for column in range(size):
        uses = ((column + form * size, 1.0) for form in range(forms))
        limits.append(Row((*uses, (len(columns), -1.0)), high=1))
        columns.append(Column(-1.0, float(forms)))
    values = maximise(columns, limits)
    return None if values is None else round(sum(values[size * forms :]))


items = st.lists(
    st.builds(
        lambda fact, topics, rule: {"facts": (f"f{fact}",), "topics": tuple(sorted(topics)), "rule": rule},
        st.integers(0, 25),
        st.sets(st.sampled_from(["air", "water"])),
        st.sampled_from(["authority", "judge"]),
    ),
    min_size=10,
    max_size=24,
)
plans = st.builds(
    lambda count, air, water, judge, forms: blueprint(
        {
            "count": count,
            "quotas": [
                {"topic": "air", "min": air},
                {"topic": "water", "min": water, "max": 4},
                {"rule": "judge", "min": judge},
            ],
        },
        forms=forms,
    ),
    st.integers(3, 6),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(2, 3),
)


@settings(max_examples=60, deadline=None)
@given(items, plans)
def test_repeats_lie_between_the_bound_and_what_is_stated(drawn, plan):
    pool = bank(*(item(f"i{n}", difficulty=0.5, **more) for n, more in enumerate(drawn)))
    exam = assemble_exam(plan, library(), pool, Problems())
    least = fewest(plan, pool)
    assert (exam is None) == (least is None)
    if exam is not None:
        assert exam.bound <= least <= exam.repeats
        assert exam.repeats - least <= 1  # what choosing one or two anew can't mend is rare and small


# Form A likes best the only two items that count for both quotas; alone, no other form can do without them.
BOTH = [item(f"both{n}", topics=("air", "water"), difficulty=0.5) for n in range(2)]
AIR = [item(f"air{n}", topics=("air",), difficulty=0.5) for n in range(2)]
WATER = [item(f"water{n}", topics=("water",), difficulty=0.5) for n in range(2)]
OTHER = [item(f"other{n}", difficulty=0.5) for n in range(2)]
TIGHT = blueprint({"count": 4, "quotas": [{"topic": "air", "min": 2}, {"topic": "water", "min": 2}]}, forms=2)


def test_form_a_gives_way_where_that_saves_repeats():
    pool = bank(*BOTH, *AIR, *WATER, *OTHER)
    for seed in range(12):
        exam = assemble_exam(TIGHT, library(), pool, Problems(), seed)
        assert exam is not None
        assert exam.repeats == exam.bound == fewest(TIGHT, pool) == 0


def test_pulling_apart_never_adds_repeats():
    plan = blueprint({"count": 4, "quotas": [{"topic": "air", "min": 2}]}, forms=3)
    pool = bank(*BOTH, *AIR, *WATER, *OTHER)
    found = first_choice(plan, library(), pool, Problems(), 1)
    assert found is not None
    desk = Desk(plan, *found)
    same = [found[1]] * 3
    liking = [[c.weight for c in found[0]]] * 3
    assert desk.repeats(pull_apart(desk, same, liking, desk.least_repeats(3))) < desk.repeats(same) == 8


def test_two_forms_are_chosen_together_only_where_they_repeat_no_more_than_they_may():
    """Of five items each form takes three: one at least stands in both."""
    plan = blueprint({"count": 3}, forms=2)
    pool = bank(*(item(f"i{n}", difficulty=0.5) for n in range(5)))
    found = first_choice(plan, library(), pool, Problems(), 1)
    assert found is not None
    desk = Desk(plan, *found)
    liking = [candidate.weight for candidate in found[0]]
    assert desk.two_forms(liking, liking, [], 0) is None
    both = desk.two_forms(liking, liking, [], 1)
    assert both is not None
    assert [len(form.columns) for form in both] == [3, 3]
    assert desk.repeats(both) == desk.least_repeats(2) == 1
    third = desk.two_forms(liking, liking, [both[0]], 3)
    assert third is None  # beside a form that holds three of the five, two more repeat four times at least
    assert desk.two_forms(liking, liking, [both[0]], 9) is not None


def test_forms_that_no_single_one_can_mend_are_chosen_two_by_two(monkeypatch):
    """Each of the three is as it should be beside the others, and still one repeat more than there need be."""
    drawn = [
        (("air",), "judge", "入门", "f0"), (("water",), "authority", "入门", "f2"), (("water",), "judge", "进阶", "f3"),
        ((), "judge", "进阶", "f5"), (("air",), "judge", "进阶", "f1"), ((), "authority", "入门", "f3"),
        ((), "authority", "入门", "f4"),
    ]  # fmt: skip
    pool = bank(
        *(
            item(f"i{n}", topics=topics, rule=rule, level=level, facts=(fact,), difficulty=0.5)
            for n, (topics, rule, level, fact) in enumerate(drawn)
        )
    )
    quotas = [
        {"topic": "air", "min": 2}, {"topic": "water", "min": 1, "max": 2}, {"rule": "judge", "min": 0},
        {"level": "进阶", "min": 1, "max": 2},
    ]  # fmt: skip
    plan = blueprint({"count": 4, "quotas": quotas}, forms=3)
    exam = assemble_exam(plan, library(), pool, Problems())
    assert exam is not None
    assert exam.repeats == fewest(plan, pool) == 5
    monkeypatch.setattr(apart, "_PAIRS", 0)
    alone = assemble_exam(plan, library(), pool, Problems())
    assert alone is not None
    assert alone.repeats == 6


def test_of_two_forms_chosen_together_only_fewer_repeats_will_do(monkeypatch):
    plan = blueprint({"count": 3}, forms=2)
    pool = bank(*(item(f"i{n}", difficulty=0.5) for n in range(5)))
    found = first_choice(plan, library(), pool, Problems(), 1)
    assert found is not None
    desk, liking = Desk(plan, *found), [candidate.weight for candidate in found[0]]
    asked: list[int] = []
    both = Desk.two_forms
    monkeypatch.setattr(Desk, "two_forms", lambda self, *given: (asked.append(given[-1]), both(self, *given))[1])
    forms = pull_apart(desk, [found[1], found[1]], [liking, liking], 0)
    assert desk.repeats(forms) == 1  # as many as there must be; the bound that was given is lower
    assert asked == [0]


class _Never:
    """A desk at which every two forms chosen together look better and repeat as much as before."""

    def __init__(self) -> None:
        self.together = 0

    def repeats(self, forms: object) -> int:
        return 5

    def next_form(self, liking: object, others: object) -> str:
        return "anew"

    def two_forms(self, one: object, two: object, others: object, most: int) -> tuple[str, str]:
        self.together += 1
        assert most == -1
        return "one", "two"


def test_after_sixty_pairs_what_was_reached_is_let_be():
    desk = _Never()
    pull_apart(desk, ["a", "b", "c"], [[1], [1], [1]], 0)  # type: ignore[arg-type, list-item]
    assert desk.together == 60


class _Told:
    """A desk that says what it is told, and remembers what it was asked."""

    def __init__(self, repeats: dict[tuple[str, ...], int], together: tuple[str, str] | None = None) -> None:
        self._repeats, self._together = repeats, together
        self.asked: list[tuple[object, ...]] = []

    def repeats(self, forms: list[str]) -> int:
        return self._repeats.get(tuple(forms), 3)

    def next_form(self, liking: list[int], others: list[str]) -> str:
        self.asked.append((liking[0], tuple(others)))
        return f"{liking[0]}"

    def two_forms(self, one: list[int], two: list[int], others: list[str], most: int) -> tuple[str, str] | None:
        self.asked.append((one[0], two[0], tuple(others), most))
        return self._together


LIKING = [[1], [2], [3]]


def test_each_form_is_chosen_anew_beside_the_others_the_first_one_last() -> None:
    desk = _Told({("a", "b", "c"): 9, ("1", "2", "3"): 3})
    assert pull_apart(desk, ["a", "b", "c"], LIKING, 3) == ["1", "2", "3"]  # type: ignore[arg-type, list-item, comparison-overlap]
    assert desk.asked[:3] == [(3, ("a", "b")), (2, ("a", "3")), (1, ("2", "3"))]
    assert len(desk.asked) == 6  # once more, and nothing is gained
    same = _Told({("a", "b", "c"): 3})
    assert pull_apart(same, ["a", "b", "c"], LIKING, 3) == ["a", "b", "c"]  # type: ignore[arg-type, list-item, comparison-overlap]
    assert len(same.asked) == 3


def test_each_two_are_tried_once_where_none_can_be_mended() -> None:
    desk = _Told({(): 0, ("a",): 0, ("b",): 1, ("c",): 0, ("a", "b", "c"): 3})
    assert pull_apart(desk, ["a", "b", "c"], LIKING, 1) == ["a", "b", "c"]  # type: ignore[arg-type, list-item, comparison-overlap]
    assert desk.asked[3:] == [(1, 2, ("c",), 2), (1, 3, ("b",), 1), (2, 3, ("a",), 2)]


def test_a_form_is_the_first_one_where_the_search_gives_up_or_finds_nothing(monkeypatch):
    plan = blueprint({"count": 1}, forms=2)
    found = first_choice(plan, library(), bank(item("a"), item("b")), Problems(), 1)
    assert found is not None
    for outcome in (None, GaveUp):
        desk = Desk(plan, *found)

        def heaviest(self, weights, outcome=outcome):
            if outcome is not None:
                raise outcome
            return outcome

        with monkeypatch.context() as patch:
            patch.setattr(Program, "heaviest", heaviest)
            for form in (desk.any_form([1, 1]), desk.next_form([1, 1], [])):
                assert (form.columns, form.proven) == (found[1].columns, False)
    desk = Desk(plan, *found)
    other = desk.any_form([1, 5]), desk.any_form([5, 1])
    assert [(sorted(form.columns), form.proven) for form in other] == [([1], True), ([0], True)]


def test_two_forms_take_what_each_likes_best():
    plan = blueprint({"count": 1}, forms=2)
    for liked in (([1, 9], [9, 1]), ([9, 1], [1, 9])):
        found = first_choice(plan, library(), bank(item("a"), item("b")), Problems(), 1)
        assert found is not None
        both = Desk(plan, *found).two_forms(*liked, [], 9)
        assert both is not None
        assert [sorted(form.columns) for form in both] == [[one.index(9)] for one in liked]
    alone = first_choice(plan, library(), bank(item("a")), Problems(), 1)
    assert alone is not None
    assert Desk(plan, *alone).two_forms([1], [1], [], 0) is None
    same = Desk(plan, *alone).two_forms([1], [1], [], 1)
    assert same is not None
    assert [sorted(form.columns) for form in same] == [[0], [0]]


def test_forms_are_as_hard_as_the_first_within_a_hundredth():
    plan = blueprint({"count": 2}, forms=2)
    pool = bank(*(item(f"i{n}", difficulty=0.1 + n / 10) for n in range(4)))
    found = first_choice(plan, library(), pool, Problems(), 1)
    assert found is not None
    first = Choice(frozenset({0, 3}))
    total = sum(difficulty_of(found[0][place].item) for place in (0, 3))
    for harder, middle in ((0, total), (1, total + UNIT // 50), (-1, total - UNIT // 50)):
        desk = Desk(plan, found[0], first, harder)
        (hard,) = [row for row in desk._alike if row not in desk._rows]
        assert (hard.low, hard.high) == (middle - UNIT // 50, middle + UNIT // 50)
    assert next(row for row in Desk(plan, found[0], first)._alike if row not in desk._rows).low == total - UNIT // 50


def test_what_two_forms_gained_is_tried_again_with_each_two() -> None:
    desk = _Told({(): 0}, ("one", "two"))
    tried = desk.two_forms

    def once(*given: object) -> tuple[str, str] | None:
        found = tried(*given)  # type: ignore[arg-type]
        desk._together = None
        return found

    desk.two_forms = once  # type: ignore[method-assign]
    pull_apart(desk, ["a", "b", "c"], LIKING, 1)  # type: ignore[arg-type, list-item]
    assert sum(len(one) == 4 for one in desk.asked) == 1 + 3
