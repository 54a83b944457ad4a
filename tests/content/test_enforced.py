"""What a unit of this repository enforces beside the Code, it teaches, and it has the power for in its list."""

from collections import defaultdict

from generator.kinds.education_duty import EducationDuty
from generator.kinds.power_item import PowerItem
from generator.library import Library
from generator.library.coverage import enforced_by

#: Laws of a river or a plateau that none of the units lies on: their bodies bear the same names.
FAR = {"yangtze-law", "yellow-river-law", "plateau-law"}


def enforced(library: Library) -> dict[tuple[str, str], set[str]]:
    """(unit, regulation in force beside the Code) → conducts that the unit punishes under it."""
    return {
        (unit.id, regulation): {entry.conduct.id for entry in entries}
        for unit in library.units
        for regulation, entries in enforced_by(library, unit).items()
        if regulation not in FAR and library.status(regulation).state != "repealed"
    }


def test_no_regulation_that_a_unit_enforces_is_without_an_education_duty(library: Library) -> None:
    taught = {(duty.unit, id) for duty in library.of("education-duty", EducationDuty) for id in duty.regulations}
    found = enforced(library)
    assert len(found) > 40
    assert sorted(set(found) - taught) == []


def test_every_conduct_that_a_unit_punishes_beside_the_code_stands_in_its_powers(library: Library) -> None:
    held = defaultdict(set)
    for item in library.of("power-item", PowerItem):
        held[item.body] |= set(item.conducts)
    missing = {key: acts - held[key[0]] for key, acts in enforced(library).items() if key[1] != "eco-code"}
    assert {key: sorted(acts) for key, acts in missing.items() if acts} == {}
