"""Altering tables of discretion: labels, weights and spans put under another's place, or left out."""

import random
from collections.abc import Iterator
from typing import Any

from tests.bench._altering import Site


def tables(kind: str, row: Any) -> Iterator[Site]:
    """Labels, weights and spans of a table of discretion under another's place."""
    if kind != "benchmark":
        return
    for at, factor in enumerate(row.factors):
        for level in range(len(factor.levels) - 1):
            one, two = factor.levels[level], factor.levels[level + 1]

            def labels(r: random.Random, at: int = at, level: int = level, one: Any = one, two: Any = two) -> Any:
                mixed = list(row.factors[at].levels)
                mixed[level] = one.model_copy(update={"label": two.label})
                mixed[level + 1] = two.model_copy(update={"label": one.label})
                return tuple(mixed)

            def weights(r: random.Random, at: int = at, level: int = level, one: Any = one, two: Any = two) -> Any:
                mixed = list(row.factors[at].levels)
                mixed[level] = one.model_copy(update={"weight": two.weight})
                mixed[level + 1] = two.model_copy(update={"weight": one.weight})
                return tuple(mixed)

            yield Site("table/labels swapped", kind, row, ("factors", at, "levels"), labels)
            yield Site("table/weights swapped", kind, row, ("factors", at, "levels"), weights)
            yield Site("table/level dropped", kind, row, ("factors", at, "levels", level), lambda r: ...)
        yield from _label_figures(kind, row, at, factor)
    for at in range(len(row.intervals) - 1):
        one, two = row.intervals[at], row.intervals[at + 1]

        def cells(r: random.Random, at: int = at, one: Any = one, two: Any = two) -> Any:
            mixed = list(row.intervals)
            mixed[at] = one.model_copy(update={"circumstances": two.circumstances})
            mixed[at + 1] = two.model_copy(update={"circumstances": one.circumstances})
            return tuple(mixed)

        yield Site("table/cells swapped", kind, row, ("intervals",), cells)
        yield Site("table/cell dropped", kind, row, ("intervals", at), lambda r: ...)
    for at, _ in enumerate(row.adjustments):
        yield Site("table/adjustment dropped", kind, row, ("adjustments", at), lambda r: ...)
    yield Site("table/upper", kind, row, ("upper_excluded",), lambda r: not row.upper_excluded)


def _label_figures(kind: str, row: Any, at: int, factor: Any) -> Iterator[Site]:
    for level, one in enumerate(factor.levels):
        digits = [place for place, sign in enumerate(one.label) if sign.isdigit()]
        if digits:

            def other(r: random.Random, text: str = one.label, digits: list[int] = digits) -> Any:
                place = r.choice(digits)
                return text[:place] + r.choice([d for d in "123456789" if d != text[place]]) + text[place + 1 :]

            yield Site("table/figure of a label", kind, row, ("factors", at, "levels", level, "label"), other)
