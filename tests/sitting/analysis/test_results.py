"""Item analysis against published figures and an established library."""

import json
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from generator.questions.item import Blank, Response
from generator.sitting.analysis.data import analysis_json
from generator.sitting.analysis.items import groups
from generator.sitting.analysis.measured import measured
from generator.sitting.analysis.reliability import _together, f_quantile, f_share, interval, reliability
from generator.sitting.analysis.responses import responses
from generator.sitting.analysis.results import MISSED, Analysis, UnitRow, analyse, weakest
from generator.sitting.candidates import Candidate, Mark, Sitting
from generator.sitting.marking import Given
from tests.sitting._forms import item, keys, options, paper, sit

#: Bock and Lieberman (Psychometrika 35, 1970, 179-197): how many of 1,000 people gave each pattern of right answers to five
#: items of section 6 of the Law School Admission Test.
LSAT6 = """00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 01101:3 01110:2 01111:15
10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 11010:21 11011:173 11100:11
11101:61 11110:28 11111:298"""


def patterns() -> list[str]:
    pairs = [entry.split(":") for entry in LSAT6.split()]
    return [pattern for pattern, count in pairs for _ in range(int(count))]


def analysed(answers: list[str], **more: Any) -> Analysis:
    """Analyse letters that people gave to items whose key is B; one point each."""
    count = len(answers[0])
    made = paper(
        items=tuple(item(f"q{n}", "single", options("B")) for n in range(count)), points=(1.0,) * count, **more
    )
    rows = [(f"{n:05d}", "", "", *letters) for n, letters in enumerate(answers)]
    return analyse(sit(*rows, made=keys(made))[0])


