"""Numerals: the vectors that JavaScript shares, and properties."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.legal.numerals import format_decimal, format_number, lift, parse_decimal, parse_number, tidy

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "numerals.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "value"), VECTORS["numbers"])
def test_reads(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", VECTORS["malformed"])
def test_malformed_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="数"):
        parse_number(text)


@pytest.mark.parametrize(("value", "text"), VECTORS["formatted"])
def test_writes(value: int, text: str) -> None:
    assert format_number(value) == text


def test_every_article_number_comes_back() -> None:
    assert all(parse_number(format_number(n)) == n for n in range(1, 3000))


@given(st.integers(1, 99_999) | st.integers(0, 10**16 - 1))
@example(100_001_000)
@example(182_900_001_000)
def test_round_trip(n: int) -> None:
    written = format_number(n)
    assert parse_number(written) == n
    assert parse_number(written.replace("零", "〇")) == n
    assert parse_number(str(n)) == parse_number(f"{n:,}") == n


@given(st.text(alphabet="〇零一二两九十百千万亿点0９,. ", max_size=12) | st.text(max_size=50))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = parse_decimal(text)
    except ValueError:
        return
    assert value >= 0


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ValueError, match="过长"):
        parse_number("一万" * 5000)


@pytest.mark.parametrize("n", [-1, 10**16])
def test_out_of_range_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match="范围"):
        format_number(n)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.5", "2.5"),
        ("二点五", "2.5"),
        ("零点零五", "0.05"),
        ("3.5万", "35000"),
        ("二点五万", "25000"),
        ("２．５", "2.5"),
    ],
)
def test_decimals(text: str, value: str) -> None:
    assert str(parse_decimal(text)) == value


@pytest.mark.parametrize("text", ["点五", "二点", "2.", ".5", "二点十", "二..五"])
def test_malformed_decimals(text: str) -> None:
    with pytest.raises(ValueError, match="数"):
        parse_decimal(text)


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [("三", "五万", 30000), ("五千", "五万", 5000), ("5", "10万", 50000), ("十", "二十万", 100000), ("一", "三", 1)],
)
def test_lower_figure_shares_the_unit(low: str, high: str, value: int) -> None:
    assert lift(low, high) == value


@given(st.decimals(0, 10**9, places=4))
def test_tidy_keeps_the_value(value: Decimal) -> None:
    assert tidy(value) == value
    assert "E" not in format_decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2万亿", 2 * 10**12),
        ("1.5万亿", 15 * 10**11),
        ("二点五万亿", 25 * 10**11),
        ("3亿", 3 * 10**8),
        ("二点五亿", 25 * 10**7),
        ("7千亿", 7 * 10**11),
        ("5百", 500),
        ("4十", 40),
    ],
)
def test_units_are_worth_what_they_say(text: str, value: int) -> None:
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        ("三", "二万", 3),
        ("五", "五万", 50000),
        ("三", "五亿", 3 * 10**8),
        ("一万", "一亿", 10**4),
    ],
)
def test_a_lower_figure_shares_no_unit_that_would_lift_it_above_the_higher(low: str, high: str, value: int) -> None:
    assert lift(low, high) == value


def test_forty_characters_are_read_and_no_more() -> None:
    assert parse_number("0" * 40) == 0
    with pytest.raises(ValueError, match="过长"):
        parse_number("0" * 41)


def test_the_largest_and_the_least_are_written() -> None:
    assert (format_number(0), format_number(10)) == ("零", "十")
    assert parse_number(format_number(10**16 - 1)) == 10**16 - 1
