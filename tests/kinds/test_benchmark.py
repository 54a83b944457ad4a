"""A discretion benchmark takes per cents exactly and refuses what could not be computed."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from generator.kinds.benchmark import Benchmark

FACTORS = [{"title": "次数", "levels": [{"label": "一次", "weight": 0.1}, {"label": "二次", "weight": "1/3"}]}]
CELLS = [
    {"circumstances": ["甲", "乙"], "span": {"min": 1, "max": 2}},
    {"circumstances": ["丙"], "span": {"min": 2, "max": 2}},
]
SHARE = {"min": 1.0, "max": 5.0, "base": "投资额"}


def read(**fields: Any) -> Benchmark:
    return Benchmark.model_validate({"id": "t", "title": "表", "conduct": "c", "issued_by": "r", **fields})


def test_weights_are_exact_and_written_back_as_they_were() -> None:
    found = read(method="weight_sum", base=100, factors=FACTORS)
    assert [level.weight for level in found.factors[0].levels] == [Fraction(1, 10), Fraction(100, 3)]
    assert [level["weight"] for level in found.model_dump(mode="json")["factors"][0]["levels"]] == [0.1, "1/3"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"method": "weight_sum", "factors": FACTORS}, "恰好写一个"),
        ({"method": "weight_sum", "factors": FACTORS, "base": 5, "rate": SHARE}, "恰好写一个"),
        ({"method": "weight_sum", "base": 5}, "恰好写一个"),
        ({"method": "weight_sum", "factors": FACTORS, "rate": SHARE, "floor": 5}, "不写 floor"),
        ({"method": "weight_sum", "factors": FACTORS, "multiple": {"min": 1.0, "base": "费用"}}, "要写 max"),
        ({"method": "weight_sum", "factors": FACTORS, "base": 5, "cap": 0}, "cap 要大于零"),
        ({"method": "weight_sum", "factors": FACTORS, "base": 5, "columns": ["次数"]}, "不写 intervals 和 columns"),
        ({"method": "weight_sum", "factors": FACTORS * 2, "base": 5}, "因素的名称重复：次数"),
        ({"method": "weight_sum", "factors": FACTORS, "base": 5, "floor": 6}, "不能大于 base"),
        ({"method": "interval", "intervals": CELLS, "floor": 3}, "不能大于最高一档的 max"),
        ({"method": "interval"}, "要写 intervals"),
        ({"method": "interval", "intervals": CELLS, "base": 5}, "不写 factors、base"),
        ({"method": "interval", "intervals": CELLS, "columns": ["只有一列"]}, "columns 的个数"),
        ({"method": "interval", "intervals": [*CELLS, CELLS[0]]}, "分不清的两档：甲；乙"),
        ({"method": "interval", "intervals": [*CELLS, {**CELLS[0], "circumstances": ["甲"]}]}, "分不清的两档：甲"),
        ({"method": "interval", "intervals": [{"circumstances": ["甲"], "span": {"min": 1}}]}, "每一档都要写 max"),
    ],
)
def test_tables_that_could_not_be_computed_are_refused(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        read(**fields)


@pytest.mark.parametrize("weight", [True, "三分之一", "1/0", float("nan"), None, 101, -1])
def test_weights_that_are_none_are_refused(weight: object) -> None:
    level = {"label": "一次", "weight": weight}
    with pytest.raises(ValidationError):
        read(method="weight_sum", base=5, factors=[{"title": "次数", "levels": [level]}])


def test_an_adjustment_runs_upwards() -> None:
    wrong = {"title": "道歉", "min_percent": -30, "max_percent": -50}
    with pytest.raises(ValidationError, match="min_percent 大于 max_percent"):
        read(method="weight_sum", base=5, factors=FACTORS, adjustments=[wrong])