def test_published_figures_of_the_law_school_admission_test() -> None:
    """Difficulty, corrected item-total correlation and alpha, as descript() of the R package ltm gives them for these data."""
    found = analysed([pattern.replace("1", "B").replace("0", "A") for pattern in patterns()])
    assert found.present == 1000
    assert [round(row.share, 3) for row, _ in found.items] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert [round(row.discrimination or 0, 4) for row, _ in found.items] == [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    ((_, form),) = found.forms
    assert round(form.alpha or 0, 4) == 0.2950


def test_published_interval_of_alpha() -> None:
    """The worked example of Evans's feldt1.return(0.913, 873, 20): 0.9044024 to 0.9211588."""
    assert interval(0.913, 873, 20) == pytest.approx((0.9044024, 0.9211588), abs=1e-7)


@pytest.mark.parametrize("level", [0.005, 0.025, 0.5, 0.975])
@pytest.mark.parametrize("degrees", [(1, 1), (2, 8), (29, 29 * 4), (99, 1), (872, 872 * 19), (9999, 9999 * 99)])
def test_quantiles_of_f_by_scipy(level: float, degrees: tuple[int, int]) -> None:
    assert f_quantile(level, *degrees) == pytest.approx(stats.f.ppf(level, *degrees), rel=1e-9)


@given(st.floats(0.01, 20), st.integers(1, 400), st.integers(1, 4000))
def test_shares_of_f_by_scipy(value: float, first: int, second: int) -> None:
    assert f_share(value, first, second) == pytest.approx(stats.f.cdf(value, first, second), abs=1e-9)


ANSWERS = st.lists(st.text("ABCD", min_size=4, max_size=4), min_size=3, max_size=40)


@settings(max_examples=60)
@given(ANSWERS)
def test_correlations_by_scipy(answers: list[str]) -> None:
    found = analysed(answers)
    right = np.array([[letter == "B" for letter in row] for row in answers], float)
    for index, (row, _) in enumerate(found.items):
        rest = right.sum(axis=1) - right[:, index]
        assert row.share == pytest.approx(right[:, index].mean())
        assert row.deviation == pytest.approx(right[:, index].std(ddof=1), abs=1e-12)
        if np.ptp(right[:, index]) and np.ptp(rest):
            assert row.discrimination == pytest.approx(stats.pearsonr(right[:, index], rest).statistic, abs=1e-9)
        else:
            assert row.discrimination is None


@settings(max_examples=60)
@given(ANSWERS)
def test_alpha_by_its_covariances(answers: list[str]) -> None:
    """k/(k-1) times the share of the covariance matrix that lies off its diagonal."""
    points = np.array([[letter == "B" for letter in row] for row in answers], float)
    row = reliability(points)
    matrix = np.cov(points, rowvar=False)
    if matrix.sum() < 1e-9:
        assert row.alpha is None
        return
    assert row.alpha == pytest.approx(4 / 3 * (1 - np.trace(matrix) / matrix.sum()))
    assert row.low is not None
    assert row.high is not None
    assert row.low <= row.alpha <= row.high <= 1
    assert row.error == pytest.approx(np.sqrt(matrix.sum() * (1 - max(row.alpha, 0))))


@settings(max_examples=40)
@given(ANSWERS, st.permutations(range(4)))
def test_the_order_of_the_items_changes_nothing(answers: list[str], order: list[int]) -> None:
    first, second = analysed(answers), analysed(["".join(row[place] for place in order) for row in answers])
    turned = [first.items[place][0] for place in order]
    for before, (after, _) in zip(turned, second.items, strict=True):
        assert (before.share, before.upper, before.lower) == (after.share, after.upper, after.lower)
        assert before.discrimination == pytest.approx(after.discrimination, nan_ok=True)
    assert first.histogram == second.histogram
    assert first.forms[0][1].alpha == pytest.approx(second.forms[0][1].alpha)


@settings(max_examples=40)
@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_the_people_changes_no_mean(answers: list[str], random: Any) -> None:
    first, second = analysed(answers), analysed(random.sample(answers, len(answers)))
    assert [row.share for row, _ in first.items] == pytest.approx([row.share for row, _ in second.items])
    assert [row.discrimination for row, _ in first.items] == [
        None if row.discrimination is None else pytest.approx(row.discrimination) for row, _ in second.items
    ]
    assert (first.mean, first.passed, first.histogram) == (pytest.approx(second.mean), second.passed, second.histogram)


def test_who_chose_what() -> None:
    answers = ["BBB"] * 4 + ["BBA"] * 2 + ["CBA"] * 2 + ["AAA", ""]
    found = analysed(answers)
    assert (found.present, found.absent) == (9, 1)
    first = found.items[0][0].options
    assert [option.count for option in first] == [1, 6, 2, 0]
    assert [option.correct for option in first] == [False, True, False, False]
    assert [round(option.upper, 2) for option in first] == [0, 1, 0, 0]
    assert [round(option.lower, 2) for option in first] == [0.5, 0, 0.5, 0]
    assert sum(option.share for option in first) == pytest.approx(1)


def test_groups_are_the_best_and_the_worst_27_of_a_hundred() -> None:
    rows = [(f"{n:03d}", "", "", *("B" if n % (k + 2) else "A" for k in range(8))) for n in range(100)]
    made = paper(items=tuple(item(f"q{n}", "single", options("B")) for n in range(8)), points=(1.0,) * 8)
    found = responses(sit(*rows, made=keys(made))[0])
    upper, lower = groups(found)
    assert (upper.sum(), lower.sum(), (upper & lower).sum()) == (27, 27, 0)
    assert found.score[upper].min() >= found.score[~upper].max()
    assert found.score[lower].max() <= found.score[~lower].min()


def two_forms() -> Sitting:
    """Form B holds the item of form A with its options turned, and another one."""
    same, other, third = (item(name, "single", options("B")) for name in ("same", "other", "third"))
    turned = item("same", "single", options("B")[::-1])
    made = keys(
        paper("A", (same, other), (1.0, 1.0), alone=False), paper("B", (third, turned), (1.0, 1.0), alone=False)
    )
    rows = [
        ("1", "A", "B", "B"),
        ("2", "A", "A", "B"),
        ("3", "B", "B", "C"),
        ("4", "B", "A", "D"),
        ("5", "B", "A", "A"),
    ]
    return sit(*rows, made=made, header=("考号", "卷别", "1", "2"))[0]


def test_an_item_of_several_forms_is_one_item() -> None:
    found = analyse(two_forms())
    rows = {row.item.id: row for row, _ in found.items}
    assert rows["same"].label == "A1 B2"
    assert (rows["same"].people, rows["same"].share) == (5, 0.4)
    assert [option.count for option in rows["same"].options] == [2, 2, 0, 1]
    assert (rows["other"].people, rows["third"].people) == (2, 3)
    assert [name for name, _ in found.forms] == ["A", "B"]


def test_units_and_topics() -> None:
    water, air = (item(name, "single", options("B"), topics=(name,)) for name in ("water", "air"))
    rows = [
        ("1", "", "一队", "B", "B"),
        ("2", "", "一队", "B", "A"),
        ("3", "", "二队", "A", "A"),
        ("4", "", "", "B", "A"),
    ]
    found = analyse(sit(*rows, made=keys(paper(items=(water, air), points=(2.0, 2.0))))[0])
    assert found.topics == (("air", 0.25), ("water", 0.75))
    units = {unit.name: (unit.people, unit.share, unit.passed, unit.topics) for unit in found.units}
    assert units == {
        "一队": (2, 0.75, 0.5, (0.5, 1.0)),
        "二队": (1, 0.0, 0.0, (0.0, 0.0)),
        "": (1, 0.5, 0.0, (0.0, 1.0)),
    }


def test_a_single_person_has_no_spread() -> None:
    found = analysed(["BBA"])
    assert (found.deviation, found.forms[0][1].alpha, found.items[0][0].discrimination) == (None, None, None)
    assert json.loads(analysis_json(found))["deviation"] is None


def test_items_that_all_go_together_have_an_alpha_of_one() -> None:
    form = reliability(np.repeat(np.array([[5.0], [0.0], [0.0]]), 2, axis=1) * [1.0, 0.1])
    assert form.alpha is not None
    full = reliability(np.repeat(np.array([[5.0], [0.0], [0.0]]), 2, axis=1))
    assert (full.alpha, full.error, full.low, full.high) == (pytest.approx(1), pytest.approx(0, abs=1e-6), 1, 1)
    assert form.alpha < 1


def test_all_alike_have_no_alpha() -> None:
    found = analysed(["BBA"] * 5)
    assert found.forms[0][1].alpha is None
    assert [row.discrimination for row, _ in found.items] == [None] * 3


def test_the_histogram_has_the_full_mark_in_its_last_bar() -> None:
    found = analysed(["BBBBBBBBBB", "BBBBBBBBBA", "AAAAAAAAAC", "BAAAAAAAAA"])
    assert found.histogram == (1, 1, 0, 0, 0, 0, 0, 0, 0, 2)


def test_nobody_is_nothing_to_analyse() -> None:
    sitting = sit(("1", "", ""), made=keys(paper(items=(item("q", "single", options("B")),), points=(1.0,))))[0]
    with pytest.raises(ValueError, match="nobody"):
        analyse(sitting)


def test_the_json_holds_no_candidate() -> None:
    names = [(f"K{n}", f"人{n}", "", "B") for n in range(3)]
    sitting = sit(*names, made=keys(paper(items=(item("q", "single", options("B")),), points=(1.0,))))[0]
    text = analysis_json(analyse(sitting)).decode()
    assert not any(number in text or name in text for number, name, *_ in names)
    assert text == analysis_json(analyse(sitting)).decode()


def test_points_of_cases_count_by_their_share() -> None:
    case = item("case", "case")
    made = keys(paper(items=(case, item("q", "single", options("B"))), points=(10.0, 2.0)))
    mark = Mark(Given(points=Fraction(5)), 5, False)  # type: ignore[arg-type]
    wrong = Mark(Given((0,)), 0, False, "", 1)  # type: ignore[arg-type]
    one = Candidate("1", "", "", made.first, (mark, wrong), 5)  # type: ignore[arg-type]
    found = analyse(Sitting(made, "exact", (one,)))
    assert [row.share for row, _ in found.items] == [0.5, 0.0]


def test_of_wrong_answers_in_writing_the_five_that_most_gave_are_told() -> None:
    made = paper(items=(item("sum", "calc", response=Response(blanks=(Blank(("7元",)),))),), points=(1.0,))
    given = ["7元"] * 3 + ["9元"] * 3 + ["1元"] * 2 + ["6元", "5元", "4元", "3元", ""]
    rows = [(f"{n:03d}", "", "", answer) for n, answer in enumerate(given)]
    (told,) = [row.wrong for row, *_ in analyse(sit(*rows, made=keys(made))[0]).items]
    assert [count for _, count in told] == [3, 2, 1, 1, 1]
    assert ["9元" in told[0][0], "1元" in told[1][0]] == [True, True]
    assert not any("6元" in answer for answer, _ in told)


def test_what_a_unit_misses_is_told_weakest_first() -> None:
    topics = (("air", 0.7), ("eia", 0.6), ("water", 0.5), ("noise", 0.9))
    unit = UnitRow(name="甲", people=3, share=0.5, passed=0.5, topics=(MISSED, MISSED - 0.01, 0.1, None))
    assert weakest(unit, topics, str.upper) == [("WATER", 0.1), ("EIA", MISSED - 0.01)]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("AB"), st.text("AB", min_size=3, max_size=3)), min_size=3, max_size=30))
