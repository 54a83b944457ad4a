"""Whether a law is of those that the stem asks for: such as ceased through the law that it names, or such as go on."""

from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    regulation = next((r for r in library.regulations if said.text == f"《{r.name}》"), None)
    by = library.get("regulation", claim.get("by") or "")
    if regulation is None or by is None or f"{library.regulation(by.id).name}施行以后" not in item.stem:
        return None
    of_gone, of_others = "已经同时废止" in item.stem, "仍然有效" in item.stem
    if of_gone == of_others:
        return None
    now = library.status(regulation.id, library.as_of)
    if of_gone:
        return now.state == "repealed" and now.repealed_by == by.id
    return now.state == "in_force"


DECIDER = Decider("ceased", decide)
