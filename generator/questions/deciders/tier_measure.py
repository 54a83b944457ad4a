"""Whether a measure is one that an article provides under the condition that the stem says, and not otherwise."""

from generator.library import Library
from generator.questions.deciders._base import Decider, in_effect, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    found = penalties(library, claim)
    own = next((p for p in found if p.id == claim.get("penalty")), None)
    if own is None:
        return None
    under: set[str] = set()
    otherwise: set[str] = set()
    for penalty in (p for p in found if p.basis.key == own.basis.key):
        for index, tier in enumerate(penalty.tiers):
            fits = tier.condition == claim.get("condition") and (tier.category or "") == claim.get("category")
            tiers = in_effect(penalty, index) if fits else [tier]
            (under if fits else otherwise).update(text.split("，")[0] for t in tiers for text in t.every_measure)
    if said.text in under:
        return None if said.text in otherwise else True
    return None if any(said.text in text or text in said.text for text in under) else False


DECIDER = Decider("tier-measure", decide)
