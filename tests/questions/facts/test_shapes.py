"""Amounts that can stand side by side: of one form."""

import pytest
from pydantic import TypeAdapter

from generator.kinds.penalty import Fine
from generator.questions.facts.amounts import shape


def fine(raw: dict[str, object]) -> Fine:
    return TypeAdapter(Fine).validate_python(raw)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"min": 500, "max": 2000}, {"min": 200, "max": 1000}, True),
        ({"min": 500, "max": 2000}, {"min": 200, "max": 200}, False),
        ({"min": 20000, "max": 20000}, {"min": 200, "max": 200}, True),
        ({"max": 500}, {"min": 200, "max": 1000}, False),
    ],
)
def test_a_fixed_sum_does_not_stand_beside_ranges(
    one: dict[str, object], other: dict[str, object], alike: bool
) -> None:
    assert (shape(fine({"range": one})) == shape(fine({"range": other}))) is alike
