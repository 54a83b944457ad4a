"""Whether an article leaves a measure or fine to the authority, as a statement says."""

from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_SAYS = {"True": "由执法机关裁量", "False": "没有裁量余地"}


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    shown, text = claim.get("may") or "", claim.get("text") or ""
    if _SAYS.get(shown) is None or _SAYS[shown] not in said.text or text not in said.text:
        return None
    sums = amounts_in(text) if "罚款" in text else []
    found = set()
    for penalty in penalties(library, claim):
        if penalty.id != claim.get("penalty"):
            continue
        for tier in penalty.tiers:
            if tier.condition != claim.get("condition") or (tier.category or "") != claim.get("category"):
                continue
            found |= {False for word in tier.measures if word.split("，")[0] == text}
            found |= {True for word in tier.may if word.split("，")[0] == text}
            if sums and tier.fine and tier.fine.measured and equal(sums[0], amount(tier.fine)):
                found.add(tier.fine.may)
    return str(found.pop()) == shown if len(found) == 1 else None


DECIDER = Decider("choice", decide)
