"""Whether a day is the last one of a period: counted day by day from the day that the stem names."""

import datetime

from generator.legal.periods import parse_period
from generator.library import Library
from generator.questions.deciders._base import Decider, date, limit
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_WEEKEND = 5  # Monday is 0


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    asked = item.stem.rsplit("\n", 1)[-1]
    begun, shown, period = date(asked), date(said.text), limit(library, claim.get("basis") or "")
    if begun is None or shown is None or period is None or (claim.get("what") or "") not in asked:
        return None
    length, day = parse_period(period.period), begun
    left, whole = length.amount, period.working is None and length.unit != "工作日"
    while left > 0:
        day += datetime.timedelta(days=1)
        if whole or day.weekday() < _WEEKEND:
            left -= 1
    return shown == day


DECIDER = Decider("counted", decide)
