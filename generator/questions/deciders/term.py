"""Whether a term is the one that the claim names."""

from generator.kinds.term import Term
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    term = next((t for t in library.of("term", Term) if t.title == text), None)
    return None if term is None else term.id == claim.get("term")


DECIDER = Decider("term", decide)
