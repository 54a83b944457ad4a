"""The line of a list: a sum is called the greatest only where nothing without a ceiling stands beside it unsaid."""

import pytest

from generator.kinds.conduct import Conduct
from generator.site.gravest import gravest

TIMES = {"multiple": {"min": 1, "max": 5, "base": "货值金额"}}
SHARE = {"rate": {"max": 50, "base": "收入"}}


def conduct(*tiers: object, daily: bool = False) -> Conduct:
    penalty = {
        "id": "unit",
        "basis": {"regulation": "law", "article": 9},
        "authority": ["某局"],
        "target": "单位",
        "tiers": tiers,
    }
    return Conduct.model_validate(
        {"id": "c", "title": "某行为", "topics": ["t"], "penalties": [penalty], "daily": daily}
    )


@pytest.mark.parametrize(
    ("tiers", "text"),
    [
        ([{"fine": {"range": {"min": 100, "max": 5000}}}, {"condition": "情节严重", "fine": {"range": {"max": 20000}}}], "最高 2万元"),
        ([{"fine": {"range": {"max": 20000}}}, {"condition": "甲", "fine": TIMES}], "最高 2万元，或者货值金额的1倍以上5倍以下"),
        ([{"fine": TIMES}], "货值金额的1倍以上5倍以下"),
        ([{"fine": {"range": {"max": 20000}}}, {"condition": "拒不改正", "fine": {"daily": True}}], "最高 2万元，或者按原罚款数额按日连续处罚"),
        ([{"fine": {"per_unit": {"min": 5000, "max": 5000, "unit": "辆"}}}], "每辆5000元"),
        ([{"fine": TIMES}, {"condition": "甲", "fine": SHARE}, {"condition": "乙", "fine": {"daily": True}}],
         "货值金额的1倍以上5倍以下，或者收入的50%以下等"),
        ([{"detention": {"min_days": 5, "max_days": 10}}], "处5日以上10日以下拘留"),
        ([{"measures": ["责令改正"], "may": ["责令停业"]}], "责令改正、可以责令停业"),
    ],
)  # fmt: skip
def test_line(tiers: list[object], text: str) -> None:
    assert gravest(conduct(*tiers)).text == text


def test_what_has_no_ceiling_stands_above_what_has_one() -> None:
    great = gravest(conduct({"fine": {"range": {"max": 100_000_000}}}))
    open_ended = gravest(conduct({"fine": TIMES}))
    both = gravest(conduct({"fine": {"range": {"max": 500}}}, {"condition": "甲", "fine": TIMES}))
    assert great.order < open_ended.order < both.order
    assert (both.low, both.high, open_ended.high) == (0, 500, 0)


def test_a_sum_on_which_daily_fines_fall_is_not_the_greatest() -> None:
    told = gravest(conduct({"fine": {"range": {"min": 200_000, "max": 1_000_000}}}, daily=True))
    assert told.text == "最高 100万元，拒不改正的还可以按日连续处罚"
    assert told.order > gravest(conduct({"fine": {"range": {"max": 100_000_000}}})).order
    assert told.high == 1_000_000
