"""Whether a period is the one that the article of the stem sets for what the stem says."""

from generator.kinds.procedure import Limit, Procedure
from generator.legal.periods import Period, find_periods, parse_period
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    procedure = library.get("procedure", claim.get("procedure") or "")
    shown = _period(said.text)
    if not isinstance(procedure, Procedure) or shown is None:
        return None
    meant = [limit for limit in procedure.limits if _told(library, limit, item.stem)]
    if len(meant) != 1:
        return None
    own = find_periods(meant[0].says)[0].periods[0]
    if (shown.amount, shown.unit) == (own.amount, own.unit):
        return True
    same = shown.amount == own.amount and {shown.unit, own.unit} == {"日", "工作日"}
    return same and meant[0].working is not None


def _told(library: Library, limit: Limit, stem: str) -> bool:
    """Whether the stem names the article of the limit and says all its words but the period."""
    before, after = limit.says.split(limit.period)
    named = f"{library.regulation(limit.basis.regulation).name}{limit.basis.whole.locus}" in stem
    begun = stem.startswith(before) or any(mark + before in stem for mark in "，：")
    return named and begun and after in stem


def _period(text: str) -> Period | None:
    try:
        return parse_period("6个月" if text == "半年" else text)
    except ValueError:
        return None


DECIDER = Decider("time-limit", decide)
