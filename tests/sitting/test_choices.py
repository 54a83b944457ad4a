"""Answers that tell options by their text, as platforms write them: the letters of the paper in hand."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.questions.item import Option
from generator.sitting.cells import Unreadable
from generator.sitting.choices import in_letters, options_told
from generator.sitting.key import KeyItem
from tests.sitting._forms import item, keys, paper

MEASURES = ("警告", "罚款", "警告、罚款", "责令改正")
SUMS = ("责令改正并处一万元罚款", "责令改正并处二万元罚款", "责令停产", "A")


def asked(type: str, texts: Sequence[str]) -> KeyItem:
    made = item("q", type, tuple(Option(text, place == 0, "理由。") for place, text in enumerate(texts)))
    return keys(paper(items=(made,), points=(2.0,))).first.items[0]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("警告", "A"),
        ("警告┋罚款", "AB"),  # what a platform puts between parts them, though run together they are an option
        ("警告|罚款", "AB"),
        ("警告\n罚款", "AB"),
        ("警告┋", "A"),
        ("警告、罚款", "C"),  # what stands in an option is the option
        ("警告、罚款┋责令改正", "CD"),
        ("责令改正，警告", "DA"),
        ("责令改正；罚款；警告", "DBA"),
        ("责令改正罚款", "DB"),
        ("A.警告 B.罚款", "AB"),
        ("A.罚款┋B.警告", "BA"),  # the text counts, whatever letter stood before it
        ("D、责令改正", "D"),
        ("全选", "ABCD"),
        ("1┋3", "AC"),
        ("选AC", "AC"),
        ("B┋D", "B,D"),
    ],
)
def test_several_options(text: str, letters: str) -> None:
    assert in_letters(text, asked("multiple", MEASURES)) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("责令停产", "C"),
        ("C.责令停产", "C"),
        ("责令改正并处一", "A"),  # cut short, and none other begins so
        ("A", "A"),  # a letter is a letter, though an option is one
        ("D", "D"),
        ("选D", "D"),
        ("2", "B"),
    ],
)
def test_one_option(text: str, letters: str) -> None:
    assert in_letters(text, asked("single", SUMS)) == letters


@pytest.mark.parametrize("text", ["责令改正并处", "责令停", "没收", "责令停产责令停产"])
def test_a_text_that_no_option_is_stays_as_it_is(text: str) -> None:
    assert in_letters(text, asked("single", SUMS)) == text
    assert not options_told(text, asked("single", SUMS))


@pytest.mark.parametrize(("text", "says"), [("A.没收", "没有"), ("5", "没有第 5 个选项")])
def test_what_the_item_does_not_have(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        in_letters(text, asked("single", SUMS))


@given(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=4, unique=True), st.sampled_from("┋┇┊|\n"))
def test_options_between_a_platforms_marks_are_those(texts: list[str], mark: str) -> None:
    assert in_letters(mark.join(texts), asked("multiple", MEASURES)) == "".join(
        "ABCD"[MEASURES.index(text)] for text in texts
    )


def test_a_letter_before_a_letter_is_no_text_of_an_option() -> None:
    """An option reads A; B. A may be either, and is read as it stands."""
    assert in_letters("A. A", asked("single", SUMS)) == "A. A"
    assert not options_told("B.A", asked("single", SUMS))
