"""How much a conduct can cost, in a line of a list: the greatest sum, and what knows no greatest sum.

A multiple, a share, a fine for each unit and a fine for each day have no ceiling in yuan, so that 最高 X元 alone would be
false beside them; such conduct stands above all that has a ceiling when a list is sorted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Fine, Tier
from generator.legal.money import format_yuan
from generator.library import wording

#: Added to the order of what has no ceiling: more than any sum of the law.
_ENDLESS = 10**12
_SHOWN = 2  # fines without a ceiling named in the line
#: What a line says of conduct on which fines day by day fall on top of the sum.
_DAILY = "拒不改正的还可以按日连续处罚"


@dataclass(frozen=True, slots=True)
class Gravest:
    """What a list shows of a conduct.

    Attributes:
        text: 最高 200万元; 最高 50万元，或者货值金额的1倍以上5倍以下; 最高 100万元，拒不改正的还可以按日连续处罚; for
            conduct without a fine what else follows.
        order: by which the list is sorted: yuan, with what has no ceiling above everything that has one.
        low, high: least and greatest sum in yuan; nought where no fine is a sum.
    """

    text: str
    order: int
    low: int
    high: int


def gravest(conduct: Conduct) -> Gravest:
    """The line for a conduct, over all its penalties and tiers."""
    fines = [tier.fine for tier in _tiers(conduct) if tier.fine]
    sums = [fine.range for fine in fines if fine.range]
    low = min((span.min or 0 for span in sums), default=0)
    high = max((span.max or span.min or 0 for span in sums), default=0)
    endless = list(dict.fromkeys(wording.fine_text(fine) for fine in fines if _endless(fine)))
    text = _text(conduct, high, endless)
    if conduct.daily and fines:
        text += f"，{_DAILY}"
    return Gravest(text, high + (_ENDLESS if endless or conduct.daily else 0), low, high)


def _tiers(conduct: Conduct) -> Iterator[Tier]:
    for penalty in conduct.penalties:
        yield from penalty.tiers


def _endless(fine: Fine) -> bool:
    """Whether the fine has no ceiling in yuan of its own."""
    return fine.range is None or fine.range.max is None


def _text(conduct: Conduct, high: int, endless: list[str]) -> str:
    parts = [f"最高 {format_yuan(high)}"] if high else []
    parts += endless[:_SHOWN]
    if parts:
        return "，或者".join(parts) + ("等" if len(endless) > _SHOWN else "")
    return "、".join(dict.fromkeys(_otherwise(next(_tiers(conduct)))))


def _otherwise(tier: Tier) -> tuple[str, ...]:
    """What a tier without a fine leads to."""
    return wording.consequences(tier)
