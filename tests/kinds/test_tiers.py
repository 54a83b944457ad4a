"""Tiers: how their consequences stand to one another, what they refuse, and how all of it reads."""

import pytest
from pydantic import ValidationError

from generator.kinds.penalty import Ban, Fine, Penalty, Tier
from generator.legal.periods import Period
from generator.library import wording

FINE = {"range": {"min": 10000, "max": 50000}}
HEAD = {"id": "unit", "basis": {"regulation": "law", "article": 9}, "authority": ["某局"], "target": "广告主"}


def penalty(*tiers: object) -> Penalty:
    return Penalty.model_validate({**HEAD, "tiers": tiers})


def refused(tier: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Tier.model_validate(tier)
    return caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    ("tier", "why"),
    [
        ({"one_of": ["警告"]}, "至少写两项"),
        ({"measures": ["警告"], "several": True}, "至少写两项"),
        ({"one_of": ["警告", "罚款"]}, "没有写 fine"),
        ({"fine": FINE, "approval": "某政府"}, "没有措施"),
        ({"measures": ["关闭"], "approval_for": ["关闭"]}, "由谁批准"),
        ({"measures": ["关闭"], "approval": "某政府", "approval_for": ["停业"]}, "不是这一档的措施"),
        ({"ban": {"years": 1, "months": 2, "trade": "某业"}}, "不能都写"),
        ({"ban": {"max_years": 2, "trade": "某业"}}, "要写 years"),
        ({"ban": {"years": 3, "max_years": 2, "trade": "某业"}}, "大于"),
        ({"fine": {"elsewhere": "某法", **FINE}}, "恰好写一种"),
        ({}, "没有任何后果"),
    ],
)
def test_what_contradicts_itself_is_refused(tier: object, why: str) -> None:
    assert why in refused(tier)


def test_a_tier_adds_to_the_ordinary_one_of_its_category_or_to_the_one_named() -> None:
    made = penalty(
        {"category": "甲", "measures": ["责令改正"], "fine": FINE},
        {"category": "乙", "measures": ["责令停业"], "fine": FINE},
        {"condition": "拒不改正", "fine": FINE},
        {"category": "甲", "condition": "情节严重", "adds": True, "measures": ["吊销"]},
        {"condition": "逾期", "adds": "拒不改正", "measures": ["代为治理"]},
    )
    assert [made.base(index) for index in range(5)] == [None, None, None, 0, 2]
    assert [tier.condition for tier in made.stack(3)] == ["情节严重", "一般情形"]
    assert wording.added_to(made, 3) == "甲"
    assert wording.added_to(made, 0) == ""


def test_a_tier_adds_to_whichever_of_several_applies_where_none_is_ordinary() -> None:
    made = penalty(
        {"condition": "货值不足一万元", "fine": FINE},
        {"condition": "货值一万元以上", "fine": FINE},
        {"condition": "情节严重", "adds": True, "measures": ["吊销"]},
    )
    assert made.bases(2) == (0, 1)
    assert made.base(2) is None
    assert wording.added_to(made, 2) == "货值不足一万元”或者“货值一万元以上"


@pytest.mark.parametrize(
    ("tier", "said"),
    [
        ({"damages": {"multiple": {"min": 2, "max": 2, "base": "补偿"}}}, "受到损害的人可以要求"),
        ({"discipline": ["依法给予处分"]}, "由谁决定条文没有写"),
        ({"condition": "证书被吊销", "ban": {"years": 2, "trade": "申请证书"}}, "依照法律当然适用"),
    ],
)
def test_what_the_article_gives_to_nobody_says_in_whose_hands_it_is(tier: object, said: str) -> None:
    assert wording.acting_text(Penalty.model_validate({**HEAD, "authority": [], "tiers": [tier]})) == said
    assert wording.acting_text(penalty(tier)) == "由某局处理"


def test_only_damages_go_without_an_authority() -> None:
    damages = {"damages": {"multiple": {"min": 10, "max": 10, "base": "价款"}}}
    made = Penalty.model_validate({**HEAD, "authority": [], "tiers": [damages]})
    assert wording.authority_text(made) == ""
    with pytest.raises(ValidationError, match="由谁处罚"):
        Penalty.model_validate({**HEAD, "authority": [], "tiers": [{**damages, "measures": ["警告"]}]})


@pytest.mark.parametrize("adds", [True, "没有的情形"])
def test_there_must_be_a_tier_to_add_to(adds: object) -> None:
    with pytest.raises(ValidationError, match="没有这样的一档"):
        penalty({"condition": "情节严重", "adds": adds, "measures": ["吊销"]})


@pytest.mark.parametrize(
    ("tier", "says"),
    [
        ({"measures": ["责令改正", "责令关闭"], "approval": "某政府", "approval_for": ["责令关闭"]},
         ("责令改正", "报经某政府批准，责令关闭")),
        ({"may": ["责令停业"], "approval": "某政府"}, ("报经某政府批准，可以责令停业",)),
        ({"one_of": ["警告", "罚款", "暂扣"], "several": True, "fine": FINE},
         ("罚款的，处1万元以上5万元以下", "警告、罚款、暂扣，取其中一种或者几种")),
        ({"one_of": ["拘留", "罚款"], "detention": {"min_days": 1, "max_days": 5}, "fine": FINE},
         ("罚款的，处1万元以上5万元以下", "处5日以下拘留", "拘留或者罚款，取其一")),
        ({"one_of": ["责令停止生产、使用", "责令关闭"], "approval": "某政府", "approval_for": ["责令关闭"]},
         ("责令停止生产、使用，或者报经某政府批准，责令关闭，取其一",)),
        ({"measures": ["责令停业"], "up_to": "吊销执照"}, ("责令停业", "直至吊销执照")),
        ({"fine": {"elsewhere": "某法"}}, ("依照某法处以罚款",)),
        ({"points": 12, "discipline": ["给予记过处分"]}, ("一次记12分", "给予记过处分")),
        ({"damages": {"multiple": {"min": 10, "max": 10, "base": "价款"}, "least": 1000}},
         ("支付价款10倍的赔偿金（不足1000元的，按1000元）",)),
    ],
)  # fmt: skip
def test_consequences_read_as_the_article_orders_them(tier: object, says: tuple[str, ...]) -> None:
    assert wording.consequences(Tier.model_validate(tier)) == says


@pytest.mark.parametrize(
    ("ban", "says", "length"),
    [
        ({"years": 5, "trade": "监测业务"}, "5年内不得从事监测业务", Period(5, "年")),
        ({"months": 6, "trade": "从事配送"}, "6个月内不得从事配送", Period(6, "个月")),
        ({"years": 3, "max_years": 5, "trade": "申请许可"}, "3年至5年内不得申请许可", None),
        ({"life": True, "trade": "担任负责人"}, "终身不得担任负责人", None),
        ({"years": 10, "life": True, "trade": "从事生产"}, "10年直至终身不得从事生产", None),
        ({"trade": "再次申请"}, "不得再次申请", None),
    ],
)
def test_bans_have_one_writer(ban: object, says: str, length: Period | None) -> None:
    tier = Tier.model_validate({"ban": ban})
    assert wording.ban_text(tier) == says
    assert isinstance(tier.ban, Ban)
    assert tier.ban.length == length


def test_a_fine_that_other_law_sets_has_no_amount_of_its_own() -> None:
    assert not Fine.model_validate({"elsewhere": "某法"}).measured
    assert not Fine.model_validate({"daily": True}).measured
    assert Fine.model_validate(FINE).measured
