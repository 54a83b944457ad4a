"""Whether a sum is what daily fines come to from the day after the order to the day of the check that a stem names."""

import datetime
import re

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.deciders._base import Decider, amounts_in, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    dates = [datetime.date(*map(int, found)) for found in _DATE.findall(item.stem)]
    conduct = library.get("conduct", claim.get("conduct") or "")
    sums = amounts_in(item.stem.replace(conduct.label if conduct else "", ""))
    shown = amounts_in(said.text if "元" in said.text else f"{said.text}元")
    own = next((p for p in penalties(library, claim) if p.id == claim.get("penalty")), None)
    if len(dates) != 2 or len(sums) != 1 or len(shown) != 1 or sums[0] is None or shown[0] is None or own is None:
        return None
    fine = sums[0][1]
    spans = [t.fine.range for t in own.tiers if t.fine and t.fine.range and t.condition == ORDINARY and not t.category]
    if not any((span.min or 0) <= fine <= (span.max or fine) for span in spans):
        return None
    if "不含原罚款" not in item.stem and "不算原罚款" not in item.stem and "原罚款另计" not in item.stem:
        return None
    return shown[0][1] == shown[0][2] == fine * (dates[1] - dates[0]).days


DECIDER = Decider("daily", decide)
