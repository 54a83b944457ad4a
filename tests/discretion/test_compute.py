"""What a discretion benchmark gives, against examples worked by hand, against its own rules, and on the real tables."""

import json
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.discretion.compute import Outcome, compute, example, legal_bounds, options
from generator.kinds.benchmark import Benchmark
from generator.library import Library
from generator.problems import Problems
from tests.conftest import ROOT

APOLOGY = {"title": "公开道歉", "min_percent": -50, "max_percent": -30}


def table(**fields: Any) -> Benchmark:
    return Benchmark.model_validate({"id": "t", "title": "表", "conduct": "c", "issued_by": "r", **fields})


def levels(*weights: float | str) -> list[dict[str, Any]]:
    return [{"label": f"第{place}档", "weight": weight} for place, weight in enumerate(weights)]


#: As 广东裁量表 2.7.1 in small: 7% to 100% of one million, never under 100,000.
SUM = table(
    method="weight_sum",
    base=1000000,
    start=7,
    floor=100000,
    factors=[{"title": "次数", "levels": levels(0, 6, 15)}, {"title": "超标", "levels": levels(0, 12.5, 85)}],
    adjustments=[APOLOGY, {"title": "从重", "min_percent": 10, "max_percent": 60}],
)
#: As 1.1: a share of the investment, 1 to 5 per cent.
RATE = table(
    method="weight_sum",
    rate={"min": 1.0, "max": 5.0, "base": "总投资额"},
    start=20,
    factors=[{"title": "阶段", "levels": levels(0, 5, 80)}],
    adjustments=[APOLOGY],
)
#: As 4.7: a multiple of a cost, the weights in fractions.
MULTIPLE = table(
    method="weight_sum",
    multiple={"min": 1.0, "max": 3.0, "base": "处置费用", "deemed": {"below": 100000, "amount": 100000}},
    start="1/3",
    factors=[{"title": "涉及量", "levels": levels(0, "1/8", "1/4")}, {"title": "区域", "levels": levels(0, "1/12")}],
)
#: As 2.1, with a highest level of one sum that asks for nothing more.
SPANS = table(
    method="interval",
    columns=["违法程度", "同类违法"],
    upper_excluded=True,
    floor=20000,
    intervals=[
        {"circumstances": ["拖延", "没有"], "span": {"min": 20000, "max": 40000}},
        {"circumstances": ["拖延", "有"], "span": {"min": 40000, "max": 65000}},
        {"circumstances": ["围堵", "没有"], "span": {"min": 65000, "max": 200000}},
        {"circumstances": ["殴打"], "span": {"min": 200000, "max": 200000}},
    ],
    adjustments=[APOLOGY],
)

