"""What an old provision's fines were against those of today, in a few words a case: a page tells today's fines once."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.kinds.concordance import AmountChange
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Fine
from generator.library import wording

Way = Literal["raised", "lowered", "same", "other"]

#: How a fine is told, by the field that tells it.
_FORMS = {
    "range": "定额",
    "rate": "按比例",
    "multiple": "按倍数",
    "per_unit": "按件",
    "daily": "按日",
    "elsewhere": "依照其他法律",
}
_WAYS: dict[tuple[int, int], tuple[Way, str]] = {
    (0, 0): ("same", "金额不变"),
    (1, 1): ("raised", "上限、下限都提高"),
    (1, 0): ("raised", "下限提高"),
    (0, 1): ("raised", "上限提高"),
    (-1, -1): ("lowered", "上限、下限都降低"),
    (-1, 0): ("lowered", "下限降低"),
    (0, -1): ("lowered", "上限降低"),
    (1, -1): ("other", "下限提高、上限降低"),
    (-1, 1): ("other", "下限降低、上限提高"),
}
#: Above every bound that a law writes.
_ENDLESS = Fraction(10**15)


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the fines of some cases.

    Attributes:
        cases: by their labels; 各档 where it is all of several.
        words: 上限、下限都提高; 由按比例改为定额.
        way: by which a mark is coloured, beside its words.
    """

    cases: str
    words: str
    way: Way


def differences_of(amounts: Sequence[AmountChange]) -> list[Difference]:
    """The differences, each told once with the cases that it holds of."""
    found: dict[tuple[Way, str], list[str]] = {}
    for amount in amounts:
        found.setdefault(difference(amount.old, amount.new), []).append(amount.label)
    return [
        Difference("各档" if len(labels) == len(amounts) > 1 else "、".join(labels), words, way)
        for (way, words), labels in found.items()
    ]


def difference(old: Fine | None, new: Fine | None) -> tuple[Way, str]:
    """The way and the words of one case."""
    if old is None:
        return "other", "原来没有写金额"
    if new is None:
        return "other", "现在没有写金额"
    before, after = _form(old), _form(new)
    if before != after:
        return "other", f"由{_FORMS[before]}改为{_FORMS[after]}"
    if _of(old) != _of(new):
        return "other", f"由按{_of(old)}改为按{_of(new)}"
    low, high = (_sign(a, b) for a, b in zip(_bounds(old), _bounds(new), strict=True))
    way, words = _WAYS[low, high]
    if old.may == new.may:
        return way, words
    freer = new.may
    eased: Way = "lowered" if freer else "raised"
    choice = "由应当罚改为可以罚" if freer else "由可以罚改为应当罚"
    return (eased if way in ("same", eased) else "other"), f"{words}，{choice}"


def elsewhere_told(amounts: Sequence[AmountChange], conduct: Conduct) -> list[AmountChange]:
    """The cases whose fine of today is none of those that the conduct's page draws."""
    drawn = {wording.fine_text(tier.fine) for penalty in conduct.penalties for tier in penalty.tiers if tier.fine}
    return [amount for amount in amounts if amount.new and wording.fine_text(amount.new) not in drawn]


def _form(fine: Fine) -> str:
    return next(name for name in _FORMS if getattr(fine, name))


def _of(fine: Fine) -> str:
    """What the figures are of: the base of a share, the unit, the other law; empty for a sum."""
    return fine.base or (fine.per_unit.unit if fine.per_unit else "") or fine.elsewhere or ""


def _bounds(fine: Fine) -> tuple[Fraction, Fraction]:
    part = fine.range or fine.rate or fine.multiple or fine.per_unit
    if part is None:
        return Fraction(0), _ENDLESS
    return Fraction(Decimal(part.min or 0)), _ENDLESS if part.max is None else Fraction(Decimal(part.max))


def _sign(old: Fraction, new: Fraction) -> int:
    return (new > old) - (new < old)
