"""Which of the old law and the new applies to conduct before the change and a decision after it."""

from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.questions.deciders._base import Decider, Said, amount
from generator.questions.item import Claim, Item


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    row = next((r for r in library.of("concordance", Concordance) if r.id == claim.get("concordance")), None)
    if row is None or row.old is None:
        return None
    pairs = [(amount(a.old), amount(a.new)) for a in row.amounts if a.old and a.new]
    worse = any(new[1] > old[1] or new[2] > old[2] for old, new in pairs)
    better = any(new[1] < old[1] or new[2] < old[2] for old, new in pairs)
    if not pairs or worse == better or any(old[0] != new[0] for old, new in pairs):
        return None
    applies = row.old.regulation if worse else row.new[0].regulation
    return text == f"适用《{library.regulation(applies).name}》"


DECIDER = Decider("applies", decide)