# table, found, sum of the case, adjustments -> least, most; each worked by hand from the table above
WORKED: list[tuple[Benchmark, dict[Any, Any], int | None, dict[Any, Any], int, int]] = [
    # 7 + 6 + 12.5 = 25.5%; 25.5% of 1,000,000 = 255,000
    (SUM, {"次数": "第1档", "超标": "第1档"}, None, {}, 255000, 255000),
    # the same by places
    (SUM, {0: 1, 1: 1}, None, {}, 255000, 255000),
    # 7 + 0 + 0 = 7%, 70,000, under the least of the law: 100,000
    (SUM, {"次数": "第0档", "超标": "第0档"}, None, {}, 100000, 100000),
    # 7 + 15 + 85 = 107%, cut at 100%: 1,000,000
    (SUM, {"次数": "第2档", "超标": "第2档"}, None, {}, 1000000, 1000000),
    # 255,000 less 30 per cent = 178,500
    (SUM, {"次数": 1, "超标": 1}, None, {"公开道歉": -30}, 178500, 178500),
    # 255,000 less 50 to 30 per cent: 127,500 to 178,500
    (SUM, {"次数": 1, "超标": 1}, None, {"公开道歉": None}, 127500, 178500),
    # 7 + 6 + 0 = 13%, 130,000, halved 65,000, under the least of the law: 100,000
    (SUM, {"次数": 1, "超标": 0}, None, {0: -50}, 100000, 100000),
    # 1,000,000 and 60 per cent more would be 1,600,000, above the greatest of the law
    (SUM, {"次数": 2, "超标": 2}, None, {"从重": 60}, 1000000, 1000000),
    # 255,000 less 40 per cent = 153,000, and 20 per cent more of that = 183,600
    (SUM, {"次数": 1, "超标": 1}, None, {"从重": 20, "公开道歉": -40}, 183600, 183600),
    # greatest: 5% of 8,000,000 = 400,000; 20 + 5 = 25% of it = 100,000
    (RATE, {"阶段": "第1档"}, 8000000, {}, 100000, 100000),
    # 20% of 5% = 1%, the least of the law; halved it would be less: 80,000
    (RATE, {"阶段": "第0档"}, 8000000, {"公开道歉": -50}, 80000, 80000),
    # 1% of 1,234,567 = 12,345.67, which is also the least of the law, and is rounded up
    (RATE, {"阶段": "第0档"}, 1234567, {}, 12346, 12346),
    # 5% of 1,234,567 = 61,728.35, of which 100% is the greatest of the law, and is rounded down
    (RATE, {"阶段": "第2档"}, 1234567, {}, 61728, 61728),
    # 1/3 + 1/8 + 1/12 = 13/24 of three times 240,000 = 13/24 of 720,000 = 390,000
    (MULTIPLE, {"涉及量": 1, "区域": 1}, 240000, {}, 390000, 390000),
    # a cost of 60,000 counts as 100,000: 1/3 + 1/4 + 0 = 7/12 of 300,000 = 175,000
    (MULTIPLE, {"涉及量": 2, "区域": 0}, 60000, {}, 175000, 175000),
    # 1/3 + 1/8 = 11/24 of 3 × 100,001 = 137,501.375, rounded down
    (MULTIPLE, {"涉及量": 1, "区域": 0}, 100001, {}, 137501, 137501),
    (SPANS, {"违法程度": "拖延", "同类违法": "有"}, None, {}, 40000, 65000),
    (SPANS, {"违法程度": "殴打"}, None, {}, 200000, 200000),
    # 65,000 to 200,000 less 40 per cent: 39,000 to 120,000
    (SPANS, {"违法程度": "围堵", "同类违法": "没有"}, None, {"公开道歉": -40}, 39000, 120000),
    # 20,000 to 40,000 less half: 10,000 to 20,000, and so the least of the law
    (SPANS, {"违法程度": 0, "同类违法": 0}, None, {"公开道歉": -50}, 20000, 20000),
]


@pytest.mark.parametrize(("benchmark", "chosen", "amount", "adjusted", "least", "most"), WORKED)
def test_examples_worked_by_hand(
    benchmark: Benchmark, chosen: dict[Any, Any], amount: int | None, adjusted: dict[Any, Any], least: int, most: int
) -> None:
    found = compute(benchmark, chosen, amount=amount, adjusted=adjusted)
    assert (found.least, found.most) == (least, most)
    assert found.amount == (least if least == most else None)


def test_the_working_names_each_step() -> None:
    found = compute(SUM, {"次数": 2, "超标": 2}, adjusted={"公开道歉": -30})
    assert found.total == 100
    assert found.steps == (
        ("裁量起点", "", "7%"),
        ("次数", "第2档", "15%"),
        ("超标", "第2档", "85%"),
        ("合计", "7%＋15%＋85%", "107%"),
        ("封顶", "107%超过100%", "100%"),
        ("罚款", "100% × 100万元", "100万元"),
        ("公开道歉", "100万元 ×（1 － 30%）", "70万元"),
        ("结果", "", "70万元"),
    )


