"""Whether an article takes the place of the old one that the claim names."""

from generator.library import Library
from generator.questions.deciders._base import Decider, article_key
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    shown = article_key(text)
    regulation, article = claim.get("regulation") or "", claim.get("article") or ""
    rows = [(row.old, row.new) for row in library.concordances_of(regulation, article) if row.old]
    rows = [(old, new) for old, new in rows if (old.regulation, old.key) == (regulation, article)]
    exact = {basis.key for old, new in rows if old.locus == claim.get("locus") for basis in new}
    broad = {basis.key for _, new in rows for basis in new}
    if shown is None or not exact:
        return None
    return True if shown in exact else None if shown in broad else False


DECIDER = Decider("successor", decide)
