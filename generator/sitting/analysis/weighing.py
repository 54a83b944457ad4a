"""What a sitting tells beside items: the mean without guessing, what sections really weigh, how long people took.

Guessing is corrected by the formula that takes off wrong answers what chance gives: of k options a wrong answer costs
1/(k-1) (Thurstone, Journal of Educational Psychology 10, 1919, 235-240).  The effective weight of a section is the covariance
of its scores with the total, as a share of the total's variance: a section in which all do alike decides nothing.
"""

from dataclasses import dataclass

import numpy as np

from generator.sitting.analysis.responses import Responses
from generator.sitting.candidates import Sitting
from generator.sitting.key import KeyItem


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section: title, share of the points, and share of what tells people apart (None where all scores are equal)."""

    title: str
    nominal: float
    effective: float | None


@dataclass(frozen=True, slots=True)
class Times:
    """How long people took, in seconds: how many are known, the median, and the quickest and slowest tenth."""

    people: int
    median: float
    quick: float
    slow: float


def chance(item: KeyItem) -> float:
    """Probability that a blind guess is right, taken as 0 where there is nothing to choose from; of several options at least two are right."""
    count = len(item.options)
    if not item.type.chosen or count < 2:
        return 0.0
    return 1.0 / ((1 << count) - count - 1) if item.type.several and count > 2 else 1 / count


def corrected_mean(found: Responses) -> float:
    """Mean score, in points, with what chance gives taken off; never below 0."""
    odds = np.array([chance(item) for item in found.items])
    cost = (odds / (1 - odds))[found.item]
    share = found.share
    wrong = np.where(found.empty, 0.0, 1 - share)
    return max(0.0, float(((share - wrong * cost) * found.worth).sum()) / found.people)


def section_rows(found: Responses) -> tuple[SectionRow, ...]:
    """The sections of the paper in order; forms are pooled, each around its own mean."""
    titles = found.forms[0].sections
    section = np.array([item.section - 1 for item in found.items])[found.item]
    count = len(titles)
    shape = (found.people, count)
    scores = np.bincount(found.person * count + section, found.points, found.people * count).reshape(shape)
    worth = np.bincount(section, found.worth, count)
    for form in range(len(found.forms)):
        inside = found.form == form
        scores[inside] -= scores[inside].mean(axis=0)
    total = scores.sum(axis=1)
    variance = float((total**2).sum())
    together = scores.T @ total
    return tuple(
        SectionRow(title, float(worth[n] / worth.sum()), float(together[n] / variance) if variance > 1e-9 else None)
        for n, title in enumerate(titles)
    )


def times(sitting: Sitting) -> Times | None:
    """How long people took; None where no table tells."""
    seconds = [one.seconds for one in sitting.present if one.seconds is not None]
    if not seconds:
        return None
    quick, median, slow = np.percentile(seconds, [10, 50, 90])
    return Times(len(seconds), float(median), float(quick), float(slow))
