"""Whether an article takes the place of the old one that the claim names."""

from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.questions.deciders._base import Decider, Said, article_key
from generator.questions.item import Claim, Item


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    shown = article_key(text)
    rows = [r for r in library.of("concordance", Concordance) if r.old and r.old.regulation == claim.get("regulation")]
    exact = {b.key for r in rows if r.old and r.old.locus == claim.get("locus") for b in r.new}
    broad = {b.key for r in rows if r.old and r.old.key == claim.get("article") for b in r.new}
    if shown is None or not exact:
        return None
    return True if shown in exact else None if shown in broad else False


DECIDER = Decider("successor", decide)
