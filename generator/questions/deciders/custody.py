"""Whether the people responsible in a unit are detained for a conduct at once, only under a condition, or not at all."""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    own = [p for p in penalties(library, claim) if p.basis.regulation == claim.get("regulation")]
    when = [tier.condition for penalty in own for tier in penalty.tiers if tier.detention is not None]
    at_once = ORDINARY in when
    if "没有规定拘留" in said.text:
        return not when
    if said.text.startswith("要移送"):
        return at_once
    words = ("拒不",) if "拒不" in said.text else ("情节严重", "造成严重后果")
    fits = [any(word in condition for word in words) for condition in when if condition != "情节较轻"]
    return bool(fits) and not at_once and all(fits)


DECIDER = Decider("custody", decide)
