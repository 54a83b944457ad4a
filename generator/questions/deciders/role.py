"""Whether a unit leads or supports in the matter that the claim names."""

from generator.kinds.responsibility import Responsibility
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``; of a judgement, whether the unit named first leads and the second supports."""
    if f"第{(claim.get('article') or '').replace('-', '条之')}" not in item.stem:
        return None
    if said.stated:
        return _judged(library, claim, _named(library, said.text))
    units = {unit.id for unit in library.units if said.text == unit.name or said.text in unit.acts_as}
    found = {_role(library, claim, unit) for unit in units}
    return None if len(found) != 1 or None in found else found == {claim.get("role")}


def _judged(library: Library, claim: Claim, named: list[str]) -> bool | None:
    roles = [_role(library, claim, unit) for unit in named]
    return True if roles == ["lead", "support"] else False if roles == ["support", "lead"] else None


def _named(library: Library, text: str) -> list[str]:
    """Ids of the units that the text names, in order of their first mention; the longest name at a place counts."""
    found: dict[int, tuple[int, str]] = {}
    for unit in library.units:
        for name in (unit.name, *unit.acts_as):
            at = text.find(name)
            if at >= 0:
                found[at] = max(found.get(at, (0, "")), (len(name), unit.id))
    return list(dict.fromkeys(unit for _, (_, unit) in sorted(found.items())))


def _role(library: Library, claim: Claim, unit: str) -> str | None:
    """``lead``, ``support`` or ``none``; None where it has another part in the topic, so that nothing is sure."""
    rows = [row for row in library.of("responsibility", Responsibility) if row.unit == unit]
    where = (claim.get("regulation"), claim.get("article"))
    under = [row for row in rows if any((basis.regulation, basis.key) == where for basis in row.basis)]
    if any(row.id == claim.get("lead") and row.role == "lead" for row in under):
        return "lead"
    if any(row.role == "support" for row in under):
        return "support"
    return None if any(row.topic == claim.get("topic") for row in rows) else "none"


DECIDER = Decider("role", decide)
