"""A power to punish is held by a body that the articles let punish, and is for all the conduct that they let it punish.

Other powers are held by the body that an article of theirs names first: whom it must hear, or tell, stands after.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.auditing.unit_names import acts, named_at
from generator.kinds import BasisValue
from generator.kinds.penalty import Penalty
from generator.kinds.power_item import PowerItem
from generator.kinds.unit import Unit
from generator.library import Library

#: Authorities that are named by what they do, not by their matter.
_UNNAMED = re.compile(r"^审批|原发证|^监督拆船|负有[^，。；]{2,24}职责的")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E627 for a body that may not punish, or is not the first named, E626 for conduct that a power leaves out."""
    units = library.of("unit", Unit)
    for power in library.of("power-item", PowerItem):
        unit = library.get("unit", power.body)
        if not isinstance(unit, Unit):
            continue
        if power.power_type == "处罚" and power.conducts:
            yield from _punishing(library, power, unit)
            yield from _left_out(library, power, unit)
        elif not _first(library, official, power, unit, units):
            yield doubt(
                power, f"行使单位 {unit.id}", power.place("body"), "E627", f"（{unit.label}）不是条文首先写的机关"
            )


def _punishing(library: Library, power: PowerItem, unit: Unit) -> Iterator[Doubt]:
    """Where the articles name other bodies for most of the conduct."""
    wrong = known = 0
    for id in power.conducts:
        for entry in library.penalties_of(id):
            if any(_meets(basis, entry.penalty.basis) for basis in power.basis):
                named = "、".join(entry.penalty.authority)
                known += 1
                wrong += not (acts(unit, f"{named}、{entry.penalty.referral or ''}") or _UNNAMED.search(named))
    if wrong * 2 > known:
        message = f"（{unit.label}）不是条文写的处罚机关（{known} 处罚则里有 {wrong} 处）"
        yield doubt(power, f"行使单位 {unit.id}", power.place("body"), "E627", message)


def _left_out(library: Library, power: PowerItem, unit: Unit) -> Iterator[Doubt]:
    missing: dict[str, Penalty] = {}
    for basis in power.basis:
        for entry in library.penalties_under(basis.regulation, basis.key):
            ours = _meets(basis, entry.penalty.basis) and set(unit.acts_as) & set(entry.penalty.authority)
            if ours and entry.conduct.id not in power.conducts:
                missing.setdefault(entry.conduct.id, entry.penalty)
    for id, penalty in missing.items():
        what = f"没有写 违法行为 {id}"
        yield doubt(
            power, what, power.place("conducts"), "E626", f"：{library.cite(penalty.basis)}也由{unit.label}处罚"
        )


def _meets(one: BasisValue, other: BasisValue) -> bool:
    """Whether two citations have a place in common: an article, and the 款 and 项 where both name one."""
    return (
        one.whole == other.whole
        and (one.paragraph is None or other.paragraph is None or one.paragraph == other.paragraph)
        and (one.item is None or other.item is None or one.item == other.item)
    )


def _first(library: Library, official: Official, power: PowerItem, unit: Unit, units: tuple[Unit, ...]) -> bool:
    """Whether some cited place names no other body before this one, or none of them names any."""
    texts = [part.text for basis in power.basis if (part := part_of(library, official, power, basis)) is not None]
    for text in texts:
        at = named_at(unit, text)
        if at >= 0 and not any(0 <= named_at(one, text) < at for one in units):
            return True
    return not any(acts(one, text) for one in units for text in texts)


CHECK = Check("powers", "处罚权由条文写的机关行使，条文让它处罚的行为没有漏", ("E626", "E627"), run)
