"""What an article orders when its condition comes about stands in the tier, where no amount tells which clause is meant."""

import pytest

from generator.auditing.article import OfficialArticle
from generator.auditing.checks import kept_measures
from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty, Tier
from generator.library import PenaltyOf

LAW = "船舶违反规定的，责令改正；拒不改正的，可以责令停止作业、强制卸载，禁止船舶进出港口、靠泊，或者责令停航、改航。"


@pytest.mark.parametrize(
    ("may", "missing"),
    [
        (("责令停止作业", "强制卸载", "禁止船舶进出港口、靠泊", "责令停航、改航"), []),
        (("责令停止作业", "强制卸载", "责令停航、改航"), [(1, "禁止船舶进出港口、靠泊")]),
        (("责令停止作业", "强制卸载", "禁止船舶进出港口、靠泊"), [(1, "责令停航、改航")]),
    ],
)
def test_a_measure_of_a_tier_without_an_amount_is_missed(may: tuple[str, ...], missing: list[tuple[int, str]]) -> None:
    tiers = (Tier(measures=("责令改正",)), Tier(condition="拒不改正", may=may))
    penalty = Penalty(
        id="unit", basis=BasisValue(regulation="r", article=1), authority=("海事管理机构",), target="船舶", tiers=tiers
    )
    conduct = Conduct.model_construct(id="c", title="不改", penalties=(penalty,))
    article = OfficialArticle("法", 1, 0, (), LAW)
    assert list(kept_measures._ordered(PenaltyOf(conduct, penalty, 0), article)) == missing
