"""What a part on exemption tells besides must not move the case into another tier than the letter's."""

import re
from unittest.mock import Mock

import pytest

from generator.kinds.exemption import Exemption
from generator.kinds.penalty import ORDINARY
from generator.questions.deciders.exempt import _met
from generator.questions.parts.exemption import _LACKING, _fits, _one_of, general


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
    assert _one_of(lighter, "seed", harm=True) == ("有立功表现",)


def test_what_harms_nothing_is_not_cleared_away() -> None:
    """主动清除、减轻了违法行为的后果 stood under inspectors who were kept waiting, and a boiler that had not been lit."""
    lighter = BARRED.model_copy(update={"all_of": (), "any_of": ("主动清除、减轻了违法行为的后果", "有立功表现")})
    assert {_one_of(lighter, str(seed), harm=False) for seed in range(9)} == {("有立功表现",)}
    assert len({_one_of(lighter, str(seed), harm=True) for seed in range(9)}) == 2


@pytest.mark.parametrize(
    ("harm", "lacking", "fits"),
    [
        (False, "没有造成危害后果", False),
        (True, "没有造成危害后果", True),
        (True, "及时改正", False),
        (False, "及时改正", True),
    ],
)
def test_harm_is_told_only_where_there_is_some(harm: bool, lacking: str, fits: bool) -> None:
    """已经造成明显的危害后果 of cargo still in its container; 没有造成危害后果 of solvent running over the yard."""
    slight = BARRED.model_copy(update={"all_of": ("违法行为轻微", "及时改正", "没有造成危害后果"), "any_of": ()})
    one = Mock(finding=Mock(harm=harm, tier=ORDINARY), penalty=Mock(tiers=()))
    assert _fits(one, slight, lacking) is fits
