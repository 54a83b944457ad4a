"""What chance gives, and what sections and times tell."""

import pytest

from generator.sitting.analysis.items import item_rows
from generator.sitting.analysis.responses import responses
from generator.sitting.analysis.weighing import chance, corrected_mean, section_rows, times
from tests.sitting._forms import ITEMS, item, keys, options, paper, sit


def first(*items, points=None):
    return keys(paper(items=items, points=points or (1.0,) * len(items)))


@pytest.mark.parametrize(
    ("type", "count", "odds"),
    [
        ("single", 4, 1 / 4),
        ("single", 3, 1 / 3),
        ("multiple", 4, 1 / 11),
        ("multiple", 5, 1 / 26),
        ("multiple", 3, 1 / 4),
    ],
)
def test_of_several_options_at_least_two_are_right(type: str, count: int, odds: float) -> None:
    (made,) = first(item("q", type, options("AB" if type == "multiple" else "A", count))).first.items
    assert chance(made) == pytest.approx(odds)


def test_what_is_written_is_not_guessed() -> None:
    assert chance(first(ITEMS[3]).first.items[0]) == 0
    assert chance(first(ITEMS[2]).first.items[0]) == 0.5


def test_what_chance_gives_is_taken_off_by_wrong_answers_and_not_by_empty_ones() -> None:
    made = first(item("a", "single", options("B")), item("b", "single", options("B")), points=(3.0, 1.0))
    rows = [("1", "", "", "B", "A"), ("2", "", "", "A", ""), ("3", "", "", "B", "B"), ("4", "", "", "A", "A")]
    found = responses(sit(*rows, made=made)[0])
    # 3 − 1/3, 0 − 1, 4, 0 − 4/3: a wrong answer of four options costs a third of its points
    assert corrected_mean(found) == pytest.approx((3 - 1 / 3 - 1 + 4 - 4 / 3) / 4)
    none = responses(sit(("1", "", "", "A", "A"), ("2", "", "", "C", "D"), made=made)[0])
    assert corrected_mean(none) == 0


def test_a_section_weighs_what_it_tells_apart_each_form_around_its_own_mean() -> None:
    a, b, c = (item(name, "single", options("B")) for name in "abc")
    made = keys(paper("A", (a, b), (2.0, 6.0), alone=False), paper("B", (c, b), (2.0, 6.0), alone=False))
    rows = [
        ("1", "A", "B", "B"),
        ("2", "A", "A", "A"),
        ("3", "B", "B", "A"),
        ("4", "B", "A", "A"),
        ("5", "B", "A", "A"),
    ]
    found = section_rows(responses(sit(*rows, made=made, header=("考号", "卷别", "1", "2"))[0]))
    assert [round(row.nominal, 3) for row in found] == [0.25, 0.75]
    # form A: ±1 and ±3 around 1 and 3; form B: 4/3, −2/3, −2/3 and 0
    own, other = 2 * 4 + 4 * 4 / 6, 2 * 12
    assert [round(row.effective or 0, 4) for row in found] == [round(each / (own + other), 4) for each in (own, other)]


def test_how_long_people_took() -> None:
    made = first(item("a", "single", options("B")))
    head = ("考号", "用时", "1")
    rows = [(f"{n:03d}", str(60 * n), "B") for n in range(1, 12)]
    found = times(sit(*rows, ("099", "", "B"), made=made, header=head)[0])
    assert found is not None
    assert (found.people, found.quick, found.median, found.slow) == (11, 120, 360, 600)
    assert times(sit(("001", "", "B"), made=made, header=head)[0]) is None


def test_options_that_only_the_weak_chose_are_told() -> None:
    """The best left the first question empty: what the others chose there is told all the same."""
    made = first(*(item(name, "single", options("B")) for name in "abcd"))
    rows = [(f"{n}", "", "", "", "B", "B", "B") for n in range(3)] + [
        (f"{n}", "", "", "C", "A", "A", "A") for n in range(3, 11)
    ]
    row, *_ = item_rows(responses(sit(*rows, made=made)[0]))
    assert [option.count for option in row.options] == [0, 0, 8, 0]
    assert [round(option.share, 4) for option in row.options] == [0, 0, 0.7273, 0]