def test_correlations_over_forms_of_different_worth_by_scipy(answers: list[tuple[str, str]]) -> None:
    """An item that two forms share: each person's rest is a share of the rest of that person's own form."""
    shared, *others = (item(f"q{n}", "single", options("B")) for n in range(5))
    made = keys(
        paper("A", (shared, *others[:2]), (1.0, 1.0, 3.0), alone=False),
        paper("B", (shared, *others[2:]), (1.0, 4.0, 5.0), alone=False),
    )
    rows = [(f"{n:03d}", form, *letters) for n, (form, letters) in enumerate(answers)]
    found = analyse(sit(*rows, made=made, header=("考号", "卷别", "1", "2", "3"))[0])
    row = next(row for row, _ in found.items if row.item.id == "q0")
    own = np.array([letters[0] == "B" for _, letters in answers], float)
    worth = {"A": (1, 3), "B": (4, 5)}
    rest = np.array(
        [
            sum(points for letter, points in zip(letters[1:], worth[form], strict=True) if letter == "B")
            / sum(worth[form])
            for form, letters in answers
        ]
    )
    if np.ptp(own) and np.ptp(rest):
        assert row.discrimination == pytest.approx(stats.pearsonr(own, rest).statistic, abs=1e-9)
    else:
        assert row.discrimination is None


