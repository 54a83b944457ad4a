"""Reliability of a paper: Cronbach's alpha with Feldt's interval, and the standard error of measurement.

Cronbach, Psychometrika 16 (1951) 297-334; Feldt, Psychometrika 30 (1965) 357-370; Feldt, Woodruff and Salih, Applied
Psychological Measurement 11 (1987) 93-103, formulas 6 and 7.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.sitting.analysis.responses import Floats

LEVEL = 0.95
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of one form.

    Attributes:
        people, items: how many.
        mean, deviation: of the scores, in points; the deviation over N-1, None for one person.
        alpha: None where it is not defined: fewer than two people or items, or all scores equal.
        low, high: ends of alpha's 95% interval.
        error: standard error of measurement, in points.
    """

    people: int
    items: int
    mean: float
    deviation: float | None
    alpha: float | None = None
    low: float | None = None
    high: float | None = None
    error: float | None = None


def reliability(points: Floats) -> Reliability:
    """Reliability of a form.

    Args:
        points: of every person for every item, shape (people, items), nothing missing.
    """
    people, items = points.shape
    scores = points.sum(axis=1)
    mean = float(scores.mean())
    if people < 2:
        return Reliability(people, items, mean, None)
    deviation = float(scores.std(ddof=1))
    if items < 2 or deviation < 1e-9:
        return Reliability(people, items, mean, deviation)
    alpha = items / (items - 1) * (1 - float(points.var(axis=0, ddof=1).sum()) / deviation**2)
    alpha = min(alpha, 1.0)  # where all items go together, rounding may lift it above
    low, high = interval(alpha, people, items)
    error = deviation * math.sqrt(1 - max(alpha, 0.0))  # below 0 alpha estimates 0: no error exceeds the deviation
    return Reliability(people, items, mean, deviation, alpha, low, high, error)


def interval(alpha: float, people: int, items: int, level: float = LEVEL) -> tuple[float, float]:
    """Ends of alpha's interval: (1 - alpha) over (1 - its estimate) follows F with N-1 and (N-1)(k-1) degrees of freedom."""
    first, second = people - 1, (people - 1) * (items - 1)
    tail = (1 - level) / 2
    return (
        1 - (1 - alpha) * f_quantile(1 - tail, first, second),
        1 - (1 - alpha) * f_quantile(tail, first, second),
    )


def f_quantile(probability: float, first: float, second: float) -> float:
    """Quantile of the F distribution, to about ten digits.

    Args:
        probability: between 0 and 1, both excluded.
        first, second: degrees of freedom, positive.
    """
    low, high = math.log(sys.float_info.min), math.log(sys.float_info.max)
    while low < (middle := (low + high) / 2) < high:  # until no number lies between
        low, high = (middle, high) if f_share(math.exp(middle), first, second) < probability else (low, middle)
    return math.exp(middle)


def f_share(value: float, first: float, second: float) -> float:
    """Share of the F distribution below ``value``: the regularised incomplete beta function."""
    a, b = first / 2, second / 2
    x = first * value / (first * value + second)
    rest = second / (first * value + second)
    front = math.exp(
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(max(x, _TINY))
        + b * math.log(max(rest, _TINY))
    )
    if value < 1:  # below the middle of the distribution, where the fraction is quick to settle; else by symmetry
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, rest) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction 1/(1+d1/(1+d2/(1+…))) of the incomplete beta function (DLMF 8.17.22), by Lentz's method."""
    result, upper, lower, step = 1.0, 1 / _TINY, 1.0, 0  # after the first 1
    while True:
        step += 1
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / (1 + term * lower or _TINY)
        upper = 1 + term / upper or _TINY
        change = upper * lower
        result *= change
        if abs(change - 1) < 1e-15:
            return result


def by_form(
    points: Floats, form: np.ndarray, person: np.ndarray, wholes: Sequence[Sequence[str]]
) -> tuple[Reliability, ...]:
    """Reliability of each form.

    Args:
        points: answer by answer, each person's together and in the order of the form, shape (N,).
        form: of each person, shape (P,).
        person: of each answer, shape (N,).
        wholes: form by form, for each of its answers the id of what it is a part of.  Answers on one situation are not
            independent of each other, which would lift alpha, so that they count as one.
    """
    return tuple(
        reliability(_together(points[form[person] == index].reshape(np.count_nonzero(form == index), len(own)), own))
        for index, own in enumerate(wholes)
    )


def _together(points: Floats, wholes: Sequence[str]) -> Floats:
    """The points of what belongs together, summed; shape (people, wholes)."""
    starts = [place for place, whole in enumerate(wholes) if not place or whole != wholes[place - 1]]
    return np.add.reduceat(points, starts, axis=1) if starts else points
