"""Turns that show by the kind of sentence or beside the nearest clause of law, and exceptions beside a time limit."""

import pytest

from generator.auditing.aligned import broken_lists, kept_rules, turned_beside
from generator.auditing.checks import left_out
from generator.auditing.own_texts import OwnText
from generator.kinds import Record


@pytest.mark.parametrize(
    ("name", "conduct", "found"),
    [
        ("机动车行驶时不按规定使用喇叭", True, 0),
        ("机动车行驶时按规定使用喇叭", True, 1),
        ("查处船舶使用合格燃油", False, 1),
        ("监测数据应当如实报送", False, 0),
        ("冒充检验合格出厂", True, 0),
    ],
)
def test_a_name_of_conduct_denies_what_keeps_the_rule(name: str, conduct: bool, found: int) -> None:
    assert len(list(kept_rules(name, conduct))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("不换样、不干扰采样", 0), ("换样、不干扰采样", 1), ("分类收集、贮存，不混放", 0), ("别烧、不埋、不倒", 0)],
)
def test_each_of_a_list_of_what_not_to_do_is_denied(text: str, found: int) -> None:
    assert len(list(broken_lists(text))) == found


LAW = "当事人有权进行陈述和申辩。行政机关不得因当事人陈述、申辩而给予更重的处罚，执法人员应当当场交付决定书。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("当事人可以陈述和申辩", 0),
        ("当事人应当进行陈述和申辩", 1),
        ("执法人员可以当场交付决定书", 1),
        ("没有允许当场交付决定书", 0),
        ("可以喝茶看报", 0),
    ],
)
def test_a_clause_has_the_mode_of_its_nearest(text: str, found: int) -> None:
    assert len(list(turned_beside(text, LAW))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("自受理之日起60日内决定，法律另有规定的除外", 0),
        ("自受理之日起60日内决定", 2),  # it may be longer, and shorter
        ("自受理之日起30日内决定", 0),
    ],
)
def test_a_time_limit_has_its_exception(text: str, found: int) -> None:
    law = "机关应当自受理之日起六十日内作出决定，但是可以延长；法律规定的期限少于六十日的除外。\n三十日内归档。"
    own = OwnText("procedure", Record(id="steps"), ("limits", 0, "says"), text, law)
    assert len(list(left_out._beside_period(own))) == found
