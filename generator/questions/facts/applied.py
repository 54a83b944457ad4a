"""What an act could be fined under while the old law stood, and under the new: the heavier of several provisions.

行政处罚法 29 and 法典 1055: who breaks several provisions by one act is fined under the one with the heavier fine.  Where
the row of the concordance doesn't let that be told, the answer is why not, and nothing is asked.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.kinds import BasisValue
from generator.kinds.concordance import AmountChange, Beside, Concordance
from generator.kinds.penalty import Fine
from generator.kinds.regulation import Regulation
from generator.legal.money import PerUnit, Range
from generator.library import Library

#: Days before the change of law from which stems let conduct begin.
REACH_BACK = 120
_ENDLESS = Decimal("Infinity")
#: What a fine is reckoned in, its least and its most.
Bounds: TypeAlias = tuple[str, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Applied:
    """The fine that applied, and the provision that sets it.

    Attributes:
        fine, basis: the fine and where it stands.
        beside: it stands in another provision than the row's own article.
    """

    fine: Fine
    basis: BasisValue
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """Why it can't be told which provision applied."""

    why: str


def then(library: Library, row: Concordance, amount: AmountChange) -> Applied | Unsure:
    """What applied to the case of ``amount`` in the last days of the old law.  The row has an old article and fine."""
    assert row.old is not None
    assert amount.old is not None
    until = library.standing(row.old).version.repealed_on or library.as_of
    last, first = until - datetime.timedelta(days=1), until - datetime.timedelta(days=REACH_BACK)
    found = [
        _heaviest(library, Applied(amount.old, row.old), [b for b in row.also if _stood(library, b, day)], amount.label)
        for day in (first, last)
    ]
    if found[0] != found[1] and all(isinstance(one, Applied) for one in found):
        return Unsure("旧法废止前不久，同时适用的规定变过，要看行为是哪一天")
    return next((one for one in found if isinstance(one, Unsure)), found[1])


def now(library: Library, row: Concordance, amount: AmountChange) -> Applied | Unsure:
    """What applies to the case of ``amount`` from the day of change on.  The row has a new article and fine."""
    assert row.new
    assert row.old is not None
    assert amount.new is not None
    day = library.standing(row.old).version.repealed_on or library.as_of
    found = _heaviest(
        library, Applied(amount.new, row.new[0]), [b for b in row.also if _stood(library, b, day)], amount.label
    )
    if isinstance(found, Applied) and found.beside:
        return Unsure(f"{library.cite(found.basis)}没有废止，罚款比新条文高，新法施行以后适用哪一个说不清")
    return found


def apart(row: Concordance, label: str) -> str:
    """Words that take the act of a case out of the reach of provisions which fine only a part of it; empty where none do."""
    bears = (beside for beside in row.also if any(fine.label == label for fine in beside.fines))
    return "，".join(beside.apart for beside in bears if beside.apart)


def _stood(library: Library, beside: Beside, day: datetime.date) -> bool:
    if (beside.since and day < beside.since) or (beside.until and day >= beside.until):
        return False
    regulation = library.get("regulation", beside.basis.regulation)
    versions = regulation.versions if isinstance(regulation, Regulation) else ()
    return any(v.effective <= day and not (v.repealed_on and v.repealed_on <= day) for v in versions)


def _heaviest(library: Library, own: Applied, others: Sequence[Beside], label: str) -> Applied | Unsure:
    """The heaviest of the article's own fine and those beside it."""
    best = own
    for beside in others:
        cited = library.cite(beside.basis)
        if beside.reach == "unclear":
            return Unsure(f"{cited}也罚这一行为，与本条哪一个优先，条文没有写明")
        for fine in (fine.fine for fine in beside.fines if fine.label == label and not beside.apart):
            heavier = weigh(best.fine, fine)
            if heavier is None:
                return Unsure(f"{cited}也罚这一行为，两处罚款比不出轻重")
            if heavier > 0 and beside.reach != "whole":
                return Unsure(f"{cited}对其中一部分行为罚得更重，适用哪一处要看案情")
            if heavier > 0:
                best = Applied(fine, beside.basis, beside=True)
    return best


def weigh(one: Fine, other: Fine) -> int | None:
    """-1 where ``one`` is the heavier fine, 1 where ``other`` is, 0 where they are alike, None where neither is certain.

    A fine is heavier where neither of its bounds is lower and one is higher, in yuan or by one base.  A fine that may be left
    out is never taken for heavier than one that must be imposed.
    """
    bounds = next(((a, b) for a in _bounds(one) for b in _bounds(other) if a[0] == b[0]), None)
    if bounds is None:
        return None
    (_, low, high), (_, low_other, high_other) = bounds
    ways = {(b > a) - (b < a) for a, b in ((low, low_other), (high, high_other))} - {0}
    if len(ways) > 1:
        return None
    way = ways.pop() if ways else 0
    if one.may != other.may:
        light, light_way = (one, 1) if one.may else (other, -1)
        return None if way == -light_way else (1 if light is one else -1)
    return way


def _bounds(fine: Fine) -> list[Bounds]:
    """Every way in which the fine can be held against another; with a deemed base, also its least in yuan."""
    found: list[Bounds] = []
    if value := fine.value:
        of = value.unit if isinstance(value, PerUnit) else fine.base
        greatest = _ENDLESS if value.max is None else Decimal(value.max)
        found.append((f"{type(value).__name__} {of}", Decimal(value.min or 0), greatest))
        if fine.deemed and value.max is not None:
            found.append(
                (f"{Range.__name__} ", Decimal(value.min or 0) * fine.deemed.amount, greatest * fine.deemed.amount)
            )
    return found
