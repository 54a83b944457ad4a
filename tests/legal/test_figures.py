"""Figures of a text: one value for every way to write it, and no figure where a numeral is a word."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.figures import COUNTERS, WORDS, numbers_in
from generator.legal.money import format_yuan
from generator.legal.numerals import format_number


def figures(text: str) -> list[str]:
    return [str(value) for value in sorted(numbers_in(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十万元", ["100000"]),
        ("10万元", ["100000"]),
        ("100000元", ["100000"]),
        ("100,000元", ["100000"]),
        ("百分之二", ["2"]),
        ("2%", ["2"]),
        ("百分之百", ["100"]),
        ("千分之五", ["0.5"]),
        ("5‰", ["0.5"]),
        ("百分之零点五", ["0.5"]),
        ("三分之二", ["2", "3"]),
        ("十分之一", ["1", "10"]),
        ("一倍以上五倍以下", ["1", "5"]),
        ("三至五万元", ["30000", "50000"]),
        ("20-100万元", ["200000", "1000000"]),
        ("十万元至二十万元", ["100000", "200000"]),
        ("二〇二六年八月十五日", ["8", "15", "2026"]),
        ("依照第一千零九十五条第二款第（三）项", ["1095"]),
        ("依照第1095条第2款", ["1095"]),
        ("第一百二十条之一", ["120"]),
        ("依照第三条", ["3"]),
        ("每年至少一次", ["1"]),
        ("一级、二级保护区", ["1", "2"]),
        ("前一个月", ["1"]),
        ("跨两个以上行政区", ["2"]),
        ("晚上十点至次日早晨六点", ["6", "10"]),
        ("六十八万一千元", ["681000"]),
        ("不得少于总数二十分之一", ["1", "20"]),
        ("暂停六个月以上一年以下", ["1", "6"]),
        ("一至三年内", ["1", "3"]),
        ("5千克", ["5"]),
        ("PM2.5超过35微克", ["35"]),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    ["一般", "一定", "统一", "一样", "第一", "之一", "唯一", "一切", "一致", "进一步", "一律", "同一", "一并", "任何一个", "同一个",
     "上一级", "由上一级机关", "一体化", "同一级别", "单一", "一经查实", "一旦", "一方", "有下列情形之一的", "十分明显", "零进口",
     "零售", "零部件", "前两款", "前三项", "（一）未批先建", "（十一）其他", "第二款至第四款", "第五编第二章第三节", "第二分节", "第三方",
     "划一", "数十家", "百万", ""],
)  # fmt: skip
def test_words_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize("word", WORDS)
def test_listed_words_are_no_figures(word: str) -> None:
    assert figures(f"应当{word}的") == []


@pytest.mark.parametrize("measure", [m for m in COUNTERS if m != "分之"])
def test_one_counts_before_a_measure(measure: str) -> None:
    assert Decimal(1) in numbers_in(f"为一{measure}")


@given(st.sets(st.integers(2, 10**9), min_size=1, max_size=6))
def test_any_way_of_writing(amounts: set[int]) -> None:
    expected = {Decimal(n) for n in amounts}
    for write in (
        lambda n: f"{format_number(n)}元",
        format_yuan,
        lambda n: f"{n:,}元",
        lambda n: f"百分之{format_number(n)}",
    ):
        assert numbers_in("、".join(write(n) for n in amounts)) == expected


@given(st.text(alphabet="一二十百千万亿元倍分之零点第条款（）至%5.年", max_size=30))
def test_never_fails(text: str) -> None:
    assert all(value >= 0 and "E" not in str(value) for value in numbers_in(text))
