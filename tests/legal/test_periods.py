"""Periods in statutory sentences, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.numerals import format_number
from generator.legal.periods import UNITS, Mention, Period, find_periods, format_period, parse_period


def ends(mention: Mention) -> tuple[Period | None, Period | None]:
    return mention.min, mention.max


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("应当在七日内报告", None, Period(7, "日", "内")),
        ("自收到之日起十五日以内", None, Period(15, "日", "内")),
        ("7天之内改正", None, Period(7, "日", "内")),
        ("三十个工作日内办结", None, Period(30, "工作日", "内")),
        ("二十四小时内", None, Period(24, "小时", "内")),
        ("48个小时内", None, Period(48, "小时", "内")),
        ("五年内禁止从业", None, Period(5, "年", "内")),
        ("贮存不得超过一年", None, Period(1, "年", "以下")),
        ("保存期限不得少于五年", Period(5, "年", "以上"), None),
        ("连续运行三年以上", Period(3, "年", "以上"), None),
        ("有效期为六个月", Period(6, "个月"), Period(6, "个月")),
        ("半年内", None, Period(6, "个月", "内")),
        ("届满六十日前申请", Period(60, "日", "前"), Period(60, "日", "前")),
        ("处十日以上十五日以下拘留", Period(10, "日", "以上"), Period(15, "日", "以下")),
        ("暂停六个月以上、一年以下", Period(6, "个月", "以上"), Period(1, "年", "以下")),
        ("期限为三个月至一年", Period(3, "个月"), Period(1, "年")),
        ("三至五年内不得申请", Period(3, "年"), Period(5, "年", "内")),
        ("价格取前一个月的平均", Period(1, "个月"), Period(1, "个月")),
        ("每十年组织一次", Period(10, "年"), Period(10, "年")),
    ],
)
def test_finds(text: str, low: Period | None, high: Period | None) -> None:
    assert [ends(mention) for mention in find_periods(text)] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    ["2026年8月15日起施行", "二〇二六年八月十五日", "每年六月五日为环境日", "第二年起", "上一年度收入", "同一日", "没有写哪一天", "最后一日", "下一年",
     "年满十八周岁", "国民经济五年规划", "一日常工作", "一二十日内", "一年度", "八月", "半日内", ""],
)  # fmt: skip
def test_finds_nothing(text: str) -> None:
    assert find_periods(text) == []


def test_spans_and_order() -> None:
    text = "自2026年8月15日起三十日内备案，逾期的，二年内不受理；处五日以上十日以下拘留。"
    mentions = find_periods(text)
    assert [text[m.start : m.end] for m in mentions] == ["三十日内", "二年内", "五日以上十日以下"]
    assert [len(m.periods) for m in mentions] == [1, 1, 2]


PERIODS = st.builds(
    Period, st.integers(1, 999), st.sampled_from(UNITS), st.sampled_from(["内", "前", "以上", "以下", ""])
)


@given(PERIODS)
def test_round_trip(period: Period) -> None:
    assert parse_period(format_period(period)) == period
    assert str(period) == format_period(period)
    chinese = format_period(period).replace(str(period.amount), format_number(period.amount))
    assert parse_period(chinese) == period
    (found,) = find_periods(f"自受理之日起{chinese}。")
    assert found.periods == (period,)


@pytest.mark.parametrize(
    "text", ["", "七", "日内", "七日内八日内", "二〇二六年度", "半日", "两个半月", "十日以上十五日以下", "一二十日"]
)
def test_parse_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"期限|数"):
        parse_period(text)


@given(st.text(alphabet="一二十0两半个月日年小时工作内前以上下不超过至第，", max_size=30))
def test_never_fails(text: str) -> None:
    for mention in find_periods(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.periods
