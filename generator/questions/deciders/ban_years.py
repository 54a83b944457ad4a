"""Whether a ban of so many years is the one of the case that a statement names."""

import re

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    years = re.findall(r"(\d+)年内不得", said.text)
    tiers = [t for p in penalties(library, claim) if p.id == claim.get("penalty") for t in p.tiers]
    found = {t.ban.years for t in tiers if t.ban and t.condition == claim.get("condition")}
    if len(years) != 1 or len(found) != 1 or years[0] != claim.get("years"):
        return None
    return int(years[0]) in found


DECIDER = Decider("ban-years", decide)
