"""What has to be paid, as values, and how it is written for tables: a sum, a share, a multiple, so much a unit.

以上, 以下 and 以内 include the number.  How such sums are found in running text: ``sums``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.legal.numerals import format_decimal, parse_decimal


@dataclass(frozen=True, slots=True)
class Range:
    """A sum in yuan; min and max are equal for a fixed sum, None where the text sets no bound."""

    min: int | None
    max: int | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of a base, in percent (百分之二 is 2, 千分之五 is 0.5)."""

    min: Decimal | None
    max: Decimal | None


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple of a base; 百分之五十以上二倍以下 is 0.5 to 2."""

    min: Decimal | None
    max: Decimal | None


@dataclass(frozen=True, slots=True)
class PerUnit:
    """Yuan for each unit: 每辆（艘）五千元 has the unit 辆（艘）."""

    min: int | None
    max: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Deemed:
    """A base below ``below`` yuan counts as ``amount`` yuan: 不足五万元的，以五万元计算."""

    below: int
    amount: int


@dataclass(frozen=True, slots=True)
class Threshold:
    """A sum as a condition, not to be paid: 违法所得不足二十万元 is (不足, 200000); 不足 and 超过 exclude the sum."""

    relation: Literal["不足", "超过", "以上", "以下"]
    amount: int


#: What has to be paid; ``isinstance`` takes it.
Amount: TypeAlias = Range | Rate | Multiple | PerUnit
Sum: TypeAlias = Amount | Deemed | Threshold


def parse_yuan(text: str) -> int:
    """Read one sum: 20万元, 二十万元, 1.25万元, 人民币五千元, 5000.

    Raises:
        ValueError: no sum, or a fraction of a yuan; the message is Chinese.
    """
    plain = text.strip().removeprefix("人民币").removesuffix("人民币").strip()
    value = parse_decimal(plain.removesuffix("元").removesuffix("圆"))
    if value != int(value):
        raise ValueError(f"「{text}」不是整元的金额")
    return int(value)


def format_yuan(n: int) -> str:
    """Write a sum for a table: 5000元, 20万元, 1.25万元, 1亿元; never rounded.

    Raises:
        ValueError: the sum is negative.
    """
    if n < 0:
        raise ValueError(f"金额不能为负：{n}")
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if n >= size and n % (size // 100) == 0:
            return f"{format_decimal(Decimal(n) / size)}{unit}元"
    return f"{n}元"


def format_range(low: int | None, high: int | None) -> str:
    """Write a range of yuan: 20万元以上100万元以下, 5万元以下, 5万元以上, 5000元 (equal bounds).

    Raises:
        ValueError: both bounds are None.
    """
    return _format(low, high, format_yuan)


def format_rate(low: Decimal | None, high: Decimal | None) -> str:
    """Write a range of percent: 2%以上4%以下.  Raises ValueError when both bounds are None."""
    return _format(low, high, lambda value: f"{format_decimal(value)}%")


def format_multiple(low: Decimal | None, high: Decimal | None) -> str:
    """Write a range of multiples: 1倍以上5倍以下.  Raises ValueError when both bounds are None."""
    return _format(low, high, lambda value: f"{format_decimal(value)}倍")


def format_amount(amount: Amount) -> str:
    """Write what has to be paid: 20万元以上100万元以下, 2%以上4%以下, 1倍以上5倍以下, 每辆5000元; what it is taken of is not said.

    Raises:
        ValueError: both bounds are None.
    """
    match amount:
        case Range(low, high):
            return format_range(low, high)
        case PerUnit(low, high, unit):
            return f"每{unit}{format_range(low, high)}"
        case Rate(low, high):
            return format_rate(low, high)
        case Multiple(low, high):
            return format_multiple(low, high)


def format_bound(amount: Amount, bound: Decimal | int) -> str:
    """Write one bound of what has to be paid: 20万元, 3倍, 5%, 每辆5000元."""
    if isinstance(amount, Range | PerUnit):
        return format_amount(replace(amount, min=int(bound), max=int(bound)))
    return format_amount(replace(amount, min=Decimal(bound), max=Decimal(bound)))


def _format(low: int | Decimal | None, high: int | Decimal | None, write: Callable[..., str]) -> str:
    if low is None and high is None:
        raise ValueError("上限、下限至少要有一个")
    if low == high:
        return write(low)
    return (f"{write(low)}以上" if low is not None else "") + (f"{write(high)}以下" if high is not None else "")
