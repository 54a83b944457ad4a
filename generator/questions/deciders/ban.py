"""Whether a ban from a trade lasts so many years or months in the case that the claim names."""

import re

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    shown = re.fullmatch(r"(\d+)(年|个月)", said.text)
    if shown is None:
        return None
    lengths = {
        (tier.ban.years, "年") if tier.ban.years else (tier.ban.months, "个月")
        for penalty in penalties(library, claim)
        for tier in penalty.tiers
        if penalty.id == claim.get("penalty") and tier.condition == claim.get("condition") and tier.ban
    }
    return (int(shown[1]), shown[2]) in lengths if len(lengths) == 1 else None


DECIDER = Decider("ban", decide)
