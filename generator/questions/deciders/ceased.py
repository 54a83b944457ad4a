"""Whether a law ceased through the law that a statement names, or goes on beside it, as the statement has it."""

from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    regulation = next((r for r in library.regulations if f"《{r.name}》" in text), None)
    by = library.get("regulation", claim.get("by") or "")
    if regulation is None or regulation.id != claim.get("regulation") or by is None:
        return None
    if not text.startswith(library.regulation(by.id).name):
        return None
    now = library.status(regulation.id, library.as_of)
    if "没有废止" in text:
        return now.state == "in_force"
    return now.state == "repealed" and now.repealed_by == by.id


DECIDER = Decider("ceased", decide)
