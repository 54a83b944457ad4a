"""Whether a measure stands in the article for this conduct."""

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    plain = text.split("的，", 1)[-1]
    tiers = [t for p in penalties(library, claim) if p.basis.key == claim.get("article") for t in p.tiers]
    written = [word for t in tiers for word in t.every_measure]
    words = [*written, *(word.partition("，")[0] for word in written)]  # what it costs whom need not be said
    special = {"罚款": any(t.fine for t in tiers), "行政拘留": any(t.detention for t in tiers),
               "禁止从业": any("申请" not in what for t in tiers if t.ban for what in t.ban.trade.split("、")),
               "一定期限内不得再次申请": any(t.ban and "申请" in t.ban.trade for t in tiers)}  # fmt: skip
    if special.get(plain):
        return True
    if plain in words:
        return True
    return None if any(plain in word or word in plain for word in words) else False


DECIDER = Decider("measures", decide)
