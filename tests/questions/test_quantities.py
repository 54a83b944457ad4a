"""Numerals that count something are shown in Arabic figures; others stay as they are."""

import pytest

from generator.questions.writing.quantities import arabic, quantities


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("罚二十万至一百万元，情节严重的最高一千万元", "罚20万元至100万元，情节严重的最高1000万元"),
        ("每辆（艘）五千元", "每辆（艘）5000元"),
        ("货值的一倍至五倍", "货值的1倍至5倍"),
        ("拘留五日至十日", "拘留5日至10日"),
        ("委托一至二人代理", "委托1至2人代理"),
        ("百分之二到百分之四", "2%到4%"),
        ("晚上十点到次日早晨六点，共八小时", "晚上10点到次日早晨6点，共8小时"),
        ("转移后二十个工作日内", "转移后20个工作日内"),
        ("不满十四周岁", "不满14周岁"),
        ("一般分为四级，由上一级、同一人、第三人统一办", "一般分为四级，由上一级、同一人、第三人统一办"),
        ("上一年度的五日", "上一年度的5日"),
        ("一二十日", "一二十日"),
    ],
)
def test_arabic(text: str, shown: str) -> None:
    assert arabic(text) == shown


def test_quantities_with_their_units() -> None:
    found = quantities("每年12月4日前交3%，罚20万元，5年内、20个工作日后，25度以上，2026年8月15日起")
    assert [(q.text, q.unit) for q in found] == [
        ("12月4日", "月日"), ("3%", "%"), ("20万元", "元"), ("5年", "年"), ("20个工作日", "个工作日"), ("25度", "度"),
        ("2026年8月15日", "月日"),
    ]  # fmt: skip
