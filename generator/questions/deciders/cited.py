"""Whether an option names the article that sets the duty and the one that punishes its breach."""

import re

from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions.deciders._base import Decider, article_key
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_PAIR = re.compile(r"违反(第\d+条(?:之\d+)?)，依照(第\d+条(?:之\d+)?)处罚")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    found = _PAIR.fullmatch(said.text)
    conduct = library.get("conduct", claim.get("conduct") or "")
    law = claim.get("regulation")
    if found is None or not isinstance(conduct, Conduct):
        return None
    duties = {basis.key for basis in conduct.prohibited_by if basis.regulation == law}
    penal = {penalty.basis.key for penalty in conduct.penalties if penalty.basis.regulation == law}
    return article_key(found[1]) in duties and article_key(found[2]) in penal


DECIDER = Decider("cited", decide)
