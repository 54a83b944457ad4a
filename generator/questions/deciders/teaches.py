"""Whether a unit is to teach an article, as the list of education duties says; of match items alone."""

import re

from generator.kinds.education_duty import EducationDuty
from generator.kinds.power_item import PowerItem
from generator.kinds.responsibility import Responsibility
from generator.library import Library
from generator.questions.deciders._base import Decider, article_key
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: whether the unit ``said.prompt`` teaches the article in the brackets of ``said.text``.

    Not decided where it has a duty or a power there without a duty to teach it, or punishes under it.
    """
    cited = re.search(r"（([^（）]+?)(第\d+条(?:之\S+?)?)）$", said.text)
    units = [unit for unit in library.units if said.prompt == unit.name or said.prompt in unit.acts_as]
    law = next((r.id for r in library.regulations if cited and r.name == cited[1]), None)
    if cited is None or len(units) != 1 or law is None:
        return None
    where, unit = (law, article_key(cited[2]) or ""), units[0]
    taught = [d.articles for d in library.of("education-duty", EducationDuty) if d.unit == unit.id]
    if any((basis.regulation, basis.key) == where for articles in taught for basis in articles):
        return True
    held = [r.basis for r in library.of("responsibility", Responsibility) if r.unit == unit.id]
    held += [p.basis for p in library.of("power-item", PowerItem) if p.body == unit.id]
    if any((basis.regulation, basis.key) == where for bases in held for basis in bases):
        return None
    punishing = {name for entry in library.penalties_under(*where) for name in entry.penalty.authority}
    return None if punishing & {unit.name, *unit.acts_as} else False


DECIDER = Decider("teaches", decide)
