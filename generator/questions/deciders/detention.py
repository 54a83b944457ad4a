"""Whether a number of days is the detention of the penalty that the claim names."""

import re

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    days = re.search(r"(?:(\d+)日以上)?(\d+)日(?:以下)?拘留", text)
    if days is None:
        return None
    least = days[1] or ("1" if "日以下" in days[0] else days[2])
    shown = (int(least), int(days[2]))
    tiers = [t for p in penalties(library, claim) if p.id == claim.get("penalty") for t in p.tiers]
    return any(
        t.detention and t.condition == claim.get("condition") and (t.detention.min_days, t.detention.max_days) == shown
        for t in tiers
    )


DECIDER = Decider("detention", decide)
