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


MIXED = ("责令停产整治三个月", "罚款", "COD", "pH")
FIGURES = ("10", "20", "30", "10以上")


@pytest.mark.parametrize(
    ("options", "text", "letters"),
    [
        (MIXED, "责令停产整治", "A"), (MIXED, "责令停产整", "责令停产整"),  # six characters are a beginning, five are none
        (MIXED, "COD", "C"), (MIXED, "cod", "C"), (MIXED, "A.COD", "C"), (MIXED, "pH", "pH"), (MIXED, "A.pH", "D"),
        (MIXED, "A.乙", "A.乙"), (MIXED, "A.12", "A.12"), (MIXED, "1", "A"), (MIXED, "4", "D"), (MIXED, "1 4", "AD"),
        (MIXED, "(2)", "B"), (MIXED, "答案：C", "C"), (MIXED, "C项", "C"), (MIXED, "我选择C", "C"), (MIXED, "都对", "都对"),
        (FIGURES, "10", "A"), (FIGURES, "20", "B"), (FIGURES, "1", "A"), (FIGURES, "4", "D"), (FIGURES, "40", "40"),
        (FIGURES, "10以上", "D"), (FIGURES, "A.20", "B"), (FIGURES, "10,20", "AB"),
    ],
)  # fmt: skip
def test_a_letter_an_ordinal_or_a_text(options: tuple[str, ...], text: str, letters: str) -> None:
    assert in_letters(text, asked("single", options)) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("责令停产整治三个月罚款", "AB"), ("罚款罚款", "罚款罚款"), ("罚款", "B"), ("罚款COD", "BC"), ("COD罚款pH", "CBD"),
        ("A.罚款B.COD", "BC"), ("罚款;;COD", "BC"), ("；罚款；", "B"), ("没收；罚款", "没收；罚款"), ("12", "AB"), ("1,2", "AB"),
        ("都对", "ABCD"), ("以上全对", "ABCD"), ("All", "ABCD"),
    ],
)  # fmt: skip
def test_several_letters_ordinals_or_texts(text: str, letters: str) -> None:
    assert in_letters(text, asked("multiple", MIXED)) == letters


def test_what_an_item_does_not_have_is_told_by_its_first_thirty_characters() -> None:
    with pytest.raises(Unreadable, match=f"选项“A.没收{'甲' * 26}”在"):
        in_letters(f"A.没收{'甲' * 40}", asked("single", MIXED))
    with pytest.raises(Unreadable, match="没有第 5 个选项，只有 4 个"):
        in_letters("15", asked("multiple", MIXED))
