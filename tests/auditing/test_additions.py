"""Tiers that come on top of a lower one, and tiers that can't."""

import pytest

from generator.auditing.article import OfficialArticle
from generator.auditing.checks.additions import _adds, _alone
from generator.kinds.penalty import Penalty

ORDERED = {"measures": ["责令改正"]}
FINED = {"measures": ["责令改正"], "fine": {"range": {"min": 1, "max": 2}}}
HELD = {"measures": ["责令改正", "没收违法所得"]}


@pytest.mark.parametrize(
    ("lower", "condition", "alone"),
    [
        (FINED, "情节严重", False),
        (HELD, "情节严重", False),
        (ORDERED, "拒不改正", True),  # an order that is not obeyed is no consequence that stays
        (ORDERED, "没有违法所得", False),  # only how the fine is counted
        (FINED, "情节较轻", True),
    ],
)
def test_what_a_tier_can_be_on_top_of(lower: dict[str, object], condition: str, alone: bool) -> None:
    tiers = [lower, {"condition": condition, "adds": True, "fine": {"range": {"min": 5, "max": 9}}}]
    raw = {"id": "one", "basis": {"regulation": "lake-law", "article": 1}, "authority": ["部门"], "target": "单位"}
    assert bool(_alone(Penalty.model_validate({**raw, "tiers": tiers}), 1)) is alone


@pytest.mark.parametrize(("condition", "adds"), [("没有违法所得", False), ("情节严重", True)])
def test_what_follows_without_proceeds_comes_in_place_of_what_is_counted_by_them(condition: str, adds: bool) -> None:
    tiers = [
        {**HELD, "fine": {"multiple": {"min": 1, "max": 5, "base": "违法所得"}}},
        {"condition": condition, "measures": ["吊销许可证"]},
    ]
    raw = {"id": "one", "basis": {"regulation": "lake-law", "article": 1}, "authority": ["部门"], "target": "单位"}
    article = OfficialArticle(
        "法", 1, 0, (), f"没收违法所得，并处违法所得一倍以上五倍以下的罚款；{condition}的，吊销许可证。"
    )
    assert _adds(Penalty.model_validate({**raw, "tiers": tiers}), 1, article) is adds