def test_the_working_of_a_multiple_says_what_a_small_cost_counts_as_and_keeps_fractions() -> None:
    found = compute(MULTIPLE, {"涉及量": 1, "区域": 1}, amount=60000)
    assert found.steps[-5:] == (
        ("合计", "1/3＋1/8＋1/12", "13/24"),
        ("处置费用", "6万元，不足10万元", "按10万元计算"),
        ("法定最高额", "处置费用10万元 × 3倍", "30万元"),
        ("罚款", "13/24 × 30万元", "16.25万元"),
        ("结果", "", "16.25万元"),
    )


def test_the_working_of_an_interval_gives_its_mean_and_says_whether_its_end_counts() -> None:
    found = compute(SPANS, {"违法程度": "拖延", "同类违法": "没有"})
    assert found.steps == (
        ("查明的情形", "拖延；没有", "2万元以上4万元以下"),
        ("区间的平均数", "（2万元＋4万元）÷ 2", "3万元"),
        ("结果", "", "2万元以上4万元以下"),
    )
    assert found.text == "2万元以上4万元以下"
    assert (found.most_included, found.total) == (False, None)
    assert compute(SPANS, {"违法程度": "殴打"}).most_included


def test_what_a_table_asks_for() -> None:
    assert options(SUM) == (("次数", ("第0档", "第1档", "第2档")), ("超标", ("第0档", "第1档", "第2档")))
    assert options(SPANS) == (("违法程度", ("拖延", "围堵", "殴打")), ("同类违法", ("没有", "有")))
    nameless = SPANS.model_copy(update={"columns": ()})
    assert [option.title for option in options(nameless)] == ["情形1", "情形2"]


