"""Wrong days and sums say how far a period has run, or what was got wrong; nothing that is not so."""

import datetime

import pytest

from generator.questions.parts.periods import _reached

SERVED = datetime.date(2026, 10, 30)  # a Friday


@pytest.mark.parametrize(
    ("one", "right", "working", "said"),
    [
        ((2026, 12, 25), (2026, 12, 29), False, "从次日起数，到这一天才56日，还没有满。"),
        ((2026, 12, 30), (2026, 12, 29), False, "从次日起数，到这一天已经61日，过了期限。"),
        ((2026, 11, 4), (2026, 11, 6), True, "从次日起数，到这一天才3个工作日，还没有满。"),
        ((2026, 11, 11), (2026, 11, 6), True, "从次日起数，到这一天已经8个工作日，过了期限。"),
    ],
)
def test_a_wrong_day_says_how_far_the_period_has_run(
    one: tuple[int, int, int], right: tuple[int, int, int], working: bool, said: str
) -> None:
    assert _reached(SERVED, datetime.date(*one), datetime.date(*right), working) == said