def test_the_share_of_a_group_of_one_is_that_ones() -> None:
    found = {row.item.id: row for row, _ in analysed(["BBA", "BAA", "AAA"]).items}
    assert [(found[name].upper, found[name].lower) for name in ("q0", "q1", "q2")] == [(1, 0), (1, 0), (0, 0)]


@pytest.mark.parametrize(
    ("points", "known"), [([[1, 0], [0, 0]], True), ([[1, 0]], False), ([[1], [0]], False), ([[1, 0], [0, 1]], False)]
)
def test_it_takes_two_people_and_two_items_that_differ(points: list[list[int]], known: bool) -> None:
    found = reliability(np.array(points, float))
    assert (found.alpha is not None, found.low is not None, found.error is not None) == (known,) * 3
    assert (found.people, found.items, found.mean) == (len(points), len(points[0]), np.array(points).sum(axis=1).mean())
    assert (found.deviation is None) == (len(points) == 1)


def test_below_nothing_alpha_is_taken_for_nothing_in_the_error_of_measurement() -> None:
    """Who is right in one is wrong in the other."""
    found = reliability(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.2]]))
    assert found.alpha is not None
    assert found.alpha < 0
    assert found.error == pytest.approx(found.deviation)


@pytest.mark.parametrize("level", [0.8, 0.95])
def test_the_interval_is_by_the_distribution_of_f(level: float) -> None:
    first, second = 9, 9 * 4
    tail = (1 - level) / 2
    ends = [1 - 0.4 * float(stats.f.ppf(share, first, second)) for share in (1 - tail, tail)]
    assert interval(0.6, 10, 5, level) == pytest.approx(tuple(ends))
    assert interval(0.6, 10, 5) == interval(0.6, 10, 5, 0.95)


def test_papers_of_their_own_have_no_reliability_of_a_form() -> None:
    one = item("one", "single", options("B"))
    drawn = sit(
        ("A", "", "", "B"),
        ("B", "", "", "A"),
        made=keys(paper("A", (one,), (1.0,)), paper("B", (one,), (1.0,)), drawn=True),
    )[0]
    assert analyse(drawn).forms == ()
    assert analyse(two_forms()).forms != ()


def test_what_is_measured_of_an_item_is_how_many_had_it_and_their_share() -> None:
    found = measured(row for row, _ in analysed(["BA", "BB", "AA"]).items)
    assert {id: (one.count, round(one.share, 3)) for id, one in found.items()} == {"q0": (3, 0.667), "q1": (3, 0.333)}
    assert len({one.face for one in found.values()}) == 2


def test_of_an_item_that_none_of_a_group_was_asked_no_option_was_chosen_in_it() -> None:
    """The best one had form A, and the last of the worst form B."""
    rows = {row.item.id: row for row, _ in analyse(two_forms()).items}
    assert [option.upper for option in rows["third"].options] == [0.0] * 4
    assert [option.lower for option in rows["other"].options] == [0.0] * 4
    assert [option.upper for option in rows["other"].options] == [0, 1, 0, 0]
    assert [option.lower for option in rows["third"].options] == [1, 0, 0, 0]


@pytest.mark.parametrize(
    ("wholes", "points"),
    [
        (["a", "b", "c", "d"], [[1, 2, 3, 4], [5, 6, 7, 8]]),
        (["a", "a", "a", "b"], [[6, 4], [18, 8]]),
        (["a", "b", "b", "b"], [[1, 9], [5, 21]]),
        (["a", "a", "b", "b"], [[3, 7], [11, 15]]),
        (["a", "a", "a", "a"], [[10], [26]]),
        (["a", "b", "a", "a"], [[1, 2, 7], [5, 6, 15]]),
    ],
)
def test_the_points_of_questions_one_after_another_on_one_situation_are_summed(
    wholes: list[str], points: list[list[int]]
) -> None:
    assert _together(np.array([[1.0, 2, 3, 4], [5, 6, 7, 8]]), wholes).tolist() == points


def test_of_no_questions_there_is_nothing_to_sum() -> None:
    assert _together(np.zeros((2, 0)), []).shape == (2, 0)
