"""Whether the responsibility list gives a duty to the unit that the claim names."""

import re

from generator.kinds.power_item import PowerItem
from generator.kinds.responsibility import Responsibility
from generator.kinds.topic import Topic
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.remember import once
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``.

    Not decided where the stem does not name the unit or the topic, where the duty stands in no row, or where the unit
    does not bear it but some list or penalty gives it something under the same article.
    """
    unit = library.get("unit", claim.get("unit") or "")
    if not isinstance(unit, Unit) or not any(name in item.stem for name in (unit.name, *unit.acts_as)):
        return None
    rows = _by_wording(library).get(said.text, [])
    if not rows or not _in_topic(library, claim, rows, item):
        return None
    if any(row.unit == unit.id for row in rows):
        return True
    return None if any(_touches(library, row, unit) for row in rows) else False


@once
def _by_wording(library: Library) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = {}
    for row in library.of("responsibility", Responsibility):
        found.setdefault(_wording(library, row), []).append(row)
    return found


def _wording(library: Library, row: Responsibility) -> str:
    """The duty without the place that bears it: 组织新塘镇的黑臭水体调查 is 组织黑臭水体调查."""
    unit = library.get("unit", row.unit)
    place = re.match(r"[^市区]{1,4}(镇|街道)", unit.label if unit else "")
    duty = row.duty.rstrip("。")
    return re.sub(rf"(在)?{place[0]}的?", "", duty) if place else duty


def _in_topic(library: Library, claim: Claim, rows: list[Responsibility], item: Item) -> bool:
    """Whether the duty is of the topic that the stem names, where the claim names one."""
    topic = library.get("topic", claim.get("topic") or "")
    if not isinstance(topic, Topic):
        return claim.get("topic") is None
    return topic.title in item.stem and all(row.topic == topic.id for row in rows)


def _touches(library: Library, row: Responsibility, unit: Unit) -> bool:
    """Whether a list or a penalty gives the unit anything under an article of the row."""
    cited = {(basis.regulation, basis.key) for basis in row.basis}
    held = [b for r in library.of("responsibility", Responsibility) if r.unit == unit.id for b in r.basis]
    held += [b for p in library.of("power-item", PowerItem) if p.body == unit.id for b in p.basis]
    if any((basis.regulation, basis.key) in cited for basis in held):
        return True
    return any(name in unit.acts_as or name == unit.name for b in row.basis for name in library.authorities_under(b))


DECIDER = Decider("duty", decide)
