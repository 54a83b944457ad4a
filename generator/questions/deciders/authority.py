"""Whether the bodies named are those that punish the conduct."""

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties, who_acts
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    conduct = library.get("conduct", claim.get("conduct") or "")
    if said.stated:
        text = claim.get("names") or ""
        if not all(name in item.stem.replace(conduct.label if conduct else "", "") for name in text.split("、")):
            return None
    return who_acts(library, penalties(library, claim), claim.get("penalty"), set(text.split("、")))


DECIDER = Decider("authority", decide)
