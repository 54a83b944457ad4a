"""Whether what an option says befalls the people responsible in a unit does, without a further condition."""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    tiers = [tier for penalty in penalties(library, claim) for tier in penalty.tiers if "人员" in penalty.target]
    elsewhere = any(
        penalty.basis.key != claim.get("article") for penalty in penalties(library, claim) if "人员" in penalty.target
    )
    if elsewhere or (tiers and not any(tier.condition == ORDINARY for tier in tiers)):
        return None
    truth = {
        "罚款": any(tier.fine for tier in tiers if tier.condition == ORDINARY),
        "拘留": any(tier.detention for tier in tiers if tier.condition == ORDINARY),
    }
    return all(_says(said.text, word) == true for word, true in truth.items())


def _says(text: str, word: str) -> bool:
    """Whether the clause that has the word says that there is such a thing."""
    clause = next(part for part in text.split("，") if word in part)
    return "没有规定" not in clause


DECIDER = Decider("staff", decide)
