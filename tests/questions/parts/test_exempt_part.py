"""What a part on exemption tells besides must not move the case into another tier than the letter's."""

import re

import pytest

from generator.kinds.exemption import Exemption
from generator.questions.deciders.exempt import _met
from generator.questions.parts.exemption import _LACKING, _one_of, general


@pytest.mark.parametrize(("condition", "told"), _LACKING.items())
def test_what_is_lacking_says_neither_the_condition_nor_that_an_order_was_disobeyed(condition: str, told: str) -> None:
    """责令改正的期限过了还没有改好 would make 拒不改正 of a case whose fine is that of the first tier."""
    assert condition not in told
    assert not re.search(r"责令|期限|逾期|拒不", told)


#: A statute bars late penalties where no other period is set and one of two periods has passed.
BARRED = Exemption.model_construct(
    id="barred", conducts=(), issued_by=None, effect="must", all_of=("法律没有另外规定追究的期限",),
    any_of=("造成后果的，五年内没有被发现", "没有造成后果的，两年内没有被发现"),
)  # fmt: skip


def test_conditions_of_both_kinds_must_both_be_met() -> None:
    """法律没有另外规定追究的期限 alone was told and counted as barred: a wrong key in 20 chains."""
    assert not _met(BARRED, {"法律没有另外规定追究的期限"})
    assert not _met(BARRED, {"没有造成后果的，两年内没有被发现"})
    assert _met(BARRED, {"法律没有另外规定追究的期限", "没有造成后果的，两年内没有被发现"})


def test_a_period_since_the_act_is_never_asked() -> None:
    assert not general(BARRED)
    assert general(BARRED.model_copy(update={"any_of": ()}))


def test_nobody_is_forced_into_a_story_that_does_not_bear_it() -> None:
    """受他人胁迫 stood under a pump that the property manager had not mended."""
    lighter = BARRED.model_copy(update={"all_of": (), "any_of": ("受他人胁迫或者诱骗才这样做", "有立功表现")})
    assert _one_of(lighter, "seed") == ("有立功表现",)
