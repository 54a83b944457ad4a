"""Whether an article punishes the conduct."""

from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions.deciders._base import Decider, article_key
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    shown = article_key(text)
    conduct = library.get("conduct", claim.get("conduct") or "")
    if shown is None or not isinstance(conduct, Conduct):
        return None
    regulation = claim.get("regulation")
    if shown == claim.get("article"):
        return any(p.basis.key == shown and p.basis.regulation == regulation for p in conduct.penalties)
    cited = [*conduct.prohibited_by, *(p.basis for p in conduct.penalties)]
    return None if any(b.key == shown and b.regulation == regulation for b in cited) else False


DECIDER = Decider("basis", decide)
