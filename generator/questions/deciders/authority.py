"""Whether the bodies named are those that punish the conduct."""

from generator.library import Library
from generator.questions.deciders._base import Decider, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    conduct = library.get("conduct", claim.get("conduct") or "")
    if said.stated:
        text = claim.get("names") or ""
        if not all(name in item.stem.replace(conduct.label if conduct else "", "") for name in text.split("、")):
            return None
    names = set(text.split("、"))
    found = penalties(library, claim)
    if any(names == _each(p.authority) for p in found if p.id == claim.get("penalty")):
        return True
    holding = _each(tuple(name for p in found for name in (*p.authority, p.referral or "")))
    holding |= _each(tuple(name for p in found for name in library.authorities_under(p.basis)))
    holding |= {name for unit in library.units if holding & set(unit.acts_as) for name in unit.acts_as}
    return None if names & holding else False


def _each(names: tuple[str, ...]) -> set[str]:
    """Every name alone: 新闻出版、广播电视主管部门 is one body in a record, and reads as two in a list."""
    return set("、".join(names).split("、"))


DECIDER = Decider("authority", decide)
