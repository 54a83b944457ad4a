"""Whether a sum is the fine of the case that the claim names."""

import re

from generator.kinds.penalty import Tier
from generator.legal.sums import find_fines
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, equal, may_be, mentioned, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said
from generator.questions.writing.quantities import arabic

#: A sum that a condition falls short of; the other case is told as reaching it, which is no fine either.
_SHORT_OF = re.compile(r"不足([^，、]+元)")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    conduct = library.get("conduct", claim.get("conduct") or "")
    conditions = {tier.condition for penalty in penalties(library, claim) for tier in penalty.tiers}
    told = {words for condition in conditions for words in (condition, arabic(condition))}
    told |= {f"达到{sum_}" for words in told for sum_ in _SHORT_OF.findall(words)}
    for words in (conduct.label if conduct else "", *sorted(told, key=lambda words: (-len(words), words))):
        text = text.replace(words, "") if words else text
    found = find_fines(text)
    if len(found) != 1 or not _names(item.stem, claim.get("target") or ""):
        return None
    shown = mentioned(found[0].value, found[0].base or text)
    exact, broad = set(), set()
    for penalty in penalties(library, claim):
        for tier in penalty.tiers:
            if tier.fine and tier.fine.measured and _applies_to(tier, claim):
                broad |= {amount(tier.fine)} if may_be(penalty.target, claim.get("target") or "") else set()
                exact |= {amount(tier.fine)} if penalty.target == claim.get("target") else set()
    if any(equal(shown, sum_) for sum_ in exact):
        return True
    return None if any(equal(shown, sum_) for sum_ in broad) else False


def _names(stem: str, target: str) -> bool:
    """Whether the stem says on whom the fine falls."""
    return f"对{target}" in stem or (target == "单位和个人" and "违法者" in stem)


def _applies_to(tier: Tier, claim: Claim) -> bool:
    return tier.condition == claim.get("condition") and (tier.category or "") in {"", claim.get("category")}


DECIDER = Decider("fine", decide)
