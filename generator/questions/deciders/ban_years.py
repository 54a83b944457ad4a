"""Whether a ban of so many years or months is the one of the case that a statement names."""

import re

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    shown = re.findall(r"(\d+(?:年|个月))内不得", said.text)
    tiers = [t for p in penalties(library, claim) if p.id == claim.get("penalty") for t in p.tiers]
    bans = [t.ban for t in tiers if t.ban and t.condition == claim.get("condition")]
    found = {f"{ban.years}年" if ban.years else f"{ban.months}个月" for ban in bans if not ban.life}
    if len(shown) != 1 or len(found) != 1 or shown[0] != claim.get("length"):
        return None
    return shown[0] in found


DECIDER = Decider("ban-years", decide)