@pytest.mark.parametrize(
    ("benchmark", "chosen", "amount", "adjusted", "says"),
    [
        (SUM, {"次数": "第1档"}, None, {}, "还没有选：超标"),
        (SUM, {"次数": "第9档", "超标": 0}, None, {}, "“次数”里没有“第9档”"),
        (SUM, {"次数": 3, "超标": 0}, None, {}, "“次数”里没有“3”"),
        (SUM, {"次数": -1, "超标": 0}, None, {}, "“次数”里没有“-1”"),
        (SUM, {"次数": True, "超标": 0}, None, {}, "“次数”里没有“True”"),
        (SUM, {"次数": 0, "超标": 0, "天气": 0}, None, {}, "裁量因素里没有“天气”"),
        (SUM, {"次数": 0, 0: 0, "超标": 0}, None, {}, "“次数”写了两次"),
        (SUM, {"次数": 0, "超标": 0}, None, {"公开道歉": -60}, "幅度是 -50% 到 -30%，不能是 -60%"),
        (SUM, {"次数": 0, "超标": 0}, None, {"求情": -10}, "调整里没有“求情”"),
        (SUM, {"次数": 0, "超标": 0}, 5, {}, "不用填数额"),
        (RATE, {"阶段": 0}, None, {}, "要填总投资额"),
        (RATE, {"阶段": 0}, 0, {}, "要填总投资额"),
        (RATE, {"阶段": 0}, 1, {}, "没有整元的罚款"),
        (SPANS, {"违法程度": "拖延"}, None, {}, "还没有选：同类违法"),
        (SPANS, {"违法程度": "围堵", "同类违法": "有"}, None, {}, "表里没有这样的情形：围堵；有"),
        (SPANS, {"违法程度": "殴打", "同类违法": "有"}, None, {}, "“殴打”不再区分：同类违法"),
        (SPANS, {"违法程度": "逃跑"}, None, {}, "“违法程度”里没有“逃跑”"),
    ],
)
def test_what_cannot_be_computed_is_refused(
    benchmark: Benchmark, chosen: dict[Any, Any], amount: int | None, adjusted: dict[Any, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        compute(benchmark, chosen, amount=amount, adjusted=adjusted)


VECTORS = json.loads((ROOT / "tests" / "vectors" / "discretion.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"])
def test_by_the_vectors_that_the_browser_reads_too(case: dict[str, Any]) -> None:
    found = compute(
        table(**VECTORS["tables"][case["table"]]), case["chosen"], amount=case["amount"], adjusted=case["adjusted"]
    )
    assert (found.least, found.most, found.most_included) == (case["least"], case["most"], case["most_included"])
    assert [list(step) for step in found.steps] == case["steps"]


@pytest.mark.parametrize("case", VECTORS["refused"])
def test_refusals_by_the_vectors(case: dict[str, Any]) -> None:
    benchmark = table(**VECTORS["tables"][case["table"]])
    with pytest.raises(ValueError, match=f"^{re.escape(case['says'])}$"):
        compute(benchmark, case["chosen"], amount=case["amount"], adjusted=case["adjusted"])


def test_the_vectors_hold_the_examples_worked_by_hand() -> None:
    assert {(case["least"], case["most"]) for case in VECTORS["cases"]} == {tuple(case[-2:]) for case in WORKED}


# -- any table ---------------------------------------------------------------------------------------------------------

percents = st.integers(0, 400).map(lambda quarters: quarters / 4)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Benchmark, dict[str | int, str | int], int | None, dict[str | int, int | None]]:
    """A table of weights, what was found, the sum it is taken from if any, adjustments."""
    factors = [
        {"title": f"因素{place}", "levels": levels(*sorted(weights))}
        for place, weights in enumerate(
            draw(st.lists(st.lists(percents, min_size=1, max_size=4), min_size=1, max_size=4))
        )
    ]
    fields: dict[str, Any] = {"start": draw(percents), "cap": draw(st.integers(1, 100)), "factors": factors}
    amount = None
    if draw(st.booleans()):
        fields["base"] = draw(st.integers(1, 10**8))
        fields["floor"] = draw(st.integers(0, fields["base"]))
    else:
        low, high = sorted(draw(st.tuples(st.integers(1, 500), st.integers(1, 500))))
        fields["rate"] = {"min": low / 100, "max": high / 100, "base": "投资额"}
        amount = draw(st.integers(10**6, 10**10))
    fields["adjustments"] = [{"title": "调整", "min_percent": -50, "max_percent": 50}]
    adjusted: dict[str | int, int | None] = draw(st.dictionaries(st.just("调整"), st.integers(-50, 50) | st.none()))
    chosen: dict[str | int, str | int] = {
        place: draw(st.integers(0, len(factor["levels"]) - 1)) for place, factor in enumerate(factors)
    }
    return table(method="weight_sum", **fields), chosen, amount, adjusted


def result(case: tuple[Any, ...]) -> Outcome | None:
    benchmark, chosen, amount, adjusted = case
    try:
        return compute(benchmark, chosen, amount=amount, adjusted=adjusted)
    except ValueError as error:
        assert "没有整元" in str(error)  # noqa: PT017  (the only refusal that a well-formed case may meet)
        return None


@given(cases())
def test_never_outside_the_law_nor_above_the_cap(case: tuple[Any, ...]) -> None:
    found = result(case)
    if found is None:
        return
    low, high = legal_bounds(case[0], case[2])
    assert low <= found.least <= found.most <= high
    if not case[3]:
        assert found.most <= max(case[0].cap / 100 * high + Fraction(1, 2), low + 1)


@given(cases(), st.data())
def test_a_heavier_level_never_makes_the_fine_smaller(case: tuple[Any, ...], data: st.DataObject) -> None:
    benchmark, chosen, amount, adjusted = case
    place = data.draw(st.sampled_from(sorted(chosen)))
    heavier = {**chosen, place: data.draw(st.integers(chosen[place], len(benchmark.factors[place].levels) - 1))}
    before, after = result(case), result((benchmark, heavier, amount, adjusted))
    if before and after:
        assert before.least <= after.least
        assert before.most <= after.most


@given(cases())
def test_the_working_ends_with_the_result_and_is_the_same_each_time(case: tuple[Any, ...]) -> None:
    found = result(case)
    if found:
        assert found == result(case)
        assert found.steps[-1].label == "结果"
        assert all(step.label and step.value for step in found.steps)


# -- the real tables ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(content_read: tuple[Library, Problems]) -> tuple[Benchmark, ...]:
    return content_read[0].of("benchmark", Benchmark)


def test_every_real_table_computes_within_the_law(real: tuple[Benchmark, ...]) -> None:
    assert len(real) >= 35
    for benchmark in real:
        amount = 20000000 if benchmark.rate or benchmark.multiple else None
        low, high = legal_bounds(benchmark, amount)
        found = [
            compute(benchmark, example(benchmark, rank), amount=amount) for rank in ("least", "middle", "greatest")
        ]
        assert low <= found[0].least <= found[1].least <= found[2].least, benchmark.id
        assert found[0].most <= found[1].most <= found[2].most == high, benchmark.id
        assert found[2].amount == high, benchmark.id


def test_every_interval_of_the_real_tables_can_be_reached(real: tuple[Benchmark, ...]) -> None:
    for benchmark in real:
        for cell in benchmark.intervals:
            found = compute(benchmark, dict(enumerate_labels(benchmark, cell.circumstances)))
            assert (found.least, found.most) == (cell.span.min or 0, cell.span.max)


def enumerate_labels(benchmark: Benchmark, labels: tuple[str, ...]) -> list[tuple[str | int, str | int]]:
    return [(option.title, label) for option, label in zip(options(benchmark), labels, strict=False)]


#: Worked by hand from the tables of the source, 广东裁量表.
REAL: list[tuple[str, dict[Any, Any], int | None, dict[Any, Any], int, int]] = [
    # 2.7.1: start 7, two substances 2, class A 10, ordinary area 0, under 50 t 0, 3 to 8 times 8, second time 3: 30%
    ("water-over-standard", {0: 1, 1: 1, 2: 0, 3: 0, 4: 3, 5: 1}, None, {}, 300000, 300000),
    # 1.8, persons: start 25, then 5 + 13 + 6 + 0 + 6 + 4 + 0 = 59% of 200,000 = 118,000; 30% off: 82,600
    ("acceptance-persons", {0: 1, 1: 2, 2: 1, 3: 0, 4: 1, 5: 1, 6: 0}, None, {0: -30}, 82600, 82600),
    # 1.1: start 20, 报告表 0, 环境敏感区 6, 设备安装 5, 3–6 个月 3, 一次 0, 配合 0: 34% of 5% of 20,000,000 = 340,000
    ("unapproved-construction", {0: 0, 1: 1, 2: 1, 3: 1, 4: 0, 5: 0}, 20000000, {}, 340000, 340000),
    # 4.7: 1/3 + 1/4 + 1/8 + 0 + 1/24 = 18/24 of three times 50,000 deemed 100,000 = 225,000
    ("waste-dumping", {0: 2, 1: 1, 2: 0, 3: 1}, 50000, {}, 225000, 225000),
    # 4.14: 60 + 2 + 13 + 5 + 0 = 80% of five times 300,000 = 1,200,000
    ("hazardous-waste-dumping", {0: 1, 1: 2, 2: 1, 3: 0}, 300000, {}, 1200000, 1200000),
    # 2.21, second zone, stopped in time: 200,000 to 250,000
    ("drinking-water-second-zone", {0: "限期内停止违法行为"}, None, {}, 200000, 250000),
    # 3.12: a second time, outside sensitive areas: 80,000 to 120,000; half to 30% off: 40,000 to 84,000
    ("banned-zone-fuel", {0: "近二年同类违法行为2次", 1: "环境敏感区或限批区以外"}, None, {0: None}, 40000, 84000),
    # 1.3: ordinary area, filed in time: up to 10,000, and the law sets no least fine
    ("registration-form", {0: "一般区域", 1: "限期内完成备案"}, None, {}, 0, 10000),
]


@pytest.mark.parametrize(("id", "chosen", "amount", "adjusted", "least", "most"), REAL)
def test_real_tables_give_what_is_worked_by_hand(
    real: tuple[Benchmark, ...],
    id: str,
    chosen: dict[Any, Any],
    amount: int | None,
    adjusted: dict[Any, Any],
    least: int,
    most: int,
) -> None:
    benchmark = next(one for one in real if one.id == id)
    found = compute(benchmark, chosen, amount=amount, adjusted=adjusted)
    assert (found.least, found.most) == (least, most)


def test_a_sum_that_reaches_the_bound_counts_as_it_is() -> None:
    deemed = {"below": 100000, "amount": 150000}
    multiple = table(
        method="weight_sum",
        multiple={"min": 1.0, "max": 3.0, "base": "处置费用", "deemed": deemed},
        start=10,
        floor=0,
        factors=[{"title": "次数", "levels": levels(0, 90)}],
    )
    assert legal_bounds(multiple, 99999) == (150000, 450000)
    assert legal_bounds(multiple, 100000) == (100000, 300000)


def test_the_middling_case_of_a_table_of_spans_is_the_one_in_the_middle() -> None:
    cells = [
        {"circumstances": [f"第{place}档"], "span": {"min": 10000 * place, "max": 10000 * (place + 1)}}
        for place in (3, 1, 5, 2, 4)
    ]
    spans = table(method="interval", intervals=cells)
    chosen = [next(iter(example(spans, rank).values())) for rank in ("least", "middle", "greatest")]
    assert chosen == ["第1档", "第3档", "第5档"]


@pytest.mark.parametrize(("excluded", "included"), [(True, [False, True]), (False, [True, True])])
def test_the_highest_interval_has_its_upper_end_whatever_is_said_of_the_others(
    excluded: bool, included: list[bool]
) -> None:
    cells = [
        {"circumstances": ["轻"], "span": {"min": 10000, "max": 20000}},
        {"circumstances": ["重"], "span": {"min": 20000, "max": 50000}},
    ]
    spans = table(method="interval", columns=["程度"], intervals=cells, upper_excluded=excluded)
    assert [compute(spans, {"程度": found}).most_included for found in ("轻", "重")] == included


def test_the_mean_of_an_interval_is_exact() -> None:
    odd = table(
        method="interval",
        intervals=[
            {"circumstances": ["轻"], "span": {"min": 20000, "max": 45001}},
            {"circumstances": ["重"], "span": {"min": 45001, "max": 200000}},
        ],
    )
    steps = {step.label: step for step in compute(odd, {0: 0}).steps}
    assert steps["区间的平均数"].value == "32500.5元"


@pytest.mark.parametrize(
    ("benchmark", "least", "middle", "greatest"),
    [
        (SUM, ["第0档", "第0档"], ["第1档", "第1档"], ["第2档", "第2档"]),
        # of two levels the middle is now the lower, now the higher: by the place of the factor
        (MULTIPLE, ["第0档", "第0档"], ["第1档", "第1档"], ["第2档", "第1档"]),
        (SPANS, ["拖延", "没有"], ["围堵", "没有"], ["殴打"]),
    ],
)
def test_examples_of_a_light_a_middling_and_a_heavy_case(
    benchmark: Benchmark, least: list[str], middle: list[str], greatest: list[str]
) -> None:
    assert [list(example(benchmark, rank).values()) for rank in ("least", "middle", "greatest")] == [
        least,
        middle,
        greatest,
    ]


def test_the_middle_of_two_levels_goes_by_the_place_of_the_factor() -> None:
    two = [{"title": title, "levels": levels(0, 10)} for title in ("甲", "乙", "丙")]
    found = example(table(method="weight_sum", base=1000, start=1, factors=two), "middle")
    assert found == {"甲": "第0档", "乙": "第1档", "丙": "第0档"}


def test_an_adjustment_of_nothing_is_added() -> None:
    nought = table(
        method="weight_sum", base=1000000, start=10,
        factors=[{"title": "次数", "levels": levels(0, 6)}],
        adjustments=[{"title": "酌定", "min_percent": 0, "max_percent": 20}],
    )  # fmt: skip
    steps = compute(nought, {"次数": 0}, adjusted={"酌定": None}).steps
    assert ("酌定", "10万元 ×（1 ＋ 0%）至10万元 ×（1 ＋ 20%）", "10万元以上12万元以下") in steps
