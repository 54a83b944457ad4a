"""Whether a unit bears the responsibility that the claim names."""

from generator.kinds.responsibility import Responsibility
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    units = {unit.id for unit in library.units if text == unit.name or text in unit.acts_as}
    if not units:
        return None
    rows = [row for row in library.of("responsibility", Responsibility) if row.unit in units]
    if any(row.id == claim.get("responsibility") for row in rows):
        return True
    return None if any(row.topic == claim.get("topic") for row in rows) else False


DECIDER = Decider("unit", decide)
