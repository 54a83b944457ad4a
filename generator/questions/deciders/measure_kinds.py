"""Whether an article has a kind of penalty for this conduct, whatever the condition."""

import re

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said

#: The kind as an option says it → how statutes word what is of it.
_WORDS = {
    "没收违法所得或者非法财物": re.compile("没收"),
    "限制生产、停产停业或者关闭": re.compile("限制生产|停产|停业|关闭|停工|停止|暂停"),
    "暂扣、撤销或者吊销许可证件": re.compile("暂扣|撤销|吊销"),
}


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    tiers = [t for p in penalties(library, claim) if p.basis.key == claim.get("article") for t in p.tiers]
    if said.text == "行政拘留":
        return any(tier.detention for tier in tiers)
    words = _WORDS.get(said.text)
    return any(words.search(text) for tier in tiers for text in tier.every_measure) if words else None


DECIDER = Decider("measure-kinds", decide)
