"""Which of the bodies named punishes which conduct; of match items alone."""

from generator.library import Library
from generator.questions.deciders._base import Decider, who_acts
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: whether ``said.text`` names those that punish the conduct ``said.prompt``."""
    conduct, _, penalty = (claim.get(said.prompt) or "").partition("/")
    record = library.get("conduct", conduct)
    if record is None or said.prompt.partition("（")[0] not in record.label:
        return None
    found = [entry.penalty for entry in library.penalties_of(conduct)]
    return who_acts(library, found, penalty, set(said.text.split("、")))


DECIDER = Decider("whose", decide)
