"""Whether one step of a procedure must come before another, by what the articles fix."""

from generator.kinds.procedure import Procedure
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: whether ``said.prompt`` comes before ``said.text``."""
    procedure = library.get("procedure", claim.get("procedure") or "")
    if not isinstance(procedure, Procedure) or procedure.title not in item.stem.replace("‘", "“").replace("’", "”"):
        return None
    titles = [step.title for step in procedure.steps]
    if titles.count(said.prompt) != 1 or titles.count(said.text) != 1:
        return None
    one, other = titles.index(said.prompt), titles.index(said.text)
    if one in _earlier(procedure, other):
        return True
    return False if other in _earlier(procedure, one) else None


def _earlier(procedure: Procedure, place: int) -> set[int]:
    """Places of all steps that must come before the one at ``place``, directly or through others."""
    steps = procedure.steps
    found: set[int] = set()
    waiting = [place]
    while waiting:
        at = waiting.pop()
        direct = {i for i in range(at) if steps[i].key and steps[i].key in steps[at].after}
        direct |= {at - 1} if steps[at].fixed else set()
        waiting += sorted(direct - found)
        found |= direct
    return found


DECIDER = Decider("precedes", decide)
