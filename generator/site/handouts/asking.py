"""What leaflets share: who answers questions, and when one is not punished."""

from collections.abc import Collection, Iterable
from itertools import chain, zip_longest

from generator.exports.papers.document import Run
from generator.kinds.conduct import Conduct
from generator.kinds.education_duty import EducationDuty
from generator.kinds.exemption import Exemption
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.coverage import enforced_by
from generator.site.badges import badges
from generator.site.handouts.leaflet import Bullet, Group

_ASKED = 2  # bodies named
_PART = 4  # a body that acts on less of the matter than this part of what another acts on is not the one to ask
_SHOWN = 2  # exemptions of all conduct, and as many of the conduct's own
_FREE = frozenset({"must", "may", "waive", "may_waive"})


def whom_to_ask(library: Library, conducts: Iterable[Conduct], audience: str) -> tuple[str, ...]:
    """The units that act on the conduct and have to teach its law: those that act on most of it first, of as much those that
    have to teach it to the audience.  Who acts on little of it beside another is left out: customs tell no restaurant.

    Args:
        library: the records.
        conducts: what the leaflet is about.
        audience: whom it is for; of several duties of a unit the one that names them goes first.

    Returns:
        A line for each: its name, how it is reached, and the duty under which it answers; the site's own body where no unit does.
    """
    ids = {conduct.id for conduct in conducts}
    found: list[tuple[bool, int, str]] = []
    for unit in library.units:
        laws = {
            law: hits
            for law, entries in enforced_by(library, unit).items()
            if (hits := len(ids & {entry.conduct.id for entry in entries}))
        }
        duties = [one for one in library.of("education-duty", EducationDuty) if one.unit == unit.id]
        taught = [one for one in duties if laws.keys() & set(one.regulations)]
        if taught:
            strange = [not any(audience in words for words in one.audiences) for one in taught]
            duty = taught[strange.index(min(strange))]
            found.append((min(strange), -sum(laws.values()), _line(library, unit, duty)))
    most = min((hits for _, hits, _ in found), default=0)
    ranked = sorted((one for one in found if one[1] * _PART <= most), key=lambda one: (one[1], one[0]))
    return tuple(line for _, _, line in ranked[:_ASKED]) or (library.site.body,)


def taught_by(library: Library, laws: Collection[str], audience: str) -> tuple[str, ...]:
    """As ``whom_to_ask``, by the laws that a list names and by its audience alone."""
    duties = library.of("education-duty", EducationDuty)
    fit = [one for one in duties if any(audience in words or words in audience for words in one.audiences)]
    ranked = sorted(fit, key=lambda one: -len(set(laws) & set(one.regulations)))
    lines = []
    for duty in ranked[:_ASKED]:
        unit = library.get("unit", duty.unit)
        assert isinstance(unit, Unit)
        lines.append(_line(library, unit, duty))
    return tuple(lines) or (library.site.body,)


def _line(library: Library, unit: Unit, duty: EducationDuty) -> str:
    reach = f"，{unit.contact}" if unit.contact else ""
    return f"{unit.name}{badges(library, unit)}{reach}：{duty.title}{badges(library, duty)}"


def unpunished(library: Library, conducts: Iterable[Conduct]) -> Group:
    """When the conduct is not punished: what is granted for all conduct and what for this alone, in turn."""
    ids = {conduct.id for conduct in conducts}
    free = [one for one in library.of("exemption", Exemption) if one.effect in _FREE]
    own = [one for one in free if ids & set(one.conducts)]
    general = [one for one in free if not one.conducts]
    pairs = zip_longest(general[:_SHOWN], own[:_SHOWN])
    shown = [one for one in chain.from_iterable(pairs) if one is not None]
    points = tuple(Bullet(one.title, _conditions(library, one)) for one in shown)
    more = len(own) + len(general) - len(shown)
    return Group("什么情况不罚", points, most=len(points), least=2, mark="○", more=more, unit="种")


def _conditions(library: Library, exemption: Exemption) -> tuple[tuple[Run, ...], ...]:
    parts = [f"同时满足：{'；'.join(exemption.all_of)}"] if exemption.all_of else []
    parts += [f"满足其一：{'；'.join(exemption.any_of)}"] if exemption.any_of else []
    basis = f"　{library.cite(exemption.basis[0])}" if exemption.basis else ""
    return ((Run("。".join(parts) + basis + badges(library, exemption)),),)
