"""Whether a sentence about a procedure names the period that an article sets."""

import re

from generator.kinds.procedure import Procedure
from generator.legal.periods import find_periods
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    says = claim.get("says") or ""
    procedure = library.get("procedure", claim.get("procedure") or "")
    found = find_periods(says)
    if not isinstance(procedure, Procedure) or says not in said.text or len(found) != 1:
        return None
    alike = [
        limit.says
        for limit in procedure.limits
        if limit.basis.whole.locus in said.text and _bare(limit.says) == _bare(says)
    ]
    return says in alike if alike else None


def _bare(text: str) -> str:
    """The sentence without its figures."""
    return re.sub(r"\d+", "", text)


DECIDER = Decider("period", decide)
