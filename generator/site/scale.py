"""The one scale on which fines are drawn: logarithmic, from 100 yuan to 100 million yuan."""

import math
from dataclasses import dataclass

from generator.kinds.penalty import Fine

LOW, HIGH = 2, 8
#: Labels of the axis with their place in per cent.
TICKS = tuple(
    (label, round((power - LOW) / (HIGH - LOW) * 100, 2))
    for label, power in (("100元", 2), ("1万元", 4), ("100万元", 6), ("1亿元", 8))
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: where it begins and how long it is, in per cent of the axis; ``open`` where the law sets no least amount."""

    left: float
    width: float
    open: bool = False


def bar_of(fine: Fine | None) -> Bar | None:
    """The bar of a fine in yuan; None for rates and multiples, whose base is not known."""
    span = (fine.range or fine.per_unit) if fine else None
    if span is None:
        return None
    low = _place(span.min) if span.min else 0.0
    high = _place(span.max) if span.max else 100.0
    return Bar(round(low, 2), round(max(high - low, 1.0), 2), open=not span.min)


def span_bar(low: int, high: int) -> Bar:
    """The bar from ``low`` to ``high`` yuan."""
    left = _place(low) if low else 0.0
    return Bar(round(left, 2), round(max(_place(high) - left, 1.0), 2))


def _place(yuan: int) -> float:
    return min(100.0, max(0.0, (math.log10(max(yuan, 1)) - LOW) / (HIGH - LOW) * 100))
