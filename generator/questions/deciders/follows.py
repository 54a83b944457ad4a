"""Whether an article has for a conduct the consequence that an option names, under the condition that it names."""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    tiers = [tier for p in penalties(library, claim) if p.basis.key == claim.get("article") for tier in p.tiers]
    if said.text == "没收违法所得":
        return any("没收违法所得" in text for tier in tiers for text in tier.every_measure)
    if said.text.startswith("情节严重的"):
        return any(
            "停业、关闭" in text for tier in tiers if tier.condition == "情节严重" for text in tier.every_measure
        )
    if said.text.startswith("拒不改正的"):
        refused = [text for tier in tiers if tier.condition == "拒不改正" for text in tier.every_measure]
        if any("关闭" in text for text in refused):
            return None  # closing down is no halt for putting right: neither yes nor no can be defended
        return any(word in text for text in refused for word in ("停产", "停工", "停业"))
    if said.text.startswith("不等拒不改正"):
        return any(
            "限制生产、停产整治" in text for tier in tiers if tier.condition == ORDINARY for text in tier.every_measure
        )
    return None


DECIDER = Decider("follows", decide)
