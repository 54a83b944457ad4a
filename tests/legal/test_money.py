"""Sums in statutory sentences (own sentences in the manner of the law)."""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.money import (
    Deemed,
    Multiple,
    PerUnit,
    Range,
    Rate,
    Sum,
    Threshold,
    format_amount,
    format_bound,
    format_multiple,
    format_range,
    format_rate,
    format_yuan,
    parse_yuan,
)
from generator.legal.numerals import format_number
from generator.legal.sums import find_fines

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "numerals.json").read_text(encoding="utf-8"))
D = Decimal


def values(text: str) -> list[Sum]:
    return [mention.value for mention in find_fines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处十万元以上一百万元以下的罚款", [Range(100_000, 1_000_000)]),
        ("处20万元以上100万元以下罚款", [Range(200_000, 1_000_000)]),
        ("处２０万元以上、１００万元以下罚款", [Range(200_000, 1_000_000)]),
        ("处1,000元以上10,000元以下罚款", [Range(1000, 10_000)]),
        ("可以处五万元以下的罚款", [Range(None, 50_000)]),
        ("并处十万元以上罚款", [Range(100_000, None)]),
        ("处三千元罚款", [Range(3000, 3000)]),
        ("处1.5万元罚款", [Range(15_000, 15_000)]),
        ("处人民币二千元以上（含本数）一万元以下罚款", [Range(2000, 10_000)]),
        ("处三至五万元罚款", [Range(30_000, 50_000)]),
        ("处五千至五万元罚款", [Range(5000, 50_000)]),
        ("处5—10万元罚款", [Range(50_000, 100_000)]),
        ("处一万元至三万元罚款", [Range(10_000, 30_000)]),
        ("罚款总额不超过五十万元", [Range(None, 500_000)]),
        ("罚款最高额为人民币五千元", [Range(None, 5000)]),
        ("保证金不得低于20万元", [Range(200_000, None)]),
        ("处合同价款百分之二以上百分之四以下的罚款", [Rate(D(2), D(4))]),
        ("处上年收入百分之五十以下的罚款", [Rate(None, D(50))]),
        ("处投资额1%以上5%以下罚款", [Rate(D(1), D(5))]),
        ("按日加收千分之五", [Rate(D("0.5"), D("0.5"))]),
        ("准备金为百分之百", [Rate(D(100), D(100))]),
        ("比例不超过百分之十", [Rate(None, D(10))]),
        ("处货值金额一倍以上五倍以下的罚款", [Multiple(D(1), D(5))]),
        ("处违法所得三倍以下的罚款", [Multiple(None, D(3))]),
        ("处违法所得1至3倍罚款", [Multiple(D(1), D(3))]),
        ("处税款百分之五十以上二倍以下罚款", [Multiple(D("0.5"), D(2))]),
        ("处每辆五千元的罚款", [PerUnit(5000, 5000, "辆")]),
        ("处每辆（艘）五千元的罚款", [PerUnit(5000, 5000, "辆（艘）")]),
        ("处每平方米五百元以上一千元以下的罚款", [PerUnit(500, 1000, "平方米")]),
        ("每次处二千元以下罚款", [PerUnit(None, 2000, "次")]),
        ("货值金额不足一万元的，以一万元计算", [Deemed(10_000, 10_000)]),
        ("货值金额不满5万元的，按照10万元计算", [Deemed(50_000, 100_000)]),
        ("违法所得不足十万元或者没有违法所得的，按十万元计算", [Deemed(100_000, 100_000)]),
        ("货值金额超过一万元的，以一万元计算", [Threshold("超过", 10_000), Range(10_000, 10_000)]),
        ("没有违法所得或者违法所得不足二十万元的，处二十万元罚款", [Threshold("不足", 200_000), Range(200_000, 200_000)]),
        ("违法所得五十万元以上的，从重", [Threshold("以上", 500_000)]),
        ("违法所得超过十万元的", [Threshold("超过", 100_000)]),
        ("货值金额五万元以上十万元以下的，处二万元罚款",
         [Threshold("以上", 50_000), Threshold("以下", 100_000), Range(20_000, 20_000)]),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[Sum]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    ["多元共治", "一元化管理", "五万美元以下", "经三分之二以上通过", "数十万元", "一般不处罚款", "第二款", "处一二十万元罚款",
     "征收1.2元", "处1.5至2元罚款", "处1至2.5元罚款", "几百元", "千方百计", ""],
)  # fmt: skip
def test_finds_nothing(text: str) -> None:
    assert find_fines(text) == []


def test_spans_cover_the_expression() -> None:
    text = "处二万元以上十万元以下罚款；设备货值金额不足五万元的，以五万元计算；并处每台三百元罚款"
    spans = [text[mention.start : mention.end] for mention in find_fines(text)]
    assert spans == ["二万元以上十万元以下", "不足五万元的，以五万元计算", "每台三百元"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("没收设备，并处设备、原料货值金额一倍以上三倍以下的罚款", "设备、原料货值金额"),
        ("可以处上一年度从本单位取得收入百分之五十以下的罚款", "上一年度从本单位取得收入"),
        ("按照前款罚款数额的二倍以上五倍以下处以罚款", "前款罚款数额"),
        ("（二）没有违法所得或者违法所得不足一万元的", "违法所得"),
        ("按照处置费用三倍以上五倍以下处以罚款", "处置费用"),
        ("处二万元罚款", ""),
    ],
)
def test_base(text: str, base: str) -> None:
    assert find_fines(text)[0].base == base


