"""What a part on exemption tells besides must not move the case into another tier than the letter's."""

import re

import pytest

from generator.questions.parts.exemption import _LACKING


@pytest.mark.parametrize(("condition", "told"), _LACKING.items())
def test_what_is_lacking_says_neither_the_condition_nor_that_an_order_was_disobeyed(condition: str, told: str) -> None:
    """责令改正的期限过了还没有改好 would make 拒不改正 of a case whose fine is that of the first tier."""
    assert condition not in told
    assert not re.search(r"责令|期限|逾期|拒不", told)
