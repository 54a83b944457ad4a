"""Whether a condition is the one under which an article orders what the stem says."""

from generator.kinds.penalty import ORDINARY, Tier
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal, in_effect, may_be, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    wanted, shown = claim.get("text") or "", claim.get("shown") or said.text
    if wanted not in item.stem or (said.stated and shown not in item.stem):
        return None
    found = penalties(library, claim)
    own = next((p for p in found if p.id == claim.get("penalty")), None)
    if own is None:
        return None
    near = [p for p in found if p.basis.key == own.basis.key and may_be(p.target, own.target)]
    cases = [(tier, in_effect(p, index)) for p in near for index, tier in enumerate(p.tiers)]
    if not any(_leads_to(tier, wanted) for tier, _ in cases):
        return None
    return any(_leads_to(t, wanted) for tier, tiers in cases if _called(tier, shown) for t in tiers)


def _called(tier: Tier, text: str) -> bool:
    """Whether the text names the tier, by category and condition or by the one that tells it."""
    names = {tier.condition} if tier.condition != ORDINARY or not tier.category else {tier.category}
    return text in names | {f"{tier.category}，{tier.condition}"}


def _leads_to(tier: Tier, wanted: str) -> bool:
    sums = amounts_in(wanted)
    if "罚款" in wanted:
        return tier.fine is not None and tier.fine.measured and len(sums) == 1 and equal(sums[0], amount(tier.fine))
    if tier.ban and "不得" in wanted:
        span = f"{tier.ban.years}年内不得" if tier.ban.years else f"{tier.ban.months}个月内不得"
        return wanted.startswith(span) and wanted.endswith(tier.ban.trade)
    return any(text == wanted or text.startswith(f"{wanted}，") for text in tier.every_measure)


DECIDER = Decider("condition", decide)
