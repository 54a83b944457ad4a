"""Whether a law ceased on the day and through the law that a statement names."""

import datetime

from generator.library import Library
from generator.questions.deciders._base import Decider, date
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    regulation = next((r for r in library.regulations if f"《{r.name}》" in text), None)
    shown = date(text)
    if regulation is None or shown is None:
        return None
    by = library.status(regulation.id, shown).repealed_by
    before = library.status(regulation.id, shown - datetime.timedelta(days=1)).state
    named = by is not None and library.regulation(by).name in text
    return library.status(regulation.id, shown).state == "repealed" and before == "in_force" and named


DECIDER = Decider("ceased", decide)
