"""Whether the facts told are the conduct that an option names, by the record of the situation."""

from generator.kinds.situation import Situation
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    situation = library.get("situation", claim.get("situation") or "")
    if not isinstance(situation, Situation):
        return None
    true = {finding.conduct for finding in situation.findings if _plain(finding.found) in item.stem}
    other = {finding.conduct for finding in situation.findings} | set(situation.rivals)
    named = {
        id for id in true | other
        if (record := library.get("conduct", id)) is not None and record.label.rstrip("。；，") == said.text
    }  # fmt: skip
    if len(true) != 1 or len(named) != 1:
        return None
    return named == true


def _plain(found: str) -> str:
    """The longest run of a finding that names neither a person nor a day."""
    return max((piece for part in found.split("{who}") for piece in part.split("{day}")), key=len)


DECIDER = Decider("found", decide)
