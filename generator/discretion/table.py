"""A discretion benchmark as a form to fill in: what it asks for, where an answer leads, what the law allows at least and at most."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from generator.kinds.benchmark import Benchmark, Interval

#: What was found: factor or column, by title or place from 0 → level, by label or place from 0.
Chosen: TypeAlias = Mapping[str | int, str | int]
Rank: TypeAlias = Literal["least", "middle", "greatest"]
V = TypeVar("V")


class Option(NamedTuple):
    """What has to be found for a table: a factor or column, and the labels of its levels in order."""

    title: str
    labels: tuple[str, ...]


class YuanSpan(NamedTuple):
    """From ``least`` to ``most`` yuan."""

    least: Fraction
    most: Fraction


def options(benchmark: Benchmark) -> tuple[Option, ...]:
    """What has to be found, in the order of the table."""
    if benchmark.method == "weight_sum":
        return tuple(Option(one.title, tuple(level.label for level in one.levels)) for one in benchmark.factors)
    cells = [cell.circumstances for cell in benchmark.intervals]
    return tuple(
        Option(title, tuple(dict.fromkeys(cell[place] for cell in cells if len(cell) > place)))
        for place, title in enumerate(_columns(benchmark))
    )


def example(benchmark: Benchmark, rank: Rank) -> dict[str | int, str | int]:
    """What would have to be found for the least, a middling or the greatest fine: titles → labels."""
    if benchmark.method == "interval":
        cells = sorted(benchmark.intervals, key=lambda cell: (span_of(cell).most, span_of(cell).least))
        cell = cells[{"least": 0, "middle": len(cells) // 2, "greatest": -1}[rank]]
        return dict(zip(_columns(benchmark), cell.circumstances, strict=False))
    found: dict[str | int, str | int] = {}
    for place, factor in enumerate(benchmark.factors):
        levels = sorted(factor.levels, key=lambda level: level.weight)
        # Of two levels the middle is now the one, now the other, or every middling case would be light or heavy.
        middle = (len(levels) - 1 + place % 2) // 2
        found[factor.title] = levels[{"least": 0, "middle": middle, "greatest": -1}[rank]].label
    return found


def legal_bounds(benchmark: Benchmark, amount: int | None = None) -> YuanSpan:
    """The least and the greatest fine of the law that the table stands on.

    Args:
        benchmark: the table.
        amount: yuan of the sum that the fine is taken from, for tables with ``rate`` or ``multiple``.

    Raises:
        ValueError: the sum is missing or not asked for; the message is Chinese.
    """
    check_amount(benchmark, amount)
    if benchmark.method == "interval":
        spans = [span_of(cell) for cell in benchmark.intervals]
        least = Fraction(benchmark.floor) if benchmark.floor else min(span.least for span in spans)
        return YuanSpan(least, max(span.most for span in spans))
    if benchmark.base is not None:
        return YuanSpan(Fraction(benchmark.floor), Fraction(benchmark.base))
    low, high = shares(benchmark)
    counted = counted_amount(benchmark, amount or 0)
    return YuanSpan(low * counted, high * counted)


def shares(benchmark: Benchmark) -> tuple[Fraction, Fraction]:
    """The least and the greatest part that the law takes of the sum, as parts of one."""
    share = benchmark.rate or benchmark.multiple
    low, high = (Fraction(bound or 0) for bound in ((share.min, share.max) if share else (0, 0)))
    return (low / 100, high / 100) if benchmark.rate else (low, high)


def counted_amount(benchmark: Benchmark, amount: int) -> Fraction:
    """The sum as the law counts it: 不足十万元的，按十万元计算."""
    deemed = benchmark.multiple.deemed if benchmark.multiple else None
    return Fraction(deemed.amount if deemed and amount < deemed.below else amount)


def check_amount(benchmark: Benchmark, amount: int | None) -> None:
    """Raise ValueError where the sum of the case is missing or not asked for."""
    share = benchmark.rate or benchmark.multiple
    if share is None and amount is not None:
        raise ValueError("这张表不按案件中的数额计算，不用填数额")
    if share is not None and (amount is None or isinstance(amount, bool) or amount < 1):
        raise ValueError(f"要填{share.base}（元，大于零的整数）")


def cell_of(benchmark: Benchmark, chosen: Chosen) -> Interval:
    """The one interval that fits what was found.

    Raises:
        ValueError: a column or label is unknown, missing or not asked for; the message is Chinese.
    """
    asked = options(benchmark)
    found = {
        place: asked[place].labels[place_of(value, asked[place].labels, f"“{asked[place].title}”")]
        for place, value in by_place(chosen, [one.title for one in asked], "情形").items()
    }
    cells: Sequence[Interval] = benchmark.intervals
    for place, option in enumerate(asked):
        if len(cells) == 1 and len(cells[0].circumstances) <= place:
            if extra := [asked[later].title for later in found if later >= place]:
                raise ValueError(f"“{'；'.join(cells[0].circumstances)}”不再区分：{'、'.join(extra)}")
            break
        if place not in found:
            raise ValueError(f"还没有选：{option.title}")
        cells = [c for c in cells if len(c.circumstances) > place and c.circumstances[place] == found[place]]
        if not cells:
            raise ValueError(f"表里没有这样的情形：{'；'.join(found[earlier] for earlier in range(place + 1))}")
    return cells[0]


def span_of(cell: Interval) -> YuanSpan:
    """The span of an interval."""
    return YuanSpan(Fraction(cell.span.min or 0), Fraction(cell.span.max or 0))


def by_place(given: Mapping[str | int, V], titles: Sequence[str], what: str) -> dict[int, V]:
    """What was given by title or place, by place; each once, else ValueError."""
    found: dict[int, V] = {}
    for key, value in given.items():
        place = place_of(key, titles, what)
        if place in found:
            raise ValueError(f"“{titles[place]}”写了两次")
        found[place] = value
    return found


def place_of(key: str | int, names: Sequence[str], what: str) -> int:
    """The place of a name, or the place itself; ValueError where there is none."""
    if isinstance(key, str) and key in names:
        return names.index(key)
    if isinstance(key, int) and not isinstance(key, bool) and 0 <= key < len(names):
        return key
    raise ValueError(f"{what}里没有“{key}”，有的是：{'、'.join(names) or '（没有）'}")


def _columns(benchmark: Benchmark) -> tuple[str, ...]:
    """What the circumstances are called."""
    count = max(len(cell.circumstances) for cell in benchmark.intervals)
    return benchmark.columns or (("情形",) if count == 1 else tuple(f"情形{place + 1}" for place in range(count)))
