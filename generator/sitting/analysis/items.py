"""Statistics of items: difficulty, corrected discrimination, and who chose which option.

Difficulty is the mean share of the points (得分率; p for items that are right or wrong).  Discrimination is the correlation
of that share with the score on the rest of the paper, the item itself left out (corrected item-total correlation): with it
left in, an item would correlate with itself.  Groups are the best and the worst 27 of a hundred (Kelley, Journal of
Educational Psychology 30, 1939, 17-24).
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from generator.sitting.analysis.responses import Flags, Floats, Responses
from generator.sitting.key import KeyItem

#: Share of the people in the upper and in the lower group.
GROUP = 0.27
#: Wrong answers to blanks and the like that are told.
TOLD = 5


@dataclass(frozen=True, slots=True)
class OptionRow:
    """Who chose an option: shares of all, of the upper and of the lower group, 0 to 1; ``count`` people in all."""

    text: str
    correct: bool
    count: int
    share: float
    upper: float
    lower: float


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What is known of an item.

    Attributes:
        item: as the first form shows it.
        label: where it stands.
        people: how many had it.
        share: mean share of the points, 0 to 1.
        right, empty: shares of people who were fully right, and who gave nothing.
        deviation: standard deviation of the share (N-1).
        discrimination: corrected item-total correlation; None where all did alike.
        upper, lower: mean share in the upper and in the lower group; None where it was nobody's.
        options: of choices, in the order of the item.
        wrong: of other types, the wrong answers that most gave, with how many.
    """

    item: KeyItem
    label: str
    people: int
    share: float
    right: float
    empty: float
    deviation: float
    discrimination: float | None
    upper: float | None
    lower: float | None
    options: tuple[OptionRow, ...]
    wrong: tuple[tuple[str, int], ...]


def item_rows(found: Responses) -> tuple[ItemRow, ...]:
    """One row for each item, in the order of ``found.items``."""
    people = found.per_item()
    share = found.per_item(found.share) / people
    spread = found.share - share[found.item]
    deviation = np.sqrt(found.per_item(spread**2) / np.maximum(people - 1, 1))
    discrimination = _discrimination(found, spread)
    upper, lower = groups(found)
    in_upper, in_lower = upper[found.person], lower[found.person]
    above, below = _mean_within(found, in_upper), _mean_within(found, in_lower)
    right, empty = found.per_item(found.right) / people, found.per_item(found.empty) / people
    options, wrong = _options(found, in_upper, in_lower), _wrong(found)
    return tuple(
        ItemRow(
            item=item,
            label=found.labels[item.id],
            people=int(people[i]),
            share=float(share[i]),
            right=float(right[i]),
            empty=float(empty[i]),
            deviation=float(deviation[i]),
            discrimination=_known(discrimination[i]),
            upper=_known(above[i]),
            lower=_known(below[i]),
            options=options.get(i, ()),
            wrong=wrong.get(i, ()),
        )
        for i, item in enumerate(found.items)
    )


def groups(found: Responses) -> tuple[Flags, Flags]:
    """Who is in the upper and who in the lower group, shape (P,) each.

    Ranked by share of the total, so that forms of different worth compare; among equals at the edge the earlier row counts as
    the better one.  Of a single person both groups hold that one.
    """
    size = max(1, round(GROUP * found.people))
    order = np.argsort(-found.score / found.total, kind="stable")
    upper, lower = np.zeros(found.people, bool), np.zeros(found.people, bool)
    upper[order[:size]], lower[order[-size:]] = True, True
    return upper, lower


def _discrimination(found: Responses, spread: Floats) -> Floats:
    """Correlation of each item's share with the share of the rest of the paper, shape (I,); NaN where either is constant."""
    people = found.per_item()
    left = found.total[found.person] - found.worth
    rest = (found.score[found.person] - found.points) / np.where(left > 0, left, 1)  # of an item alone nothing is left
    mean = found.per_item(rest) / people
    rest = rest - mean[found.item]
    product, own, other = found.per_item(spread * rest), found.per_item(spread**2), found.per_item(rest**2)
    known = (own > 1e-12 * people) & (other > 1e-12 * people)  # below it is the dust of equal numbers
    return np.where(known, product / np.sqrt(np.where(known, own * other, 1.0)), np.nan)


def _mean_within(found: Responses, inside: Flags) -> Floats:
    count = found.per_item(inside)
    return np.where(count > 0, found.per_item(found.share * inside) / np.maximum(count, 1), np.nan)


def _options(found: Responses, upper: Flags, lower: Flags) -> dict[int, tuple[OptionRow, ...]]:
    """For each item that is chosen among options: the rows of its options."""
    highest = max((len(item.options) for item in found.items if item.type.chosen), default=0)
    people, above, below = found.per_item(), found.per_item(upper), found.per_item(lower)
    counts = []
    for rank in range(highest):
        bit = found.chosen >> rank & 1
        counts.append((found.per_item(bit), found.per_item(bit * upper), found.per_item(bit * lower)))
    rows = {}
    for i, item in enumerate(found.items):
        if item.type.chosen and any(counts[rank][0][i] for rank in item.ranks):  # points alone tell no options
            rows[i] = tuple(
                OptionRow(
                    text=option.text,
                    correct=option.correct,
                    count=int(counts[rank][0][i]),
                    share=float(counts[rank][0][i] / people[i]),
                    upper=float(counts[rank][1][i] / max(above[i], 1)),
                    lower=float(counts[rank][2][i] / max(below[i], 1)),
                )
                for option, rank in zip(item.options, item.ranks, strict=True)
            )
    return rows


def _wrong(found: Responses) -> dict[int, tuple[tuple[str, int], ...]]:
    """For each item that is written and not chosen: the wrong answers that most gave."""
    written = np.array([not (item.type.chosen or item.type.graded) for item in found.items])
    asked = np.flatnonzero(written[found.item] & ~found.right & ~found.empty)
    pairs = Counter(zip(found.item[asked].tolist(), found.answer[asked].tolist(), strict=True))
    told: dict[int, Counter[str]] = {}
    for (i, answer), count in pairs.items():
        given = found.marks[answer].given
        if given.points is None:  # points alone tell no answer
            told.setdefault(i, Counter())[found.items[i].shown(given)] += count
    return {
        i: tuple(sorted(answers.items(), key=lambda pair: (-pair[1], pair[0]))[:TOLD]) for i, answers in told.items()
    }


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