YUAN = st.integers(1, 10_000).map(lambda n: n * 100)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, list[Sum]]:
    """A statutory sentence of one to four tiers, with what it says."""
    parts, said = [], []
    for _ in range(draw(st.integers(1, 4))):
        low, high = sorted((draw(YUAN), draw(YUAN)))
        write = draw(st.sampled_from([lambda n: f"{format_number(n)}元", format_yuan]))
        few, many = sorted((draw(st.integers(1, 20)), draw(st.integers(21, 40))))
        phrase, value = draw(
            st.sampled_from(
                [
                    (f"处{write(low)}以上{write(high)}以下的罚款", Range(low, high)),
                    (f"并处{write(high)}以下罚款", Range(None, high)),
                    (f"处{write(low)}的罚款", Range(low, low)),
                    (f"处货值金额{few}倍以上{format_number(many)}倍以下的罚款", Multiple(D(few), D(many))),
                    (f"处工程价款百分之{format_number(few)}以上{many}%以下罚款", Rate(D(few), D(many))),
                    (f"处每艘{write(low)}的罚款", PerUnit(low, low, "艘")),
                    (f"货值金额不足{write(low)}的，以{write(high)}计算", Deemed(low, high)),
                    (f"违法所得不足{write(high)}的，责令改正", Threshold("不足", high)),
                ]
            )
        )
        parts.append(draw(st.sampled_from(["情节严重的，", "拒不改正的，", "第二次查获的，", "一般情形，"])) + phrase)
        said.append(value)
    return "；".join(parts) + "。", said


@given(sentences())
def test_finds_what_a_sentence_says(sentence: tuple[str, list[Sum]]) -> None:
    text, said = sentence
    mentions = find_fines(text)
    assert [mention.value for mention in mentions] == said
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.text(alphabet="一二十百千万亿元倍分之以上下的每处不足，至%5.", max_size=30))
def test_never_fails(text: str) -> None:
    for mention in find_fines(text):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize(("n", "text"), VECTORS["yuan"])
def test_format_yuan(n: int, text: str) -> None:
    assert format_yuan(n) == text


@given(st.integers(0, 10**12))
def test_yuan_round_trip(n: int) -> None:
    assert parse_yuan(format_yuan(n)) == n


def test_formats_ranges() -> None:
    assert format_range(200_000, 1_000_000) == "20万元以上100万元以下"
    assert format_range(None, 50_000) == "5万元以下"
    assert format_range(50_000, None) == "5万元以上"
    assert format_range(5000, 5000) == "5000元"
    assert format_range(0, None) == "0元以上"
    assert format_rate(D("0.50"), D(4)) == "0.5%以上4%以下"
    assert format_multiple(D(1), D("10")) == "1倍以上10倍以下"
    with pytest.raises(ValueError, match="至少要有一个"):
        format_range(None, None)
    with pytest.raises(ValueError, match="不能为负"):
        format_yuan(-1)


@pytest.mark.parametrize(
    ("text", "n"),
    [("20万元", 200_000), ("二十万元", 200_000), ("人民币五千元", 5000), ("5000", 5000), ("1,000元", 1000)],
)
def test_parse_yuan(text: str, n: int) -> None:
    assert parse_yuan(text) == n


@pytest.mark.parametrize("text", ["", "元", "五元五", "1.5元", "20万元以上", "万元"])
def test_parse_yuan_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"数|整元"):
        parse_yuan(text)


def test_a_sum_of_the_same_worth_is_once_the_base() -> None:
    (found,) = find_fines("并处违法生产的产品货值金额等值以上三倍以下的罚款")
    assert found.value == Multiple(Decimal(1), Decimal(3))
    assert found.base == "违法生产的产品货值金额"
    (most,) = find_fines("可以并处所交易碳排放配额等产品的价款等值以下的罚款")
    assert most.value == Multiple(None, Decimal(1))
    assert find_fines("按照等值原则赔偿") == []


BOUND = st.integers(1, 900).map(D)


@given(
    st.sampled_from((Range, Rate, Multiple, PerUnit)),
    st.tuples(BOUND, BOUND).map(sorted),
    st.sampled_from(("", "from", "to")),
)
def test_what_is_written_reads_back(kind: type, bounds: list[D], only: str) -> None:
    low, high = (None if only == "to" else bounds[0]), (None if only == "from" else bounds[1])
    value = PerUnit(low, high, "辆") if kind is PerUnit else kind(low, high)
    assert values(f"处{'货值金额' if kind in {Rate, Multiple} else ''}{format_amount(value)}的罚款") == [value]


def test_a_bound_alone_is_written_as_in_its_amount() -> None:
    said = {Range(1, 2): "20万元", Rate(None, D(2)): "200000%", PerUnit(1, 2, "辆"): "每辆20万元"}
    assert {value: format_bound(value, 200_000) for value in said} == said
    assert format_bound(Multiple(D(1), D(2)), D("2.5")) == "2.5倍"


def test_only_a_sum_is_counted_as_a_sum() -> None:
    assert [one.value for one in find_fines("货值金额不足一万元的，按三倍计算")] == [
        Threshold("不足", 10_000),
        Multiple(D(3), D(3)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资五十万元以上的，报市局", [Threshold("以上", 500_000)]),  # told by 的 alone
        ("违法所得五十万元以上，从重", [Threshold("以上", 500_000)]),  # told by what is measured alone
        ("违法所得五万元以下", [Threshold("以下", 50_000)]),
        ("投资五万元以上十万元以下的，报县局", [Threshold("以上", 50_000), Threshold("以下", 100_000)]),
        ("货值金额五万元以上十万元以下，报县局", [Threshold("以上", 50_000), Threshold("以下", 100_000)]),
        ("投资五十万元以上的项目", [Range(500_000, None)]),
        ("处五万元以上十万元以下的罚款", [Range(50_000, 100_000)]),
    ],
)
def test_a_sum_is_a_condition_by_what_follows_or_by_what_stands_before(text: str, expected: list[Sum]) -> None:
    assert values(text) == expected
