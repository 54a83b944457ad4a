"""Worked examples of a discretion benchmark for its page, and the table itself as the browser's calculator reads it."""

from dataclasses import dataclass
from typing import Any

from generator.discretion.compute import Outcome, compute, example
from generator.discretion.table import Rank
from generator.kinds.benchmark import Benchmark

#: What an example takes for the sum of a case, where the fine is a share of it, in yuan.
EXAMPLE_RATE, EXAMPLE_MULTIPLE = 20_000_000, 500_000
RANKS: tuple[tuple[Rank, str], ...] = (("least", "最轻"), ("middle", "居中"), ("greatest", "最重"))
#: What the calculator in the browser needs of a benchmark.
FIELDS = {
    "method", "base", "rate", "multiple", "start", "cap", "floor", "factors", "columns", "intervals", "upper_excluded",
    "adjustments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the examples: what it is, and for each example how and what; None where it has no such step."""

    label: str
    cells: tuple[tuple[str, str] | None, ...]


@dataclass(frozen=True, slots=True)
class Workings:
    """The examples of a table.

    Attributes:
        names: 最轻, 居中, 最重.
        amount: yuan of the sum that the examples take, else None.
        outcomes: one for each name.
        rows: the steps side by side.
        adjusted: adjustment → what the middling example comes to with it, in words.
    """

    names: tuple[str, ...]
    amount: int | None
    outcomes: tuple[Outcome, ...]
    rows: tuple[Row, ...]
    adjusted: tuple[tuple[str, str], ...]


def browser_table(benchmark: Benchmark) -> dict[str, Any]:
    """The table as JSON, without what stands at its default."""
    return benchmark.model_dump(mode="json", include=FIELDS, exclude_defaults=True)


def workings(benchmark: Benchmark) -> Workings:
    """The least, a middling and the greatest case of a table, computed."""
    amount = EXAMPLE_RATE if benchmark.rate else EXAMPLE_MULTIPLE if benchmark.multiple else None
    outcomes = tuple(compute(benchmark, example(benchmark, rank), amount=amount) for rank, _ in RANKS)
    middle = example(benchmark, "middle")
    adjusted = tuple(
        (one.title, compute(benchmark, middle, amount=amount, adjusted={one.title: None}).text)
        for one in benchmark.adjustments
    )
    return Workings(tuple(name for _, name in RANKS), amount, outcomes, _rows(outcomes), adjusted)


def _rows(outcomes: tuple[Outcome, ...]) -> tuple[Row, ...]:
    """Steps side by side, those of the same name in one row; a step that only some examples have keeps its place."""
    found = [{step.label: (step.expression, step.value) for step in outcome.steps} for outcome in outcomes]
    order: list[str] = []
    for steps in found:
        place = 0
        for label in steps:
            if label in order:
                place = order.index(label) + 1
            else:
                order.insert(place, label)
                place += 1
    return tuple(Row(label, tuple(steps.get(label) for steps in found)) for label in order)
