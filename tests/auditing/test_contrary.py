"""Texts contrary to sense that have lost a 不, each beside the text that is right."""

import pytest

from generator.auditing.contrary import contrary, no_breach

LAW = "排放废水应当采取有效措施，防止损害水生生物；未按照规定覆盖的，处一万元罚款。"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("质量不合格的煤，进口、卖、用都不行", "质量合格的煤，进口、卖、用都不行"),
        ("有证不按证经营的，限期改正", "有证按证经营的，限期改正"),
        ("投产前验收，发现不合格先整改", "投产前验收，发现合格先整改"),
        ("装卸货物不守防污操作规程，罚款加倍", "装卸货物守防污操作规程，罚款加倍"),
        ("排放废水要有效降温，不伤害水生生物", "排放废水要有效降温，伤害水生生物"),
        ("民事责任不再单写", "民事责任再单写"),
        ("罚二万元；不改的罚十万元", "罚二万元；改的罚十万元"),
        ("变更前先判断是不是重大变动", "变更前先判断是是重大变动"),
        ("境外的废弃物一律不运来倾倒", "境外的废弃物一律运来倾倒"),
        ("不自己造假，也不指使别人造假", "自己造假，也不指使别人造假"),
        ("没有覆盖的，罚款不变", "已经覆盖的，罚款不变"),
        ("禁止产、售、用", "允许产、售、用"),
    ],
)
def test_what_nobody_writes_has_lost_its_denial(right: str, wrong: str) -> None:
    assert list(contrary(right, LAW, False)) == []
    assert len(list(contrary(wrong, LAW, False))) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "达到标准的才能排放",
        "及时改正没有后果的不予处罚",
        "影响很小的填登记表",
        "设施要装好，污染防治设施不得擅自拆除",
        "已按规定治理的，不再罚款",
        "符合条件的组织可以起诉",
    ],
)
def test_keeping_the_rule_is_no_breach(text: str) -> None:
    assert list(contrary(text, f"{LAW}已经治理的，可以不予处罚。", False)) == []


def test_a_name_of_conduct_ends_in_harm() -> None:
    assert list(contrary("未采取有效措施排放热水，损害水生生物", LAW, True)) == []


@pytest.mark.parametrize(
    ("duty", "found"),
    [
        ("按职责分工查处工地不围挡、不覆盖", 0),
        ("按职责分工查处工地围挡、不覆盖", 1),
        ("查处生产者建立回收体系", 1),
        ("查处油品码头、运输船舶不装油气回收装置", 0),
        ("依法查处并追究责任", 0),
    ],
)
def test_what_is_looked_for_is_a_breach(duty: str, found: int) -> None:
    assert len(list(no_breach(duty))) == found


def test_words_of_the_field_for_harm_are_the_projects_to_say() -> None:
    text = "废渣要收进有衬层的库，渗漏到地下"
    assert list(contrary(text, LAW, False)) == []
    assert list(contrary(text, LAW, False, ("渗漏",))) == ["“渗漏到地下”像是要人去做"]
