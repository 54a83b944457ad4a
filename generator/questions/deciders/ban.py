"""Whether a ban from a trade lasts so many years in the case that the claim names."""

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    if not said.text.endswith("年") or not said.text[:-1].isdigit():
        return None
    years = {
        tier.ban.years
        for penalty in penalties(library, claim)
        for tier in penalty.tiers
        if penalty.id == claim.get("penalty") and tier.condition == claim.get("condition") and tier.ban
    }
    return int(said.text[:-1]) in years if len(years) == 1 else None


DECIDER = Decider("ban", decide)
