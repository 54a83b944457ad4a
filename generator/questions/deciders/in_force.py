"""Whether a law was in force on the day that the stem names."""

from generator.library import Library
from generator.questions.deciders._base import Decider, date
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    regulation = next((r for r in library.regulations if f"《{r.name}》" == text), None)
    asked = date(item.stem)
    if regulation is None or asked is None:
        return None
    return library.status(regulation.id, asked).state == "in_force"


DECIDER = Decider("in_force", decide)
