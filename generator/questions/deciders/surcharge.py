"""Whether a sum is the most that late payment of a fine can cost: three in a hundred a day, up to the fine."""

import re
from fractions import Fraction

from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_SUM = re.compile(r"(\d+(?:\.\d+)?)(万?)元")
_A_DAY = Fraction(3, 100)


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    asked = item.stem.rsplit("\n", 1)[-1]
    days, fined, shown = re.search(r"逾期(\d+)日", asked), _yuan(asked), _yuan(said.text)
    if days is None or fined is None or shown is None:
        return None
    total = Fraction(0)
    for _ in range(int(days[1])):
        total = min(total + fined * _A_DAY, fined)
    return shown == total


def _yuan(text: str) -> Fraction | None:
    found = _SUM.search(text)
    return None if found is None else Fraction(found[1]) * (10_000 if found[2] else 1)


DECIDER = Decider("surcharge", decide)
