"""The fine that a discretion benchmark gives for a case, with the working, so that a reader can follow each step.

Two methods, as 广东省生态环境行政处罚自由裁量权规定 names them (第6条).  ``weight_sum`` (权重累加): the start and the weight of
each factor are summed, cut at the cap, and taken of the greatest fine of the law.  ``interval`` (幅度罚款): the circumstances
lead to a span of yuan.  Adjustments follow (第14条: a public apology takes 30 to 50 per cent off), and the result is never
below the least fine of the law nor above its greatest.

All sums are exact.  The source says nothing of rounding, so a result is rounded once, at the end, to whole yuan, half up;
the least fine of the law is rounded up and the greatest down, so that rounding leads out of neither.

A table stands for the law of its own day (``basis_then``); whether a case still falls under that law is not asked here.
assets/js/core/discretion.js computes the same in the browser; tests/vectors/discretion.json holds the two together.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from generator.discretion.table import (
    Chosen,
    Option,
    YuanSpan,
    by_place,
    cell_of,
    check_amount,
    counted_amount,
    example,
    legal_bounds,
    options,
    place_of,
    shares,
    span_of,
)
from generator.discretion.words import fraction_words, percent_words, share_words, span_words, sum_words
from generator.kinds.benchmark import Adjustment, Benchmark

__all__ = [
    "Adjusted",
    "Chosen",
    "Option",
    "Outcome",
    "Working",
    "compute",
    "example",
    "legal_bounds",
    "options",
    "weight_words",
]

#: Adjustment, by title or place from 0 → per cent within its span; None for the whole of its span.
Adjusted: TypeAlias = Mapping[str | int, int | None]
_NOTHING: Adjusted = MappingProxyType({})


class Working(NamedTuple):
    """One step of the working: what is done, how, and what comes of it; ``expression`` may be empty."""

    label: str
    expression: str
    value: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a table gives for a case.

    Attributes:
        least, most: yuan; equal where the fine is one sum.
        most_included: whether ``most`` itself may be imposed (以下 of some tables leaves the number out).
        total: per cent after the cap; None for ``interval``.
        steps: the working, in order; the last is the result.
    """

    least: int
    most: int
    most_included: bool
    total: Fraction | None
    steps: tuple[Working, ...]

    @property
    def amount(self) -> int | None:
        """The fine in yuan where it is one sum, else None."""
        return self.least if self.least == self.most else None

    @property
    def text(self) -> str:
        """The result in words: 34万元; 12万元以上16万元以下."""
        return self.steps[-1].value


def compute(
    benchmark: Benchmark, chosen: Chosen, *, amount: int | None = None, adjusted: Adjusted = _NOTHING
) -> Outcome:
    """Fix the fine for what was found.

    Args:
        benchmark: the table.
        chosen: a level for every factor; for ``interval`` one for every column that the interval asks for.
        amount: yuan of the sum that the fine is taken from (建设项目总投资额 …), for tables with ``rate`` or ``multiple``.
        adjusted: adjustments that apply; several are taken one after the other, in the order of the table.

    Raises:
        ValueError: a factor, level or adjustment that the table does not have or that was left out, a per cent outside
            its span, a sum that is missing or not asked for; the message is Chinese.
    """
    check_amount(benchmark, amount)
    steps: list[Working] = []
    total: Fraction | None = None
    included = True
    if benchmark.method == "weight_sum":
        total = _total(benchmark, chosen, steps)
        span = _of_whole(benchmark, total, amount, steps)
    else:
        span, included = _interval(benchmark, chosen, steps)
    bounds = legal_bounds(benchmark, amount)
    span = _kept(span, bounds, steps)
    for one, percent in _applied(benchmark, adjusted):
        span = _kept(_adjust(span, one, percent, steps), bounds, steps)
    span = _rounded(span, bounds, steps)
    steps.append(Working("结果", "", span_words(*span)))
    return Outcome(int(span.least), int(span.most), included or span.least == span.most, total, tuple(steps))


def _total(benchmark: Benchmark, chosen: Chosen, steps: list[Working]) -> Fraction:
    """Start and weights summed and cut at the cap."""
    words = weight_words(benchmark)
    titles = [factor.title for factor in benchmark.factors]
    given = by_place(chosen, titles, "裁量因素")
    if missing := [title for place, title in enumerate(titles) if place not in given]:
        raise ValueError(f"还没有选：{'、'.join(missing)}")
    parts = [benchmark.start] if benchmark.start else []
    if benchmark.start:
        steps.append(Working("裁量起点", "", words(benchmark.start)))
    for place, factor in enumerate(benchmark.factors):
        level = factor.levels[place_of(given[place], [one.label for one in factor.levels], f"“{factor.title}”")]
        steps.append(Working(factor.title, level.label, words(level.weight)))
        parts.append(level.weight)
    total = sum(parts, Fraction(0))
    steps.append(Working("合计", "＋".join(words(part) for part in parts), words(total)))
    if total > benchmark.cap:
        steps.append(Working("封顶", f"{words(total)}超过{words(benchmark.cap)}", words(benchmark.cap)))
    return min(total, benchmark.cap)


