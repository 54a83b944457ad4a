"""Whether a statement says rightly that a penalty must not, or need not, be imposed."""

from generator.kinds.exemption import Exemption
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_SAYS = {"应当不予处罚": "must", "由机关裁量": "may"}


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    exemption = library.get("exemption", claim.get("exemption") or "")
    stated = {effect for words, effect in _SAYS.items() if words in said.text}
    if not isinstance(exemption, Exemption) or len(stated) != 1:
        return None
    return stated == {exemption.effect}


DECIDER = Decider("exemption-effect", decide)
