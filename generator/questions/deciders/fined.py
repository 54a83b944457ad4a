"""Whether a case is one that an article punishes with the fine that the stem says."""

import re

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Tier
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    sums = amounts_in(claim.get("fine") or "")
    if len(sums) != 1 or (claim.get("fine") or "") not in item.stem:
        return None
    found = set()
    for entry in library.penalties_under(claim.get("regulation") or "", claim.get("article") or ""):
        for tier in entry.penalty.tiers:
            if tier.fine and entry.penalty.target == claim.get("target") and _tells(said.text, entry.conduct, tier):
                found.add(equal(sums[0], amount(tier.fine)))
    return found.pop() if len(found) == 1 else None


def _tells(text: str, conduct: Conduct, tier: Tier) -> bool:
    """Whether the text is the title of the conduct, and what it adds in brackets names the tier."""
    title = conduct.title.rstrip("。；，")
    if text == title:
        return tier.condition == ORDINARY or tier.condition in title or sum(
            other.fine is not None for p in conduct.penalties for other in p.tiers if p.basis.key
        ) == 1  # fmt: skip
    added = text.removeprefix(title)
    names = {
        tier.condition,
        f"{tier.category}，{tier.condition}",
        tier.category if tier.condition == ORDINARY else "",
    }
    told = added.strip("（）")
    plain = tier.condition == ORDINARY and not tier.category and re.fullmatch(r"(?:尚)?不属于(.+)", told)
    return text.startswith(title) and added[:1] == "（" and (told in names or bool(plain))


DECIDER = Decider("fined", decide)