def weight_words(benchmark: Benchmark) -> Callable[[Fraction], str]:
    """How the table's shares are written: in per cent, or all as fractions where one of them is no short decimal."""
    weights = [benchmark.start, *(level.weight for factor in benchmark.factors for level in factor.levels)]
    return percent_words if all((weight * 100).denominator == 1 for weight in weights) else fraction_words


def _of_whole(benchmark: Benchmark, total: Fraction, amount: int | None, steps: list[Working]) -> YuanSpan:
    """The total taken of the greatest fine, which 100 per cent means."""
    whole = Fraction(benchmark.base or 0)
    if share := benchmark.rate or benchmark.multiple:
        counted = counted_amount(benchmark, amount or 0)
        if benchmark.multiple and (deemed := benchmark.multiple.deemed) and counted != amount:
            below = Fraction(deemed.below)
            steps.append(
                Working(
                    share.base,
                    f"{sum_words(Fraction(amount or 0))}，不足{sum_words(below)}",
                    f"按{sum_words(counted)}计算",
                )
            )
        part = shares(benchmark)[1]
        whole = part * counted
        words = share_words(part, times=benchmark.multiple is not None)
        steps.append(Working("法定最高额", f"{share.base}{sum_words(counted)} × {words}", sum_words(whole)))
    fine = total / 100 * whole
    steps.append(Working("罚款", f"{weight_words(benchmark)(total)} × {sum_words(whole)}", sum_words(fine)))
    return YuanSpan(fine, fine)


def _interval(benchmark: Benchmark, chosen: Chosen, steps: list[Working]) -> tuple[YuanSpan, bool]:
    """The span of the interval that fits, and whether its upper end belongs to it."""
    cell = cell_of(benchmark, chosen)
    span = span_of(cell)
    steps.append(Working("查明的情形", "；".join(cell.circumstances), span_words(*span)))
    if span.least < span.most:
        mean = sum_words((span.least + span.most) / 2)
        steps.append(Working("区间的平均数", f"（{sum_words(span.least)}＋{sum_words(span.most)}）÷ 2", mean))
    highest = max((span_of(one) for one in benchmark.intervals), key=lambda one: (one.most, one.least))
    return span, span == highest or not benchmark.upper_excluded


def _kept(span: YuanSpan, bounds: YuanSpan, steps: list[Working]) -> YuanSpan:
    """The span within the law."""
    low, high = bounds
    if span.least < low:
        steps.append(Working("法定最低额", f"{sum_words(span.least)}低于{sum_words(low)}", sum_words(low)))
    if span.most > high:
        steps.append(Working("法定最高额", f"{sum_words(span.most)}高于{sum_words(high)}", sum_words(high)))
    return _within(span, bounds)


def _within(span: YuanSpan, bounds: YuanSpan) -> YuanSpan:
    return YuanSpan(*(max(min(one, bounds.most), bounds.least) for one in span))


def _applied(benchmark: Benchmark, adjusted: Adjusted) -> Iterator[tuple[Adjustment, int | None]]:
    """The adjustments that apply, in the order of the table."""
    given = by_place(adjusted, [one.title for one in benchmark.adjustments], "调整")
    for place in sorted(given):
        one, percent = benchmark.adjustments[place], given[place]
        if percent is not None and not one.min_percent <= percent <= one.max_percent:
            raise ValueError(f"“{one.title}”的幅度是 {one.min_percent}% 到 {one.max_percent}%，不能是 {percent}%")
        yield one, percent


def _adjust(span: YuanSpan, one: Adjustment, percent: int | None, steps: list[Working]) -> YuanSpan:
    bounds = (one.min_percent, one.max_percent) if percent is None else (percent, percent)
    found = YuanSpan(*(of * (1 + Fraction(bound, 100)) for of, bound in zip(span, bounds, strict=True)))
    products = [
        f"{sum_words(of)} ×（1 {'＋' if bound >= 0 else '－'} {abs(bound)}%）"
        for of, bound in zip(span, bounds, strict=True)
    ]
    steps.append(Working(one.title, "至".join(dict.fromkeys(products)), span_words(*found)))
    return found


def _rounded(span: YuanSpan, bounds: YuanSpan, steps: list[Working]) -> YuanSpan:
    """Whole yuan within the law."""
    whole_bounds = YuanSpan(Fraction(math.ceil(bounds.least)), Fraction(math.floor(bounds.most)))
    if whole_bounds.least > whole_bounds.most:
        raise ValueError("数额太小，法定幅度里没有整元的罚款")
    found = _within(YuanSpan(*(Fraction(math.floor(one + Fraction(1, 2))) for one in span)), whole_bounds)
    if found != span:
        steps.append(Working("取整", "四舍五入到元，不低于法定最低额、不高于法定最高额", span_words(*found)))
    return found
