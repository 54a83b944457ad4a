"""Whether a condition is the one under which an article orders what the stem says."""

from generator.kinds.penalty import Tier
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal, may_be, penalties
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
    tiers = [t for p in found if p.basis.key == own.basis.key and may_be(p.target, own.target) for t in p.tiers]
    if not any(_leads_to(t, wanted) for t in tiers):
        return None
    return any(_leads_to(t, wanted) for t in tiers if _called(t, shown))


def _called(tier: Tier, text: str) -> bool:
    """Whether the text names the tier, by category and condition or by the one that tells it."""
    names = {tier.condition} if tier.condition != "一般情形" or not tier.category else {tier.category}
    return text in names | {f"{tier.category}，{tier.condition}"}


def _leads_to(tier: Tier, wanted: str) -> bool:
    sums = amounts_in(wanted)
    if "罚款" in wanted:
        return tier.fine is not None and not tier.fine.daily and len(sums) == 1 and equal(sums[0], amount(tier.fine))
    if tier.ban and tier.ban.years and wanted == f"{tier.ban.years}年内禁止{tier.ban.trade}":
        return True
    return any(text == wanted or text.startswith(f"{wanted}，") for text in (*tier.measures, *tier.may))


DECIDER = Decider("condition", decide)
